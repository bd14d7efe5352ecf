//! Many statements, in one file or several: judged one by one, kept in few bytes, and read again when they are asked for.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write;

use tieout::engine::{self, Engine};
use tieout::export::format::Format;
use tieout::export::report_json;
use tieout::input::reader::{Reader, read_again};
use tieout::model::lines::LineId;
use tieout::model::mapping::Mapping;
use tieout::model::report::{MOST_KEPT, Report};
use tieout::model::settings::Settings;
use tieout::model::verdict::Verdict;

/// A statement with so many accounts under its assets; it ties unless `off` is not 0.
fn sheet(number: usize, accounts: usize, off: i64) -> String {
    let mut items = String::new();
    for at in 0..accounts {
        let comma = if at == 0 { "" } else { "," };
        write!(items, r#"{comma}{{"account_id":"{}","name":"Account {at}","value":"1.00"}}"#, 1000 + at)
            .unwrap();
    }
    let assets = i64::try_from(accounts).unwrap() + off;
    format!(
        r#"{{"entity":"Company {number}","end_date":"2024-12-31","currency_code":"EUR","assets":{{"name":"Assets","value":"{assets}.00","items":[{items}]}},"liabilities":{{"name":"Liabilities","value":"0.00","items":[{{"account_id":"9000","name":"Loans","value":"0.00"}}]}},"equity":{{"name":"Equity","value":"{accounts}.00","items":[{{"account_id":"9900","name":"Capital","value":"{accounts}.00"}}]}}}}"#
    )
}

/// A file of more lines than are kept, one statement a line; every hundredth does not tie.
fn large() -> String {
    let each = 100;
    let count = usize::try_from(MOST_KEPT).unwrap() / each + 50;
    let lines: Vec<String> = (0..count).map(|at| sheet(at, each, i64::from(at % 100 == 99))).collect();
    lines.join("\n") + "\n"
}

fn feed(text: &[u8], cut: usize, table: bool) -> (Report, Vec<u8>) {
    let mut engine = Engine::empty(Settings::default());
    if table {
        engine.tabulate(Format::CsvCompact, true);
    }
    engine.begin("file.json");
    let mut rows = Vec::new();
    for piece in text.chunks(cut) {
        engine.feed(piece);
        rows.extend(engine.take_table());
    }
    engine.end();
    rows.extend(engine.take_table());
    (engine.finish(), rows)
}

fn json(report: &Report) -> String {
    let mut bytes = Vec::new();
    report_json::write(report, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn all_statements_are_checked_and_counted_though_few_are_kept() {
    let text = large();
    let (report, _) = feed(text.as_bytes(), 1 << 16, false);
    let all = text.lines().count();
    assert!(!report.is_whole());
    assert_eq!((report.counts.statements, report.register.entries().len()), (all as u64, all));
    let failing = all / 100;
    assert_eq!(report.counts.verdicts[3], failing as u64);
    let listed = report.register.entries().iter().filter(|entry| entry.verdict == Verdict::Differs);
    assert_eq!(listed.count(), failing);
    assert_eq!(report.counts.lines, all as u64 * 105);
    let last = report.findings.iter().rfind(|finding| finding.rule == "T001").unwrap();
    assert_eq!(last.path, ["Assets"], "its lines are let go, so it knows its own way");
    assert_eq!(last.pointer.as_deref(), Some("/assets"));
    assert!(!last.causes.is_empty(), "causes are looked for while the lines are there");
}

#[test]
fn cutting_the_input_anywhere_changes_neither_report_nor_table() {
    let text = large();
    let (whole, table) = feed(text.as_bytes(), text.len(), true);
    for cut in [4_093, 65_536, 1_000_003] {
        let (report, rows) = feed(text.as_bytes(), cut, true);
        assert!(json(&report) == json(&whole) && rows == table, "cut every {cut} bytes");
    }
    let rows = String::from_utf8(table).unwrap();
    assert_eq!(rows.lines().count() as u64, whole.counts.lines + 1);
}

/// What is said of a file that is cut so often, with all that is listed of its statements.
fn said(text: &str, cut: usize) -> [String; 2] {
    let (report, _) = feed(text.as_bytes(), cut, false);
    [json(&report), format!("{:?}", report.register)]
}

#[test]
fn a_long_document_is_read_alike_however_it_is_cut() {
    // What speaks for other keys stands about where there is enough of the document to settle how it is read.
    for accounts in (4_200..5_000).step_by(200) {
        let last = format!(r#"{{"account_id":"{}","#, 999 + accounts);
        let late = r#"{"account_id":"x","name":"é","value":"1.00","children":[{"account_id":"y","name":"Late","value":"1.00"}]},"#;
        let text = sheet(1, accounts, 0).replacen(&last, &format!("{late}{last}"), 1);
        let whole = said(&text, text.len());
        for cut in [1_000, 65_536, 70_001, 262_145] {
            assert!(said(&text, cut) == whole, "{accounts} accounts, cut every {cut} bytes");
        }
    }
}

#[test]
fn what_a_long_envelope_says_last_is_said_of_the_same_statements_however_it_is_cut() {
    let own = sheet(1, 400, 0).replace(r#""currency_code":"EUR","#, "");
    let count = (9 << 20) / own.len();
    let text = format!(r#"{{"balance_sheets":[{}],"currency_code":"CHF"}}"#, vec![own; count].join(","));
    let whole = said(&text, text.len());
    assert!(whole[1].contains("CHF") && whole[1].contains("currency: None"), "some come too early for it");
    for cut in [65_521, 1_000_003] {
        assert!(said(&text, cut) == whole, "cut every {cut} bytes");
    }
}

#[test]
fn a_table_alone_is_the_same_table() {
    let text = large();
    for format in [Format::CsvCompact, Format::CsvFull] {
        let table = |only: bool| {
            let mut engine = Engine::empty(Settings::default());
            if only {
                engine.only_tabulate(format, true);
            } else {
                engine.tabulate(format, true);
            }
            engine.begin("file.json");
            engine.feed(text.as_bytes());
            engine.end();
            engine.take_table()
        };
        assert!(table(true) == table(false));
    }
}

#[test]
fn any_statement_is_the_same_when_it_is_read_again_alone() {
    let texts = [
        large(),
        format!("[{},{}]", sheet(0, 3, 0), sheet(1, 2, 1)),
        format!(
            r#"{{"company":"Outer","reports":[{},{}],"currency":"CHF"}}"#,
            sheet(0, 3, 0),
            sheet(1, 2, 1)
        ),
        format!("\n\n  {}\n{}", sheet(5, 1, 0), sheet(6, 1, 2)),
        std::fs::read_to_string("tests/fixtures/quickbooks/periods.json").unwrap(),
        std::fs::read_to_string("tests/fixtures/named/codat_like.json").unwrap(),
        std::fs::read_to_string("tests/fixtures/named/merge_like.json").unwrap(),
        std::fs::read_to_string("tests/fixtures/rows/trial.json").unwrap(),
    ];
    for text in texts {
        let (report, _) = feed(text.as_bytes(), 1 << 16, false);
        let shown = text.chars().take(60).collect::<String>();
        assert!(report.counts.statements > 0, "{shown}");
        for entry in report.register.entries() {
            let (from, to) = (entry.source.start.offset, entry.source.end);
            let bytes = &text.as_bytes()[usize::try_from(from).unwrap()..usize::try_from(to).unwrap()];
            let (examined, findings) = engine::reopen(entry, bytes, &report.settings).expect(&shown);
            assert_eq!(examined.verdict, entry.verdict, "{shown}");
            let Some(kept) = report.statements.get(entry.number as usize) else {
                let errors = findings.iter().filter(|one| one.severity.name() == "error").count();
                assert_eq!(errors, entry.errors as usize);
                continue;
            };
            let told = |own: &tieout::model::report::Examined| {
                let statement = &own.statement;
                let lines = statement.lines.all().map(|line| {
                    let place = statement.lines.place(line);
                    let name = statement.lines.name(line).to_owned();
                    (name, statement.lines.literal(line), statement.line_pointer(line), place)
                });
                let header = &statement.header;
                let header =
                    (header.entity.clone(), header.as_of(), header.currency.clone(), statement.dialect);
                (lines.collect::<Vec<_>>(), header, statement.pointer.clone())
            };
            assert_eq!(told(&examined), told(kept), "{shown}");
        }
    }
}

#[test]
fn broken_lines_are_told_by_their_numbers_and_the_rest_is_checked() {
    let good = sheet(0, 2, 0);
    let text =
        format!("{good}\n{{\"assets\": {{\"name\": }}\n{good}\nnot json at all\n{}\n{good}", sheet(1, 2, 1));
    let (report, _) = feed(text.as_bytes(), 11, false);
    assert_eq!((report.counts.statements, report.counts.lost), (4, 2));
    assert_eq!(report.verdict, Verdict::Unreadable);
    let lines: Vec<u32> = report
        .findings
        .iter()
        .filter(|finding| finding.rule == "J001")
        .filter_map(|finding| finding.place.map(|place| place.line))
        .collect();
    assert!(
        lines.contains(&2) && lines.contains(&4) && lines.iter().all(|line| [2, 4].contains(line)),
        "{lines:?}"
    );
    assert_eq!(tieout::rules::words::headline(&report), "2 documents cannot be read; 1 of 4 does not tie");
}

#[test]
fn thousands_of_broken_lines_stop_nothing() {
    let good = sheet(0, 1, 0);
    let text: Vec<String> =
        (0..3_000).map(|at| if at % 3 == 0 { good.clone() } else { "{\"a\": ]".to_owned() }).collect();
    let (report, _) = feed(text.join("\n").as_bytes(), 1 << 16, false);
    assert_eq!((report.counts.statements, report.counts.lost), (1_000, 2_000));
}

#[test]
fn a_list_is_read_element_by_element_and_a_broken_one_is_left_out() {
    let good = sheet(0, 1, 0);
    let text = format!("[{good},\n{{\"assets\": {{\"name\": \"A\", \"value\": oops}}}},\n{good}]");
    let (report, _) = feed(text.as_bytes(), 5, false);
    assert_eq!((report.counts.statements, report.counts.lost), (2, 1));
}

#[test]
fn several_files_are_one_report_and_each_statement_knows_its_file() {
    let mut engine = Engine::empty(Settings::default());
    for (name, text) in [
        ("a.json", sheet(0, 1, 0)),
        ("b/c.json", std::fs::read_to_string("tests/fixtures/quickbooks/balance_sheet.json").unwrap()),
        ("broken.json", "{".to_owned()),
        ("d.json", sheet(3, 1, 5)),
    ] {
        engine.begin(name);
        engine.feed(text.as_bytes());
    }
    let report = engine.finish();
    let names: Vec<&str> = report.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["a.json", "c.json", "broken.json", "d.json"]);
    let dialects: Vec<(u32, &str)> = report
        .statements
        .iter()
        .zip(report.register.entries())
        .map(|(own, entry)| (entry.file, own.statement.dialect.name()))
        .collect();
    assert_eq!(dialects, [(0, "canonical"), (1, "quickbooks"), (3, "canonical")]);
    let broken = report.findings.iter().find(|finding| finding.rule == "J001").unwrap();
    assert_eq!(report.file_of(broken).name, "broken.json");
    assert_eq!(report.file.name, "4 files");
}

#[test]
fn offsets_beyond_four_gigabytes_are_kept() {
    // Spaces between the documents are nothing to read, so that many of them cost little.
    let spaces = vec![b' '; 1 << 24];
    let mut reader = Reader::new(None);
    let mut before = 0_u64;
    while u32::try_from(before).is_ok() {
        reader.feed(&spaces);
        before += spaces.len() as u64;
    }
    let text = sheet(0, 2, 1);
    reader.feed(format!("\n{text}\n").as_bytes());
    reader.finish();
    let found = reader.take().pop().unwrap();
    assert_eq!((found.source.start.offset, found.source.start.line), (before + 1, 2));
    assert_eq!(found.source.end, before + 1 + text.len() as u64);
    let place = found.statement.lines.place(LineId(1));
    assert!(place.offset > before && place.line == 2);
    let again = read_again(&found.source, text.as_bytes()).unwrap();
    assert_eq!(again.statement.lines.place(LineId(1)), place);
}

#[test]
fn lists_under_the_names_of_sections_are_no_flat_rows() {
    let text = r#"{"assets":[{"name":"Cash","debit":10,"credit":0,"id":"1"},{"name":"Car","debit":5,"credit":0,"id":"4"}],
        "liabilities":[{"name":"Loan","debit":0,"credit":9,"id":"2"}],
        "equity":[{"name":"Cap","debit":0,"credit":6,"id":"3"}]}"#;
    let report = engine::check("file.json", text.as_bytes(), Settings::default());
    assert!(report.statements.iter().all(|one| one.statement.dialect.name() != "flat-rows"));
    assert_ne!(report.verdict, Verdict::Differs, "nothing of it was compared");
}

#[test]
fn a_mapping_that_fits_nothing_is_said_to() {
    let mapping = Mapping { name: "label".to_owned(), ..Mapping::canonical() };
    let settings = Settings { mapping: Some(mapping), ..Settings::default() };
    let report = engine::check("file.json", br#"{"rows": [1, 2]}"#, settings);
    let told: Vec<&str> = report.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(
        told,
        ["the mapping that was set fits nothing here; let the shape be found out, or choose another"]
    );
    assert_eq!(report.verdict, Verdict::Unreadable);
}

#[test]
fn a_dialect_that_is_asked_for_is_taken_or_told_not_to_fit() {
    let asked = |name: &str, text: &str| {
        let dialect = tieout::model::dialect::Dialect::named(name);
        engine::check("file.json", text.as_bytes(), Settings { dialect, ..Settings::default() })
    };
    let quickbooks = std::fs::read_to_string("tests/fixtures/quickbooks/balance_sheet.json").unwrap();
    assert_eq!(asked("quickbooks", &quickbooks).counts.statements, 1);
    assert_eq!(asked("canonical", &sheet(0, 1, 0)).verdict, Verdict::Ties);
    let wrong = asked("xero", &sheet(0, 1, 0));
    assert_eq!((wrong.counts.statements, wrong.verdict), (0, Verdict::Unreadable));
    assert!(wrong.findings[0].message.starts_with("this cannot be read as a report of Xero"));
}
