//! One account id on several lines: a chain of lines under each other is worth knowing, anything else is wrong.

use tieout::engine;
use tieout::model::settings::Settings;

/// What A002 tells of assets with this content, as `severity: message`.
fn told(assets: &str) -> Vec<String> {
    let text = format!(
        r#"{{"assets": {{{assets}}}, "liabilities": {{"name": "L", "value": 0}}, "equity": {{"name": "E", "value": 0}}}}"#
    );
    let report = engine::check("file.json", text.as_bytes(), Settings::default());
    assert!(report.findings.iter().all(|finding| finding.rule != "J001"), "{text}");
    let own = report.findings.iter().filter(|finding| finding.rule == "A002");
    own.map(|finding| format!("{}: {}", finding.severity.name(), finding.message)).collect()
}

/// A line with an id and items.
fn line(name: &str, id: &str, items: &[String]) -> String {
    format!("{{{}}}", fields(name, id, items))
}

fn fields(name: &str, id: &str, items: &[String]) -> String {
    format!(r#""name": "{name}", "account_id": "{id}", "value": 0, "items": [{}]"#, items.join(", "))
}

#[test]
fn along_one_chain_an_id_may_stand_again() {
    let grandchild = line("Grandchild", "1", &[]);
    let child = line("Child", "1", &[grandchild]);
    let expected = [
        "info: `Child` has the same account id as `Root` on line 1: `1`",
        "info: `Grandchild` has the same account id as `Child` on line 1: `1`",
    ];
    assert_eq!(told(&fields("Root", "1", &[child])), expected);
    // A line with another id between them breaks no chain.
    let between = line("Between", "2", &[line("Grandchild", "1", &[])]);
    assert_eq!(
        told(&fields("Root", "1", &[between])),
        ["info: `Grandchild` has the same account id as `Root` on line 1: `1`"]
    );
}

#[test]
fn siblings_with_one_id_are_told_of_each_other_even_under_a_group_of_that_id() {
    let children = [line("First", "1", &[]), line("Second", "1", &[]), line("Third", "1", &[])];
    let expected = [
        "error: `Second` has the same account id as `First` on line 1: `1`",
        "error: `Third` has the same account id as `First` on line 1: `1`",
        "info: `First` has the same account id as `Root` on line 1: `1`",
    ];
    assert_eq!(told(&fields("Root", "1", &children)), expected);
    assert_eq!(told(&fields("Root", "9", &children)), expected[..2]);
}

#[test]
fn a_cousin_is_told_of_the_line_it_does_not_stand_under() {
    let first = line("First", "1", &[line("Grandchild", "1", &[])]);
    let cousin = line("Second", "2", &[line("Cousin", "1", &[])]);
    assert_eq!(
        told(&fields("Root", "1", &[first, cousin])),
        [
            "error: `Cousin` has the same account id as `First` on line 1: `1`",
            "info: `First` has the same account id as `Root` on line 1: `1`",
            "info: `Grandchild` has the same account id as `First` on line 1: `1`",
        ]
    );
}

#[test]
fn a_chain_beside_an_unrelated_line_is_no_chain() {
    let chain = line("Group", "1", &[line("Account", "1", &[])]);
    assert_eq!(
        told(&fields("Root", "9", &[line("Other", "1", &[]), chain])),
        [
            "error: `Group` has the same account id as `Other` on line 1: `1`",
            "error: `Account` has the same account id as `Other` on line 1: `1`",
        ]
    );
}
