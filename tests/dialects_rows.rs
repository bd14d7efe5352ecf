//! What is read of flat rows that name their parents or stand on levels.

mod told;

use told::{fixture, of_rule, recognised, report, told};

#[test]
fn each_period_is_a_statement_and_without_a_root_of_equity_the_computed_profit_is_it() {
    insta::assert_snapshot!(told(&fixture("rows/erpnext.json")));
}

#[test]
fn computed_profit_belongs_to_equity_beside_its_root() {
    insta::assert_snapshot!(told(&fixture("rows/erpnext-equity.json")));
}

#[test]
fn income_and_expenses_alone_are_a_profit_and_loss_statement() {
    insta::assert_snapshot!(told(&fixture("rows/erpnext-profit.json")));
}

#[test]
fn each_pair_of_debits_and_credits_is_a_trial_balance_of_the_accounts() {
    insta::assert_snapshot!(told(&fixture("rows/trial.json")));
}

#[test]
fn liabilities_and_equity_under_one_root_are_sections_and_totals_of_groups_are_no_items() {
    insta::assert_snapshot!(told(&fixture("rows/odoo.json")));
}

#[test]
fn levels_make_a_tree_and_one_that_no_row_has_is_not_missed() {
    insta::assert_snapshot!(told(&fixture("rows/levels.json")));
}

/// A list of rows, each a name, a parent (`-` for none) and an amount.
fn rows(text: &str) -> String {
    let row = |row: &str| {
        let mut words = row.split_whitespace();
        let mut word = || words.next().unwrap_or_default();
        let (name, parent, amount) = (word(), word(), word());
        let parent = if parent == "-" { "null".to_owned() } else { format!("{parent:?}") };
        format!(r#"{{"id": "{name}", "name": "{name}", "parent_id": {parent}, "balance": {amount}}}"#)
    };
    format!("[{}]", text.split(',').map(row).collect::<Vec<_>>().join(", "))
}

/// The same with levels in place of parents.
fn levels(text: &str) -> String {
    let row = |row: &str| {
        let mut words = row.split_whitespace();
        let mut word = || words.next().unwrap_or_default();
        format!(r#"{{"name": "{}", "level": {}, "amount": "{}"}}"#, word(), word(), word())
    };
    format!("[{}]", text.split(',').map(row).collect::<Vec<_>>().join(", "))
}

/// The lines of the first statement, each with as many dots as there are lines above it, and the verdict.
fn tree(text: &str) -> String {
    let report = report(text);
    let statement = &report.statements[0].statement;
    let line = |line| {
        let dots = ".".repeat(usize::from(statement.lines.depth(line)));
        format!("{dots}{}", statement.name(line))
    };
    let lines: Vec<String> = statement.lines.all().map(line).collect();
    format!("{} {}", lines.join(" "), report.verdict.name())
}

const SHEET: &str = "Assets - 10, Cash Assets 4, Stock Assets 6, Liabilities - 3, Loan Liabilities 3, Equity - 7, Capital Equity 7";

const TREE: &str = "Assets .Cash .Stock Liabilities .Loan Equity .Capital";

#[test]
fn rows_may_stand_in_any_order() {
    assert_eq!(tree(&rows(SHEET)), format!("{TREE} ties"));
    let turned: Vec<&str> = SHEET.split(", ").collect::<Vec<_>>().into_iter().rev().collect();
    assert_eq!(tree(&rows(&turned.join(", "))), "Equity .Capital Liabilities .Loan Assets .Stock .Cash ties");
}

#[test]
fn a_row_of_a_parent_that_is_not_there_stands_under_nothing() {
    let text = rows(&SHEET.replace("Stock Assets", "Stock Asets"));
    assert_eq!(tree(&text), "Assets .Cash Stock Liabilities .Loan Equity .Capital differs");
    assert_eq!(of_rule(&text, "S002").len(), 1);
    let told = "`Stock` names `Asets` as its parent, which no row is; here it stands under no row";
    assert_eq!(of_rule(&text, "S011"), [told]);
}

#[test]
fn rows_that_are_each_others_parents_are_cut_at_the_first() {
    let text = rows(
        &SHEET
            .replace("Stock Assets", "Stock Wares")
            .replace("Liabilities - 3", "Wares Stock 6, Liabilities - 3"),
    );
    assert_eq!(tree(&text), "Assets .Cash Stock .Wares Liabilities .Loan Equity .Capital differs");
    let told = "`Stock` names `Wares` as its parent, which is itself or stands below it; here it stands under no row";
    assert_eq!(of_rule(&text, "S011"), [told]);
    let own = rows(&SHEET.replace("Stock Assets", "Stock Stock"));
    assert_eq!(tree(&own), "Assets .Cash Stock Liabilities .Loan Equity .Capital differs");
}

#[test]
fn of_two_rows_with_one_key_the_nearest_before_is_the_parent() {
    let text = rows(&format!("{SHEET}, Cash Assets 5, Till Cash 5"));
    assert_eq!(tree(&text), "Assets .Cash .Stock .Cash ..Till Liabilities .Loan Equity .Capital differs");
    assert_eq!(of_rule(&text, "A002").len(), 1);
}

#[test]
fn a_level_deeper_than_one_below_the_row_before_stands_right_under_it() {
    let text = levels(
        "Assets 0 10, Cash 1 4, Till 2 4, Stock 1 6, Liabilities 0 3, Loan 2 3, Equity 0 7, Capital 1 7",
    );
    assert_eq!(tree(&text), "Assets .Cash ..Till .Stock Liabilities .Loan Equity .Capital ties");
    let told = "`Loan` is on level 2 right after a row on level 0; here it stands right under that row";
    assert_eq!(of_rule(&text, "S011"), [told]);
}

#[test]
fn roots_of_one_kind_are_one_section() {
    let text = rows(
        "Fixed_Assets - 6, Plant Fixed_Assets 6, Current_Assets - 4, Cash Current_Assets 4, Liabilities - 3, Loan Liabilities 3, Net_worth - 7, Capital Net_worth 7",
    );
    assert_eq!(
        tree(&text),
        "assets .Fixed_Assets ..Plant .Current_Assets ..Cash Liabilities .Loan Net_worth .Capital ties"
    );
}

#[test]
fn a_root_above_the_sections_is_none_itself() {
    let text = rows(&format!("Root - 0, {}", SHEET.replace(" - ", " Root ")));
    assert_eq!(tree(&text), format!("{TREE} ties"));
}

#[test]
fn a_total_that_is_not_its_groups_is_seen() {
    let text = rows(SHEET).replace(
        r#"{"id": "Liabilities""#,
        r#"{"id": "t", "name": "Total Assets", "parent_id": "Assets", "balance": 11}, {"id": "Liabilities""#,
    );
    assert_eq!(tree(&text), "Assets .Cash .Stock .Total Assets Liabilities .Loan Equity .Capital differs");
    let tied = text.replace("11}", "10}");
    assert_eq!(tree(&tied), format!("{TREE} ties"));
}

#[test]
fn a_total_beside_the_tree_that_differs_is_told_where_it_stands() {
    let text = fixture("rows/erpnext-equity.json").replacen(
        r#""dec_2023": 140.0, "total": 140.0"#,
        r#""dec_2023": 145.0, "total": 145.0"#,
        3,
    );
    assert_eq!(
        of_rule(&text, "T004"),
        [
            "`'Total Liability (Credit)'` is 145.0, but liabilities in the tree are 140.0; the difference is 5.0"
        ]
    );
}

#[test]
fn a_flat_trial_balance_needs_no_parents_but_entries_of_a_journal_are_none() {
    let row = |name: &str, debit: &str, credit: &str| {
        format!(r#"{{"account_code": "{name}", "name": "{name}", "debit": "{debit}", "credit": "{credit}"}}"#)
    };
    let text = format!(
        "[{}, {}, {}, {}]",
        row("Cash", "10.00", ""),
        row("Loan", "", "7.00"),
        row("Mixed", "2.00", "5.00"),
        row("None", "", "")
    );
    assert_eq!(tree(&text), "debits .Cash .Mixed .None credits .Loan .Mixed ties");
    assert!(of_rule(&text, "A002").is_empty());
    let total = text.replace(
        r#"{"account_code": "None", "name": "None", "debit": "", "credit": ""}"#,
        r#"{"name": "Total", "debit": "12.00", "credit": "11.00"}"#,
    );
    assert_eq!(
        of_rule(&total, "T004"),
        ["`Total` is 11.00, but credits in the tree are 12.00; the difference is −1.00"]
    );
    assert_eq!(recognised(&text), Some("flat-rows"));
    assert_eq!(recognised(&text.replace(r#""name""#, r#""date": "2024-01-01", "name""#)), None);
}

#[test]
fn what_is_no_list_of_rows_is_not_taken_for_one() {
    let line = r#"{"name": "Cash", "value": 1, "level": 1, "items": []}"#;
    let group = format!(r#"{{"name": "Bank", "value": 1, "level": 0, "items": [{line}]}}"#);
    for text in [
        format!("[{group}, {line}, {line}]"),
        r#"[{"assets": {"name": "A", "value": 1}}, {"assets": {"name": "A", "value": 2}}]"#.to_owned(),
        r#"{"name": "Cash", "value": 1, "level": 1}"#.to_owned(),
        r#"[{"name": "Cash", "value": 1, "level": 0}, {"name": "Bank", "value": 1, "level": 0}]"#.to_owned(),
        r#"[{"id": 1, "name": "Tools", "parent": null, "price": 5}, {"id": 2, "name": "Saw", "parent": 1, "price": 5}]"#.to_owned(),
        r#"[{"id": 1, "name": "Tools", "parent": null}, {"id": 2, "name": "Saw", "parent": 1}]"#.to_owned(),
        fixture("canonical.json"),
    ] {
        assert_eq!(recognised(&text), None, "{text}");
    }
}

#[test]
fn a_beginning_with_two_rows_is_recognised_wherever_it_is_cut() {
    for (path, sure) in
        [("rows/erpnext.json", "Debtors"), ("rows/odoo.json", "102000"), ("rows/levels.json", "Till")]
    {
        let text = fixture(path);
        let from = text.find(sure).unwrap_or_default();
        let lost = (from..text.len())
            .find(|cut| text.get(..*cut).is_some_and(|text| recognised(text) != Some("flat-rows")));
        assert_eq!(lost.map(|cut| &text[..cut]), None, "{path}");
    }
}

/// How many rows are many.
const MANY: usize = 10_000;

#[test]
fn very_many_rows_take_no_longer_for_being_many() {
    let many = |count: usize, of: &dyn Fn(usize) -> String| {
        format!("[{}]", (0..count).map(of).collect::<Vec<_>>().join(","))
    };
    let row = |at: usize, parent: &str| {
        format!(r#"{{"id": {at}, "name": "n", "parent_id": {parent}, "balance": 1}}"#)
    };
    let texts = [
        many(MANY, &|at| row(at, &at.saturating_sub(1).to_string())),
        many(MANY, &|at| row(at, &(at + 1).to_string())),
        many(MANY, &|at| row(at, "0")),
        many(MANY, &|at| row(at, "\"lost\"")),
        many(MANY, &|at| row(at, &at.to_string())),
        many(MANY, &|at| format!(r#"{{"name": "n", "level": {at}, "amount": 1}}"#)),
        many(MANY, &|at| format!(r#"{{"name": "Total n", "level": {}, "amount": 1}}"#, at % 7)),
        many(MANY, &|at| {
            format!(r#"{{"name": "Assets", "parent": "{}", "balance": 1, "dec_{at}": 1}}"#, at % 2)
        }),
        format!(
            "[{{{}, \"name\": \"Assets\"}}]",
            (0..MANY).map(|at| format!(r#""x{at}_2020": 1, "level": 1"#)).collect::<Vec<_>>().join(",")
        ),
        many(MANY, &|_| r#"{"name": "Total assets", "level": 0, "parent_id": "a", "balance": 1}"#.to_owned()),
    ];
    for text in texts {
        let lines = report(&text).counts.lines;
        assert!(lines <= 2 * MANY as u64, "{lines}");
    }
}
