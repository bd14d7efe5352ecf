//! Lines that are read in one step come to the same as when they are read token by token.

mod cut;

use cut::told;
use proptest::prelude::*;
use proptest::sample::select;
use tieout::model::settings::Settings;

/// What lines are made of: keys that are known and not, with values that fit and do not.
const MEMBERS: &[&str] = &[
    r#""account_id":"1000""#,
    r#""account_id": "6f64e3e4-5bb1-47f1-9114-9cfb63f92a09""#,
    r#""account_id":null"#,
    r#""account_id":" ""#,
    r#""account_id":12345678901234567890"#,
    r#""account_id":true"#,
    r#""name":"Cash""#,
    r#""name":"Café \"X\" ""#,
    r#""name":"Caf\u00e9""#,
    r#""name" : "Größe 日本""#,
    r#""name":"""#,
    r#""name":7"#,
    r#""name":null"#,
    r#""name":false"#,
    r#""value":"762124.81""#,
    r#""value":"-0.00""#,
    r#""value":"1.234""#,
    r#""value":"(5.00)""#,
    r#""value":"$5""#,
    r#""value":5"#,
    r#""value":-5.10"#,
    r#""value":1e3"#,
    r#""value":05"#,
    r#""value":5x"#,
    r#""value":nul"#,
    r#""value":true"#,
    r#""value":null"#,
    r#""value":"99999999999999999999.99""#,
    r#""value":[1]"#,
    r#""value":{"a":1}"#,
    r#""currency":"EUR""#,
    r#""currency_code":"USD""#,
    r#""note":"a	b""#,
    r#""note":"x""#,
    r#""note":[]"#,
    r#""items":null"#,
    r#""items":3"#,
    r#""":"""#,
];

/// What may stand between two tokens.
const GAPS: &[&str] = &["", "", "", " ", "\n  ", "\r\n\t", "\r", "\n"];

fn line() -> impl Strategy<Value = String> {
    let members = prop::collection::vec((select(MEMBERS), select(GAPS)), 0..6);
    let item = (members, select(GAPS)).prop_map(|(members, gap)| {
        let members: Vec<String> =
            members.iter().map(|(member, gap)| format!("{gap}{member}{gap}")).collect();
        format!("{gap}{{{}{gap}}}", members.join(","))
    });
    let many = (0..20_usize).prop_map(|count| {
        let members: Vec<String> = (0..count).map(|at| format!(r#""key{at}":"{at}""#)).collect();
        format!("{{{}}}", members.join(","))
    });
    prop_oneof![20 => item, 1 => many, 1 => select(&["[]", "7", "{", "}", "nothing", ""][..]).prop_map(str::to_owned)]
}

fn tree() -> impl Strategy<Value = String> {
    line().prop_recursive(3, 24, 4, |inner| {
        (line(), prop::collection::vec(inner, 0..4), select(GAPS), any::<bool>()).prop_map(
            |(line, items, gap, last)| {
                let Some(open) = line.strip_suffix('}') else { return line };
                let comma = if open.trim_end().ends_with('{') { "" } else { "," };
                let behind = if last { "" } else { r#","note":"behind""# };
                format!(r#"{open}{comma}{gap}"items"{gap}:{gap}[{}{gap}]{behind}{gap}}}"#, items.join(","))
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whole_lines_are_read_as_single_bytes_are(
        items in prop::collection::vec(tree(), 1..6),
        between in select(&["", "", "\n", " \r\n"][..]),
        many in any::<bool>(),
    ) {
        let items = items.join(&format!(",{between}"));
        let sheet = format!(
            r#"{{"end_date":"2024-12-31","assets":{{"name":"Assets","value":"1.00","items":[{items}]}},"liabilities":{{"name":"L","value":1,"items":[{{"name":"P","value":1,"account_id":"2"}}]}},"equity":{{}}}}"#
        );
        let text = if many { format!("{sheet}\n{sheet}\n") } else { sheet };
        let settings = Settings::default();
        prop_assert_eq!(told(&text, usize::MAX, &settings), told(&text, 1, &settings));
    }
}
