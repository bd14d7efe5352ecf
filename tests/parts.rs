//! One file read by several engines: however it is divided, the report and the table are those of one.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use tieout::engine::Engine;
use tieout::engine::book::Room;
use tieout::engine::divider::Divider;
use tieout::engine::part::{Part, Rows};
use tieout::export::format::Format;
use tieout::export::{report_html, report_json, report_text};
use tieout::model::place::Place;
use tieout::model::report::Report;
use tieout::model::settings::Settings;
use tieout::model::waiver::Waiver;

/// So little that the files of these tests have more.
const SMALL: Room = Room { lines: Some(8), loose: 3 };

const FORMAT: Format = Format::CsvCompact;

/// A canonical statement that ties unless `off` is not 0.
fn sheet(number: usize, off: i64) -> String {
    let assets = 5 + off;
    format!(
        r#"{{"entity":"Company {number}","end_date":"2024-12-31","currency_code":"EUR","assets":{{"name":"=Assets","value":"{assets}.00","items":[{{"account_id":"1","name":"Cash","value":"5.00"}},{{"name":"Car","value":"0.00"}}]}},"liabilities":{{"name":"Liabilities","value":"2.00","items":[{{"account_id":"2","name":"Loan","value":"2.00"}}]}},"equity":{{"name":"Equity","value":"3.00","items":[{{"account_id":"3","name":"Capital","value":"3.00"}}]}}}}"#
    )
}

/// The JSON of a fixture on one line.
fn on_one_line(path: &str) -> String {
    let text = std::fs::read_to_string(format!("tests/fixtures/{path}")).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    value.to_string()
}

/// What may stand between two line ends, usual things first.
fn kinds() -> Vec<Vec<u8>> {
    let pretty = sheet(3, 1).replace("[{", "[\n{").replace(",{", ",\n{").replace("}]", "}\n]");
    let [tie, differ] = [sheet(1, 0), sheet(2, 7)];
    let mut all = vec![
        tie.clone(),
        differ.clone(),
        sheet(4, -2).replace("2024-12-31", "2024-02-31"),
        String::new(),
        format!(r#"{{"data":{differ}}}"#),
        format!(r#"{{"company":"Outer","currency":"CHF","reports":[{tie},{differ},{tie}]}}"#),
        on_one_line("quickbooks/periods.json"),
        on_one_line("named/codat_like.json"),
        on_one_line("rows/trial.json"),
        differ.replace("\"Cash\"", "\"\""),
        pretty,
        r#"{"assets": {"name": }"#.to_owned(),
        r#"{"assets": {"name": "A", "items": [{"name": "B"]"#.to_owned(),
        "{\"a\": \"torn".to_owned(),
        "not json at all".to_owned(),
        r#"{"meta": 1}"#.to_owned(),
        format!("{tie} {differ}"),
        format!("{tie} // the first"),
        format!("/* {tie}\n{{\n*/ {tie}"),
        format!("[{tie},\n{differ}]"),
        "{".to_owned(),
        "}".to_owned(),
        "   ".to_owned(),
    ];
    let mut bytes: Vec<Vec<u8>> = all.drain(..).map(String::into_bytes).collect();
    bytes.push([b"{\"name\":\"\xff\",", &tie.as_bytes()[1..]].concat());
    bytes.push(b"\xff\xfe".to_vec());
    bytes
}

/// A file of many lines, most of them as they should be if `fair`.
fn files(fair: bool) -> impl Strategy<Value = Vec<u8>> {
    let kinds = kinds();
    let line = any::<Index>().prop_map(move |index| {
        let at = index.index(kinds.len() * if fair { 30 } else { 1 });
        kinds.get(at).unwrap_or(&kinds[at % 10]).clone()
    });
    let end = select(vec!["\n", "\n", "\n", "\r\n", "\r", "\n\n"]);
    (vec((line, end), 1..60), any::<bool>(), any::<bool>()).prop_map(|(lines, ended, marked)| {
        let mut text = if marked { vec![0xef, 0xbb, 0xbf] } else { Vec::new() };
        let count = lines.len();
        for (at, (line, end)) in lines.into_iter().enumerate() {
            text.extend(line);
            if ended || at + 1 < count {
                text.extend(end.as_bytes());
            }
        }
        text
    })
}

/// What is wanted of a file: a report, a table, or one beside the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Report,
    Table,
    Both,
}

fn engine(settings: &Settings, wanted: Wanted) -> Engine {
    let mut engine = Engine::with_room(settings.clone(), SMALL);
    match wanted {
        Wanted::Report => {}
        Wanted::Table => engine.only_tabulate(FORMAT, true),
        Wanted::Both => engine.tabulate_beside(true),
    }
    engine
}

fn rows_of(wanted: Wanted) -> Option<Rows> {
    let rows = Rows { format: FORMAT, guard: true, alone: wanted == Wanted::Table };
    Some(rows).filter(|_| wanted != Wanted::Report)
}

/// Reads the file with one engine.
fn alone(text: &[u8], settings: &Settings, wanted: Wanted) -> (Report, Vec<u8>, u64) {
    let mut engine = engine(settings, wanted);
    engine.begin("file.json");
    engine.feed(text);
    engine.end();
    let (table, guarded) = (engine.take_table(), engine.guarded());
    (engine.finish(), table, guarded)
}

/// What came of dividing a file: the report, the table, its guarded cells, and how many parts were taken and refused.
type Shared = (Report, Vec<u8>, u64, [usize; 2]);

/// Reads it with several, in pieces of these lengths, one after the other and again from the first.
fn shared(text: &[u8], settings: &Settings, wanted: Wanted, pieces: &[usize]) -> Shared {
    let mut engine = engine(settings, wanted);
    engine.begin("file.json");
    let (mut table, mut told) = (Vec::new(), [0, 0]);
    // Parts are handed out before those before them are taken.
    let mut used_up = Vec::new();
    let mut settle = |engine: &mut Engine, stretch: &mut Vec<u8>, begins: Place| {
        let mut own = Engine::amid(settings.clone(), SMALL, begins, rows_of(wanted));
        own.only_count(&used_up);
        used_up = engine.used_up().into_iter().map(str::to_owned).collect();
        own.feed(stretch);
        let rows = own.take_table();
        // A part is sent from worker to worker.
        let part = own.part(begins).map(|part| Part::unpack(part.pack()).unwrap());
        if part.is_some_and(|part| engine.take_part(part)) {
            table.extend(engine.take_table());
            table.extend(rows);
            told[0] += 1;
        } else {
            engine.read_passed(stretch);
            told[1] += 1;
        }
        stretch.clear();
    };
    let mut dividing: Option<(Divider, Place, Vec<u8>)> = None;
    let (mut rest, mut lengths) = (text, pieces.iter().cycle());
    while !rest.is_empty() {
        let (piece, behind) = rest.split_at((*lengths.next().unwrap()).min(rest.len()));
        rest = behind;
        if let Some((divider, begins, stretch)) = &mut dividing {
            engine.pass(piece);
            let cut = divider.feed(piece);
            stretch.extend(&piece[..cut.map_or(piece.len(), |(at, _)| at)]);
            if let Some((at, place)) = cut {
                settle(&mut engine, stretch, *begins);
                *begins = place;
                stretch.extend(&piece[at..]);
            }
        } else if let Some((at, place)) = engine.feed_to_rest(piece) {
            engine.pass(&piece[at..]);
            let mut divider = Divider::at(place);
            divider.feed(&piece[at..]);
            dividing = Some((divider, place, piece[at..].to_vec()));
        }
    }
    if let Some((_, begins, mut stretch)) = dividing {
        settle(&mut engine, &mut stretch, begins);
    }
    engine.end();
    table.extend(engine.take_table());
    let guarded = engine.guarded();
    (engine.finish(), table, guarded, told)
}

/// All that is said in a report: as it is kept, and as each format has it.
fn all(report: &Report) -> [String; 4] {
    let (mut json, mut html, mut text) = (Vec::new(), Vec::new(), Vec::new());
    report_json::write(report, &mut json).unwrap();
    report_html::write(report, &mut html).unwrap();
    report_text::write(report, &mut text).unwrap();
    let [json, html, text] = [json, html, text].map(|bytes| String::from_utf8(bytes).unwrap());
    [format!("{report:?}"), json, html, text]
}

fn check(text: &[u8], settings: &Settings, pieces: &[usize]) -> Result<[usize; 2], TestCaseError> {
    let (one, ..) = alone(text, settings, Wanted::Report);
    let (_, whole, whole_guarded) = alone(text, settings, Wanted::Table);
    let mut told = [0, 0];
    for wanted in [Wanted::Table, Wanted::Report, Wanted::Both] {
        let (_, table, guarded) = alone(text, settings, wanted);
        let (several, rows, own, taken) = shared(text, settings, wanted, pieces);
        prop_assert_eq!((String::from_utf8_lossy(&rows), own), (String::from_utf8_lossy(&table), guarded));
        if wanted == Wanted::Table {
            continue;
        }
        told = taken;
        for (own, expected) in all(&several).iter().zip(all(&one)) {
            let same = own.bytes().zip(expected.bytes()).take_while(|(a, b)| a == b).count();
            let near = |text: &str| text.chars().skip(same.saturating_sub(60)).take(120).collect::<String>();
            prop_assert!(*own == expected, "{}\nshould be\n{}", near(own), near(&expected));
        }
        // Beside a report that keeps everything there is no table.
        if wanted == Wanted::Both && !one.is_whole() {
            prop_assert_eq!((rows, own), (whole.clone(), whole_guarded));
        } else {
            prop_assert!(rows.is_empty());
        }
    }
    Ok(told)
}

/// Usual lines only, with so many findings of one rule that not all are kept, some of them accepted.
#[test]
fn parts_are_taken_and_say_what_one_engine_says() {
    let usual = &kinds()[..10];
    let text = [usual, usual, usual, usual].concat().join(&b"\r\n"[..]);
    let (report, ..) = alone(&text, &Settings::default(), Wanted::Report);
    assert!(!report.more.is_empty() && !report.is_whole());
    let accepted = report.findings.iter().rev().take(5).map(|finding| Waiver {
        rule: finding.rule.to_owned(),
        fingerprint: finding.fingerprint,
        about: String::new(),
        reason: "known".to_owned(),
        by: "me".to_owned(),
    });
    let settings = Settings { waivers: accepted.collect(), ..Settings::default() };
    for piece in [1_000, 2_500, 10_000] {
        let [taken, refused] = check(&text, &settings, &[piece]).unwrap();
        assert!(taken >= text.len() / 20_000 && refused == 0, "{piece}: {taken} taken, {refused} refused");
    }
}

/// Reads lines of which a part begins at `from` and the next at `to`, and answers how many parts were taken.
fn check_between(lines: &[String], from: usize, to: usize) -> usize {
    let text = lines.join("\n");
    let behind = |lines: &[String]| lines.iter().map(|line| line.len() + 1).sum::<usize>();
    let pieces = [behind(&lines[..from]) - 1, 2, behind(&lines[from..to]), text.len()];
    check(text.as_bytes(), &Settings::default(), &pieces).unwrap()[0]
}

#[test]
fn findings_that_are_too_many_are_counted_in_one_order() {
    let differs = sheet(2, 7).replace(r#"{"name":"Car""#, r#"{"account_id":"4","name":"Car""#);
    let lines = [vec![sheet(1, 0); 2], vec![differs; 4], vec![sheet(3, 0); 3]].concat();
    assert_eq!(check_between(&lines, 2, 8), 2);
}

#[test]
fn a_fault_behind_a_document_bears_on_the_next_one() {
    let tie = sheet(1, 0);
    let spread = tie.replace("[{", "[\n{");
    let lines = vec![
        tie.clone(),
        tie.clone(),
        tie.clone(),
        format!("{tie} // so"),
        spread.clone(),
        tie.clone(),
        spread,
    ];
    for from in 2..lines.len() - 1 {
        check_between(&lines, from, from + 1);
    }
}

#[test]
fn what_is_no_text_in_one_document_is_nothing_to_the_next() {
    let tie = sheet(1, 0).into_bytes();
    let strange = on_one_line("named/codat_like.json").into_bytes();
    let spoilt = [b"{\"name\":\"\xff\",", &tie[1..]].concat();
    let text = [tie.clone(), tie, spoilt, strange].join(&b'\n');
    let (report, ..) = alone(&text, &Settings::default(), Wanted::Report);
    assert_eq!(report.register.entries().iter().filter(|one| one.source.plan.is_some()).count(), 2);
    for piece in [1, 300, 900, 2_000] {
        check(&text, &Settings::default(), &[piece]).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_file_that_is_as_it_should_be_is_the_same_in_parts(
        text in files(true), pieces in vec(1_usize..4_000, 1..6),
    ) {
        check(&text, &Settings::default(), &pieces)?;
    }

    #[test]
    fn a_file_with_anything_in_it_is_the_same_in_parts(
        text in files(false), pieces in vec(1_usize..4_000, 1..6),
    ) {
        check(&text, &Settings::default(), &pieces)?;
    }

    #[test]
    fn a_dialect_that_is_asked_for_is_asked_of_every_part(
        text in files(false), pieces in vec(1_usize..4_000, 1..6), name in select(vec!["canonical", "quickbooks"]),
    ) {
        let dialect = tieout::model::dialect::Dialect::named(name);
        check(&text, &Settings { dialect, ..Settings::default() }, &pieces)?;
    }
}

#[test]
fn a_part_that_arrives_maimed_is_none() {
    let text = [sheet(1, 3), format!(r#"{{"data":{}}}"#, sheet(2, 0)), on_one_line("named/codat_like.json")];
    let begins = Place { offset: 0, line: 1, column: 1 };
    let mut engine = Engine::amid(Settings::default(), SMALL, begins, None);
    engine.feed(text.join("\n").as_bytes());
    let bytes = engine.part(begins).unwrap().pack();
    for length in 0..bytes.len() {
        assert!(Part::unpack(bytes[..length].to_vec()).is_none(), "{length}");
    }
    let whole = Part::unpack(bytes.clone()).unwrap();
    assert_eq!(whole.pack(), bytes);
}
