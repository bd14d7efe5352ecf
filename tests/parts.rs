//! One file read by several engines: however it is divided, the report and the table are those of one.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use tieout::engine::Engine;
use tieout::engine::book::Room;
use tieout::engine::part::{Part, Rows};
use tieout::engine::stretch::Stretch;
use tieout::export::format::Format;
use tieout::export::{report_html, report_json, report_text};
use tieout::model::report::Report;
use tieout::model::settings::Settings;
use tieout::model::waiver::Waiver;
use tieout::rules::catalogue::RULES;

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
        // A finding of it says another line of the file.
        differ.replace(r#""account_id":"3""#, r#""account_id":"2""#).replace("[{", "[\n {"),
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
        kinds.get(at).unwrap_or(&kinds[at % 11]).clone()
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
    engine.leave_digest();
    engine.feed(text);
    engine.end();
    let (table, guarded) = (engine.take_table(), engine.guarded());
    (engine.finish(), table, guarded)
}

/// What came of dividing a file: the report, the table, its guarded cells, and how many parts were taken and refused.
type Shared = (Report, Vec<u8>, u64, [usize; 2]);

/// How a file is divided.
#[derive(Clone, Debug)]
struct Cuts {
    /// The bytes of a piece that is read at once, and those of each stretch, again from the first when they are used up.
    piece: usize,
    stretches: Vec<usize>,
    /// Whether parts are given out before it is likely that they are taken.
    early: bool,
}

/// Reads it with several: its beginning here, and stretches of the rest in parts.
fn shared(text: &[u8], settings: &Settings, wanted: Wanted, cuts: &Cuts) -> Shared {
    let size = text.len() as u64;
    let mut engine = engine(settings, wanted);
    engine.begin("file.json");
    engine.leave_digest();
    let mut from = None;
    while from.is_none() && engine.bytes_read() < size {
        from = engine.feed_to_parts(stretch_of(text, engine.bytes_read(), cuts.piece));
    }
    let text_from = engine.text_from().unwrap_or_default();
    let (mut table, mut told) = (Vec::new(), [0, 0]);
    let read_to = |engine: &mut Engine, table: &mut Vec<u8>, to: u64| {
        while engine.bytes_read() < to {
            let at = engine.bytes_read();
            engine.feed(stretch_of(text, at, cuts.piece.min(usize::try_from(to - at).unwrap())));
        }
        table.extend(engine.take_table());
    };
    let likely = from.map_or(size, |from| from + text_from);
    let mut at = if cuts.early && from.is_some() { 0 } else { likely }.max(engine.bytes_read());
    let mut lengths = cuts.stretches.iter().cycle();
    // Parts are handed out before those before them are taken.
    let mut used_up = Vec::new();
    while at < size {
        let to = size.min(at + *lengths.next().unwrap() as u64);
        let extent = (at - text_from, to - text_from);
        let mut stretch = Stretch::new(settings.clone(), SMALL, rows_of(wanted), extent);
        stretch.only_count(&used_up);
        used_up = engine.used_up().into_iter().map(str::to_owned).collect();
        let (mut own, mut rows, mut goes_on) = (at - 1, Vec::new(), true);
        while goes_on && own < size {
            goes_on = stretch.feed(stretch_of(text, own, cuts.piece));
            rows.extend(stretch.take_table());
            own += cuts.piece as u64;
        }
        at = to;
        // A part is sent from worker to worker.
        let Some(part) = stretch.part().map(|part| Part::unpack(part.pack()).unwrap()) else {
            told[1] += usize::from(engine.bytes_read() < to);
            read_to(&mut engine, &mut table, to);
            continue;
        };
        let (begins, ends) = part.extent();
        read_to(&mut engine, &mut table, begins + text_from);
        if engine.take_part(part) {
            table.extend(engine.take_table());
            table.extend(rows);
            told[0] += 1;
        } else {
            read_to(&mut engine, &mut table, ends + text_from);
            told[1] += 1;
        }
    }
    read_to(&mut engine, &mut table, size);
    engine.end();
    table.extend(engine.take_table());
    let guarded = engine.guarded();
    (engine.finish(), table, guarded, told)
}

/// So many bytes of a text from an offset on, or as many as there are.
fn stretch_of(text: &[u8], at: u64, length: usize) -> &[u8] {
    let rest = &text[usize::try_from(at).unwrap().min(text.len())..];
    &rest[..length.min(rest.len())]
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

fn check(text: &[u8], settings: &Settings, cuts: &Cuts) -> Result<[usize; 2], TestCaseError> {
    let (one, ..) = alone(text, settings, Wanted::Report);
    let (_, whole, whole_guarded) = alone(text, settings, Wanted::Table);
    let mut told = [0, 0];
    for wanted in [Wanted::Table, Wanted::Report, Wanted::Both] {
        let (_, table, guarded) = alone(text, settings, wanted);
        let (several, rows, own, taken) = shared(text, settings, wanted, cuts);
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
    let usual = &kinds()[..11];
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
    for length in [1_000, 2_500, 10_000] {
        let cuts = Cuts { piece: 700, stretches: vec![length], early: false };
        let [taken, refused] = check(&text, &settings, &cuts).unwrap();
        assert!(taken >= text.len() / 20_000 && refused == 0, "{length}: {taken} taken, {refused} refused");
    }
}

/// Reads lines of which a part begins at `from` and the next at `to`, and answers how many parts were taken.
fn check_between(lines: &[String], from: usize, to: usize) -> usize {
    let text = lines.join("\n");
    let behind = |lines: &[String]| lines.iter().map(|line| line.len() + 1).sum::<usize>();
    let stretches = vec![behind(&lines[from..to]), text.len()];
    let cuts = Cuts { piece: behind(&lines[..from]), stretches, early: true };
    check(text.as_bytes(), &Settings::default(), &cuts).unwrap()[0]
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
    for length in [1, 300, 900, 2_000] {
        check(&text, &Settings::default(), &Cuts { piece: length, stretches: vec![length], early: true })
            .unwrap();
    }
}

fn cuts() -> impl Strategy<Value = Cuts> {
    (1_usize..4_000, vec(1_usize..4_000, 1..6), any::<bool>()).prop_map(|(piece, stretches, early)| Cuts {
        piece,
        stretches,
        early,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_file_that_is_as_it_should_be_is_the_same_in_parts(
        text in files(true), cuts in cuts(),
    ) {
        check(&text, &Settings::default(), &cuts)?;
    }

    #[test]
    fn a_file_with_anything_in_it_is_the_same_in_parts(
        text in files(false), cuts in cuts(),
    ) {
        check(&text, &Settings::default(), &cuts)?;
    }

    #[test]
    fn a_dialect_that_is_asked_for_is_asked_of_every_part(
        text in files(false), cuts in cuts(), name in select(vec!["canonical", "quickbooks"]),
    ) {
        let dialect = tieout::model::dialect::Dialect::named(name);
        check(&text, &Settings { dialect, ..Settings::default() }, &cuts)?;
    }
}

/// A message that says a line of the file says the right one in a part as well.
#[test]
fn the_example_of_every_rule_is_the_same_in_parts() {
    for rule in RULES {
        let (tie, bad) = (sheet(1, 0).into_bytes(), rule.bad.to_vec());
        let text = [&tie, &tie, &bad, &tie, &bad, &bad].map(Vec::as_slice).join(&b'\n');
        let settings = tieout::settings::read::read(rule.settings).unwrap_or_default();
        for length in [tie.len() + 1, bad.len() + 1] {
            let cuts = Cuts { piece: 2 * tie.len() + 2, stretches: vec![length], early: true };
            check(&text, &settings, &cuts).unwrap();
        }
    }
}

#[test]
fn stretches_that_touch_have_parts_that_touch() {
    let lines = [sheet(1, 0), sheet(2, 7), String::new(), sheet(3, 0), sheet(4, 0)];
    let text = ["\n", "\r\n", "\r"].map(|end| lines.join(end)).join("\n");
    let size = text.len() as u64;
    let extent = |from: u64, to: u64, piece: usize| {
        let mut stretch = Stretch::new(Settings::default(), SMALL, None, (from, to));
        let mut at = from.saturating_sub(1);
        while at < size && stretch.feed(stretch_of(text.as_bytes(), at, piece)) {
            at += piece as u64;
        }
        stretch.part().map(|part| part.extent())
    };
    for at in (1..size).step_by(5) {
        let piece = usize::try_from(at % 97 + 1).unwrap();
        let (before, after) = (extent(0, at, piece).unwrap(), extent(at, size, piece));
        assert_eq!((before.0, after.map_or(size, |after| after.1)), (0, size), "{at}");
        assert_eq!(before.1, after.map_or(size, |after| after.0), "{at}");
    }
}

#[test]
fn a_part_that_arrives_maimed_is_none() {
    let text = [sheet(1, 3), format!(r#"{{"data":{}}}"#, sheet(2, 0)), on_one_line("named/codat_like.json")];
    let text = text.join("\n");
    let mut stretch = Stretch::new(Settings::default(), SMALL, None, (0, text.len() as u64));
    stretch.feed(text.as_bytes());
    let bytes = stretch.part().unwrap().pack();
    for length in 0..bytes.len() {
        assert!(Part::unpack(bytes[..length].to_vec()).is_none(), "{length}");
    }
    let whole = Part::unpack(bytes.clone()).unwrap();
    assert_eq!(whole.pack(), bytes);
}
