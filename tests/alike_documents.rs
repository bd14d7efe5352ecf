//! Documents that are written like the one before are made of what was read of that, and come to the same as when they are
//! read token by token.

use proptest::prelude::*;
use proptest::sample::select;
use tieout::engine::Engine;
use tieout::export::format::Format;
use tieout::export::report_json;
use tieout::model::mapping::Mapping;
use tieout::model::settings::Settings;

/// Figures that fit a mould, and some that do not.
const FIGURES: &[&str] = &[
    r#""12.50""#,
    r#""12.50""#,
    r#""-3.00""#,
    r#""0.00""#,
    r#""7""#,
    r#""1048576.25""#,
    r#""-0.00""#,
    r#""1.234""#,
    r#""-1.234""#,
    r#""-20.500""#,
    r#""5.001""#,
    r#""1,234.50""#,
    r#""(5.00)""#,
    r#""""#,
    r#""12.5\u0030""#,
    r#""99999999999999999999.99""#,
    "12.5",
    "-3",
    "05",
    "1e2",
    "null",
    "true",
    "[1]",
];

const DATES: &[&str] =
    &[r#""2024-12-31""#, r#""2024-11-30""#, r#""2024-02-30""#, r#""""#, "20241231", "null", r#""31\/12""#];

/// Names and ids, some of which stand more than once.
const NAMES: &[&str] =
    &["Cash", "cash ", "Größe", r#"Loan \"B\""#, "Allowance for bad debts", "=1+1", "", "Cash"];
const IDS: &[&str] = &[r#""1""#, r#""2""#, "null", "3", "12345678901234567890", r#""""#];

/// What may be around the sections, with `F` and `D` where figures and dates stand.
const FIELDS: &[&str] = &[
    r#""id":"a""#,
    r#""entity_name":"E""#,
    r#""end_date":D"#,
    r#""start_date":D"#,
    r#""currency_code":"EUR""#,
    r#""total_assets":F"#,
    r#""unheard":F"#,
    r#""flag":true"#,
    r#""nothing":null"#,
    r#""meta":{"a":1}"#,
    r#""tags":["x"]"#,
    r#""other":{"name":"Other","value":F,"items":[{"name":"O","value":F}]}"#,
    r#""assets":null"#,
];

/// What a line may have beside name, id and figure.
const MORE: &[&str] =
    &["", "", "", "", "", r#","note":"x""#, r#","currency":"USD""#, r#","items":null"#, r#","items":[]"#];

fn line() -> impl Strategy<Value = String> {
    (select(NAMES), select(IDS), select(MORE))
        .prop_map(|(name, id, more)| format!(r#"{{"account_id":{id},"name":"{name}","value":F{more}}}"#))
}

fn section(key: &'static str) -> impl Strategy<Value = String> {
    let group = (line(), prop::collection::vec(line(), 1..3)).prop_map(|(group, items)| {
        group.replacen('F', "F,\"items\":[X]", 1).replacen('X', &items.join(","), 1)
    });
    prop::collection::vec(prop_oneof![3 => line(), 1 => group], 0..4).prop_map(move |items| {
        format!(r#""{key}":{{"name":"{key}","value":F,"items":[{}]}}"#, items.join(","))
    })
}

/// A document with gaps for its figures and dates.
fn pattern() -> impl Strategy<Value = String> {
    let fields = prop::collection::vec(select(FIELDS), 0..5);
    let sections = (section("assets"), section("liabilities"), section("equity"));
    (fields.clone(), sections, fields).prop_map(|(before, (assets, liabilities, equity), behind)| {
        let parts = before.into_iter().map(str::to_owned).chain([assets, liabilities, equity]);
        let parts: Vec<String> = parts.chain(behind.into_iter().map(str::to_owned)).collect();
        format!("{{{}}}", parts.join(","))
    })
}

/// A pattern with its gaps filled, mostly by what fits.
fn filled(pattern: &str, picks: &[u16]) -> String {
    let mut picks = picks.iter().cycle().map(|pick| usize::from(*pick));
    let mut text = String::new();
    for c in pattern.chars() {
        let from = match c {
            'F' => FIGURES,
            'D' => DATES,
            _ => {
                text.push(c);
                continue;
            }
        };
        let pick = picks.next().unwrap_or(0);
        // One in sixteen is taken from all, the others from those that fit.
        let fitting = if from.len() > 10 { 6 } else { 2 };
        let at = if pick % 16 == 0 { pick / 16 % from.len() } else { pick / 16 % fitting };
        text.push_str(from[at]);
    }
    text
}

fn told(text: &str, cut: usize, settings: &Settings) -> [String; 3] {
    let mut engine = Engine::empty(settings.clone());
    engine.tabulate(Format::CsvCompact, true);
    engine.begin("file.json");
    text.as_bytes().chunks(cut).for_each(|piece| engine.feed(piece));
    engine.end();
    let (table, guarded) = (engine.take_table(), engine.guarded().to_string());
    let mut report = Vec::new();
    assert!(report_json::write(&engine.finish(), &mut report).is_ok());
    let [report, table] = [report, table].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    [report, table, guarded]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn documents_that_are_alike_are_read_as_single_bytes_are(
        patterns in prop::collection::vec(pattern(), 1..3),
        documents in prop::collection::vec((any::<bool>(), prop::collection::vec(any::<u16>(), 12)), 1..9),
        end in select(&["\n", "\r\n", "\n\n", " \n", "\nnothing\n"][..]),
        asked in any::<bool>(),
    ) {
        let settings = Settings { mapping: asked.then(Mapping::canonical), ..Settings::default() };
        let lines = documents.iter().map(|(second, picks)| {
            let pattern = patterns.get(usize::from(*second)).or(patterns.first()).expect("a pattern");
            filled(pattern, picks) + end
        });
        let text: String = lines.collect();
        prop_assert_eq!(told(&text, usize::MAX, &settings), told(&text, 1, &settings));
    }
}

#[test]
fn a_figure_that_can_be_read_in_two_ways_is_so_in_a_document_like_the_one_before() {
    let pattern = r#"{"assets":{"name":"A","value":F,"items":[{"name":"Cash","account_id":"1","value":F}]},"liabilities":{"name":"L","value":F,"items":[]},"equity":{"name":"E","value":F,"items":[]}}"#;
    let text: String =
        ["7", "1.234", "8"].map(|figure| pattern.replace('F', &format!("\"{figure}\"")) + "\n").concat();
    let settings = Settings::default();
    let [report, table, _] = told(&text, usize::MAX, &settings);
    assert!(report.contains("V001"), "{report}");
    assert_eq!(table, told(&text, 1, &settings)[1]);
    assert_eq!(report, told(&text, 1, &settings)[0]);
}
