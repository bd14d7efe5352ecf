//! Documents that are written like the one before are made of what was read of that, and come to the same as when they are
//! read token by token.

mod cut;

use cut::told;
use proptest::prelude::*;
use proptest::sample::select;
use tieout::engine;
use tieout::model::kin::Kin;
use tieout::model::mapping::Mapping;
use tieout::model::settings::Settings;
use tieout::rules::example::TIES;
use tieout::rules::judge::Judge;

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

const CURRENCIES: &[&str] = &[r#""EUR""#, r#""USD""#, r#""""#, "null"];

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
    r#""currency_code":C"#,
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
            'C' => CURRENCIES,
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

/// What stands before documents, between them and behind them.
const AROUND: &[[&str; 3]] = &[
    ["", "\n", ""],
    ["", "\r\n", "\n"],
    ["", "\n\n", "\n"],
    ["", " \n", "\n"],
    ["", "\nnothing\n", "\n"],
    ["[", ",", "]"],
    ["[\n  ", ",\n  ", "\n]\n"],
    ["[ ", ", nothing, ", " ]"],
    [r#"{"data":["#, ",", "]}"],
    [r#"{"currency_code":"CHF","data":[ "#, " ,\n ", r#"],"entity_name":"Envelope"}"#],
    [r#"{"a":{"data":[["#, ",", "]]}}"],
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn documents_that_are_alike_are_read_as_single_bytes_are(
        patterns in prop::collection::vec(pattern(), 1..3),
        documents in prop::collection::vec((any::<bool>(), prop::collection::vec(any::<u16>(), 12)), 1..9),
        around in select(AROUND),
        rows in select(&["", "", "\n ", "\r\n\t"][..]),
        asked in any::<bool>(),
    ) {
        let settings = Settings { mapping: asked.then(Mapping::canonical), ..Settings::default() };
        let texts: Vec<String> = documents.iter().map(|(second, picks)| {
            let pattern = patterns.get(usize::from(*second)).or(patterns.first()).expect("a pattern");
            filled(pattern, picks).replace(',', &format!(",{rows}"))
        }).collect();
        let [before, between, behind] = around;
        let text = [before, &texts.join(between), behind].concat();
        prop_assert_eq!(told(&text, usize::MAX, &settings), told(&text, 1, &settings));
    }
}

#[test]
fn a_figure_that_can_be_read_in_two_ways_is_so_in_a_document_like_the_one_before() {
    let pattern = r#"{"assets":{"name":"A","value":F,"items":[{"name":"Cash","account_id":"1","value":F}]},"liabilities":{"name":"L","value":F,"items":[]},"equity":{"name":"E","value":F,"items":[]}}"#;
    let text: String =
        ["7", "1.234", "8"].map(|figure| pattern.replace('F', &format!("\"{figure}\"")) + "\n").concat();
    let settings = Settings::default();
    let [report, table, ..] = told(&text, usize::MAX, &settings);
    assert!(report.contains("V001"), "{report}");
    assert_eq!(table, told(&text, 1, &settings)[1]);
    assert_eq!(report, told(&text, 1, &settings)[0]);
}

#[test]
fn a_long_list_of_statements_is_read_as_its_elements_are() {
    let pattern = r#"{
    "end_date": D, "currency_code": "EUR",
    "assets": {"name": "A", "value": F, "items": [
      {"account_id": "1", "name": "Cash", "value": F}, {"account_id": null, "name": "Group", "value": F, "items": [
        {"account_id": "2", "name": "Größe", "value": F}]}]},
    "liabilities": {"name": "L", "value": F, "items": []}, "equity": {"name": "E", "value": F, "items": []}}"#;
    let elements: Vec<String> =
        (0..1_500_u16).map(|at| filled(pattern, &[at, 3 * at + 1, 7 * at + 2, 5, 11 * at, 9])).collect();
    for (before, behind) in [("[\n  ", "\n]"), (r#"{"data":[{"name":"x"},"#, r#"],"entity_name":"E"}"#)] {
        let text = [before, &elements.join(",\n  "), behind].concat();
        assert!(text.len() > 512 << 10);
        let settings = Settings::default();
        let (whole, pieces) = (told(&text, usize::MAX, &settings), told(&text, 4_001, &settings));
        assert!(whole == pieces, "{before}");
        assert!(whole == told(&text, 100, &settings), "{before}");
    }
}

#[test]
fn what_was_told_of_the_keys_of_a_list_goes_for_no_other_document() {
    let one = |figure: &str| {
        format!(
            r#"{{"assets":{{"label":"A","total":{figure},"children":[{{"code":"1","label":"Cash","total":{figure}}}]}},"liabilities":{{"label":"L","total":0.00,"children":[]}},"equity":{{"label":"E","total":{figure},"children":[]}}}}"#
        )
    };
    let list = vec![one("12.50"); 2_000].join(",");
    assert!(list.len() > 300 << 10);
    let text = format!("[{list}]\n{}\n[{},{}]\n", one("7.25"), one("8.50"), one("9.00"));
    let settings = Settings::default();
    let whole = told(&text, usize::MAX, &settings);
    assert!(
        whole[0].contains(r#""dialect": "named-tree""#) && !whole[0].contains(r#""dialect": "canonical""#)
    );
    assert!(whole == told(&text, 777, &settings));
}

#[test]
fn currencies_of_lines_are_held_against_each_header() {
    let one = |code: &str| {
        format!(
            r#"{{"currency_code":"{code}","assets":{{"name":"A","value":"5.00","items":[{{"account_id":"1","name":"Cash","value":"5.00","currency":"USD"}}]}},"liabilities":{{"name":"L","value":"0.00","items":[]}},"equity":{{"name":"E","value":"5.00","items":[]}}}}"#
        )
    };
    let text = [one("USD"), one("USD"), one("EUR")].join("\n");
    let whole = told(&text, usize::MAX, &Settings::default());
    assert!(whole[0].contains(r#""D007""#));
    assert!(whole == told(&text, 1, &Settings::default()));
}

#[test]
fn a_list_with_a_fault_in_it_is_given_up_as_it_is_byte_by_byte() {
    let one = "{\"assets\":\n{\"name\":\"A\",\"value\":\"5.00\",\"items\":[]},\"liabilities\":{\"name\":\"L\",\"value\":\"0.00\",\"items\":[]},\"equity\":{\"name\":\"E\",\"value\":\"5.00\",\"items\":[]}}";
    let text = format!("{one}\n{one}\n{one}\n{one}\n[nothing,{{}},{one}]\n");
    for mapping in [None, Some(Mapping::canonical())] {
        let settings = Settings { mapping, ..Settings::default() };
        assert!(told(&text, usize::MAX, &settings) == told(&text, 7, &settings));
    }
}

#[test]
fn what_stands_under_a_key_of_the_path_is_entered_only_from_outside() {
    let one = r#"{"data":{"name":"D","value":"1.00","items":[{"name":"x","value":"1.00"}]},"assets":{"name":"A","value":"5.00","items":[]},"liabilities":{"name":"L","value":"0.00","items":[]},"equity":{"name":"E","value":"5.00","items":[]}}"#;
    let mapping = Mapping { path: vec!["data".to_owned()], ..Mapping::canonical() };
    let settings = Settings { mapping: Some(mapping), ..Settings::default() };
    let text = format!("{{\"data\":[{one},{one}]}}\n[{one}]\n{one}\n");
    assert!(told(&text, usize::MAX, &settings) == told(&text, 1, &settings));
}

#[test]
fn a_document_is_settled_at_one_place_however_it_is_cut() {
    let line = |at: usize| format!(r#"{{"account_id":"{at}","name":"N{at}"}}"#);
    let lines: Vec<String> = (0..40).map(line).collect();
    let section = |name: &str| format!(r#""{name}":{{"name":"{name}","items":[{}]}}"#, lines.join(","));
    let one = format!(
        r#"{{{},{},"note":"{}","equity":{{"name":"E","value":"5.00","items":[{{"account_id":"x","name":"Y","value":"5.00"}}]}}}}"#,
        section("assets"),
        section("liabilities"),
        "x".repeat(300_000)
    );
    let text = format!("{}{one}\n", "\n".repeat(8));
    let settings = Settings::default();
    assert!(told(&text, usize::MAX, &settings) == told(&text, 1_000, &settings));
    assert!(told(&text, usize::MAX, &settings) == told(&text, 200_000, &settings));
}

#[test]
fn a_mapping_that_fits_a_list_is_not_told_to_fit_nothing() {
    let one = r#"{"assets":{"name":"A","value":"5.00","items":[]},"liabilities":{"name":"L","value":"0.00","items":[]},"equity":{"name":"E","value":"5.00","items":[]}}"#;
    let settings = Settings { mapping: Some(Mapping::canonical()), ..Settings::default() };
    let [report, ..] = told(&format!("[{one},{one}]"), usize::MAX, &settings);
    assert!(!report.contains("fits nothing"), "{report}");
    let [report, ..] = told("[{\"a\":1}]", usize::MAX, &settings);
    assert!(report.contains("fits nothing"), "{report}");
}

#[test]
fn nothing_is_kept_of_a_statement_that_no_other_is_like() {
    let report = engine::check("sheet.json", TIES, Settings::default());
    let one = report.statements.into_iter().next().expect("a statement").statement;
    let mut judge = Judge::new(Settings::default());
    let (examined, _) = judge.statement(0, one, Vec::new(), &[]);
    assert!(!Kin::of(&examined.statement).may_have_others(), "the judge let go of it");
    let (examined, _) = judge.statement(1, examined.statement.clone(), Vec::new(), &[]);
    assert!(Kin::of(&examined.statement).may_have_others(), "there are two of them");
}
