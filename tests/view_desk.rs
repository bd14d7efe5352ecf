//! The verdict strip, the panel and the findings of the canonical sheet, and of files that are odd.

use tieout::engine;
use tieout::model::settings::Settings;
use tieout::view::desk::Desk;
use tieout::view::filter::{self, Filter};
use tieout::view::finding_group::MOST_SHOWN;
use tieout::view::list::{Column, Wish};
use tieout::view::mark::{Mark, Weight};
use tieout::view::step::Step;
use tieout::view::summary::{Opened, SectionFigure};

const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");

fn desk(text: &[u8]) -> Desk {
    Desk::new(engine::check("a.json", text, Settings::default()))
}

/// A statement of one account a section; `assets` may make it not tie.
fn sheet(assets: &str) -> String {
    let section = |name: &str, value: &str| {
        format!(
            r#""{name}":{{"name":"{name}","value":"{value}","items":[{{"account_id":"{name}1","name":"x","value":"{value}"}}]}}"#
        )
    };
    format!(
        "{{{},{},{}}}",
        section("assets", assets),
        section("liabilities", "2.00"),
        section("equity", "3.00")
    )
}

/// The sections of the equation, each with what it has there.
fn figures(opened: &Opened) -> Vec<String> {
    let told = |figure: &SectionFigure| {
        let amount = figure.amount.as_deref().unwrap_or("not stated");
        format!("{} {amount}{}", figure.name, if figure.summed { ", added up" } else { "" })
    };
    opened.sections.iter().map(told).collect()
}

#[test]
fn sections_that_state_no_total_have_the_sum_of_their_lines() {
    for (path, expected) in [
        (
            "named/vendor_numbers.json",
            &["Assets 100.00, added up", "Liabilities 40.00, added up", "Equity 60.00, added up"][..],
        ),
        ("rows/erpnext.json", &["Assets 900.5", "Liabilities 600.0", "Equity 300.5, added up"]),
        ("quickbooks/trial_balance.json", &["Debits 1842.40", "Credits 1842.40"]),
        ("quickbooks/profit_and_loss.json", &[]),
    ] {
        let bytes = std::fs::read(format!("tests/fixtures/{path}")).unwrap();
        assert_eq!(figures(&desk(&bytes).opened().unwrap()), expected, "{path}");
    }
}

#[test]
fn a_file_of_which_a_part_is_lost_says_what_the_rest_is() {
    let lost = [CANONICAL, b"\n{\"assets\": "].concat();
    let headline = desk(&lost).summary().headline;
    assert_eq!(headline, "Cannot be read in full; what was read does not tie");
    let settings = tieout::settings::read::read(r#"{"tolerance": "200000"}"#).unwrap();
    let headline = Desk::new(engine::check("a.json", &lost, settings)).summary().headline;
    assert_eq!(headline, "Cannot be read in full; what was read ties within the tolerance that was set");
}

#[test]
fn the_strip_says_what_is_true_of_the_canonical_sheet() {
    let desk = desk(CANONICAL);
    let summary = desk.summary();
    assert_eq!((summary.verdict, summary.headline.as_str()), (Mark::Differs, "Does not tie"));
    assert_eq!((summary.lines, summary.statements), (37, 1));
    assert_eq!(summary.tally(), "2 errors · 3 warnings · 14 notes");
    let opened = desk.opened().unwrap();
    assert_eq!(figures(&opened), ["Assets 13318970.87", "Liabilities 1025016.99", "Equity 12399101.55"]);
    assert_eq!(opened.difference.as_deref(), Some("-105147.67"));
    assert_eq!(opened.sentence, "assets are less than liabilities and equity");
    let residual = opened.residual.unwrap();
    assert_eq!(residual.amount, "-28149.57");
    assert_eq!(residual.sentence, "would remain if `Current Liabilities` were its calculated total");
    assert_eq!((opened.digits, opened.decimals), (8, 2));
}

#[test]
fn a_row_shows_what_differs_and_nothing_that_does_not() {
    let rows = desk(CANONICAL).step(&Step::Look, 0, 100);
    let row = |name: &str| rows.rows.iter().find(|row| row.name == name).unwrap();
    let failing = row("Current Liabilities");
    assert_eq!((failing.mark, failing.weight), (Some(Mark::Differs), Some(Weight::Error)));
    assert_eq!(failing.calculated.as_deref(), Some("937527.65"));
    assert_eq!(failing.difference.as_deref(), Some("76998.10"));
    assert_eq!(failing.pointer, "/liabilities/items/0");
    let right = row("Bank Accounts");
    assert_eq!((right.mark, right.weight, right.difference.as_deref()), (Some(Mark::Ties), None, None));
    let account = row("Payments to Deposit");
    assert_eq!((account.reported.as_str(), account.mark), ("10000.00", None));
    assert_eq!(row("Net Income").weight, Some(Weight::Warning));
}

#[test]
fn the_panel_tells_all_about_a_line() {
    let desk = desk(CANONICAL);
    let panel = desk.panel(17).unwrap();
    assert_eq!(panel.path.last().unwrap().name, "Current Liabilities");
    assert_eq!(panel.path.len(), 2);
    assert_eq!(panel.items, 2);
    let check = panel.check.unwrap();
    assert_eq!((check.mark, check.tolerance.as_deref()), (Mark::Differs, Some("0.015")));
    assert_eq!(panel.notes.len(), 1);
    let note = &panel.notes[0];
    assert_eq!((note.rule.as_str(), note.weight), ("T001", Weight::Error));
    assert!(!note.why.is_empty() && !note.fix.is_empty());
    assert!(desk.panel(36).unwrap().check.is_none());
    assert!(desk.panel(37).is_none());
}

#[test]
fn findings_are_grouped_worst_first_with_their_places() {
    let groups = desk(CANONICAL).groups();
    let told: Vec<(&str, Weight, u64)> =
        groups.iter().map(|group| (group.rule.as_str(), group.weight, group.count)).collect();
    assert_eq!(
        told,
        [
            ("T001", Weight::Error, 1),
            ("T002", Weight::Error, 1),
            ("A001", Weight::Warning, 1),
            ("A003", Weight::Warning, 1),
            ("D001", Weight::Warning, 1),
            ("D006", Weight::Info, 1),
            ("S006", Weight::Info, 3),
            ("S007", Weight::Info, 6),
            ("S009", Weight::Info, 1),
            ("V005", Weight::Info, 3),
        ]
    );
    let found = &groups[0].shown[0];
    assert_eq!(found.path, ["Liabilities", "Current Liabilities"]);
    assert_eq!(found.pointer, "/liabilities/items/0");
}

#[test]
fn a_filter_admits_by_severity_and_rule() {
    let groups = desk(CANONICAL).groups();
    let shown = |filter: &Filter| {
        groups.iter().filter(|group| filter.admits(group)).map(|group| group.rule.clone()).collect::<Vec<_>>()
    };
    let mut filter = Filter::default();
    assert_eq!(shown(&filter).len(), 10);
    filter.show(Weight::Warning, false);
    assert_eq!(shown(&filter), ["T001", "T002", "D006", "S006", "S007", "S009", "V005"]);
    filter.rule = Some("T002".to_owned());
    assert_eq!(shown(&filter), ["T002"]);
    filter.show(Weight::Error, false);
    assert!(shown(&filter).is_empty());
    let rules: Vec<String> = filter::rules(&groups).into_iter().map(|(code, _)| code).collect();
    assert_eq!(rules, ["A001", "A003", "D001", "D006", "S006", "S007", "S009", "T001", "T002", "V005"]);
}

#[test]
fn many_findings_of_a_rule_are_counted_but_not_all_sent() {
    let items: Vec<String> =
        (0..250).map(|at| format!(r#"{{"account_id":"{at}","name":"n{at}","value":"x"}}"#)).collect();
    let text = format!(r#"{{"assets":{{"name":"A","value":"1","items":[{}]}}}}"#, items.join(","));
    let groups = desk(text.as_bytes()).groups();
    let unreadable = groups.iter().find(|group| group.rule == "V001").unwrap();
    assert_eq!((unreadable.count, unreadable.shown.len()), (250, MOST_SHOWN));
}

#[test]
fn of_several_statements_the_first_worst_is_opened() {
    let text = format!("[{},{},{},{}]", sheet("5.00"), sheet("6.00"), sheet("5.00"), sheet("7.00"));
    let mut desk = desk(text.as_bytes());
    assert_eq!(desk.summary().statements, 4);
    let listed: Vec<Mark> = desk.list(&Wish::default(), 0, 10).rows.iter().map(|row| row.verdict).collect();
    assert_eq!(listed, [Mark::Ties, Mark::Differs, Mark::Ties, Mark::Differs]);
    assert_eq!(desk.opened().unwrap().statement, 1);
    assert_eq!(desk.opened().unwrap().title, "Statement 2");
    assert!(desk.step(&Step::Look, 0, 1).rows[0].pointer.starts_with("/1/"));
    desk.open(3);
    assert_eq!(desk.opened().unwrap().difference.as_deref(), Some("2.00"));
    assert!(desk.step(&Step::Look, 0, 1).rows[0].pointer.starts_with("/3/"));
    desk.open(4);
    assert_eq!(desk.opened().unwrap().statement, 3, "there is no fifth");
}

#[test]
fn the_list_says_by_what_a_total_differs_and_that_something_that_differs_does_not_count() {
    let item = sheet("5.00").replacen(
        r#""items":["#,
        r#""items":[{"account_id":"9","name":"y","value":"-1.50"},"#,
        1,
    );
    let foot = |sheet: &str| sheet.replacen('{', r#"{"total_assets":"7.00","#, 1);
    let (beside, both) = (foot(&sheet("5.00")), foot(&item));
    let text = format!("[{},{item},{beside},{},{both}]", sheet("5.00"), sheet("6.00"));
    let mut desk = desk(text.as_bytes());
    let rows = desk.list(&Wish::default(), 0, 10).rows;
    let told: Vec<_> =
        rows.iter().map(|row| (row.verdict, row.difference.as_deref(), row.of_total, row.aside)).collect();
    assert_eq!(
        told,
        [
            (Mark::Ties, Some("0.00"), false, 0),
            (Mark::Differs, Some("1.50"), true, 0),
            (Mark::Ties, Some("2.00"), true, 1),
            (Mark::Differs, Some("1.00"), false, 0),
            // What counts goes before what is larger and does not.
            (Mark::Differs, Some("1.50"), true, 1),
        ]
    );
    let wish = Wish { by: Column::Difference, down: true, ..Wish::default() };
    let order: Vec<u32> = desk.list(&wish, 0, 10).rows.iter().map(|row| row.number).collect();
    assert_eq!(order, [2, 1, 4, 3, 0]);
}

#[test]
fn what_is_no_amount_is_shown_as_it_is_written() {
    let text =
        r#"{"assets":{"name":"A","value":"n/a","items":[{"account_id":"1","name":"x","value":"1,234"}]}}"#;
    let mut desk = desk(text.as_bytes());
    let rows = desk.step(&Step::Look, 0, 10);
    let told: Vec<(&str, bool)> = rows.rows.iter().map(|row| (row.reported.as_str(), row.readable)).collect();
    assert_eq!(told, [("n/a", false), ("1,234", false)]);
    let check = desk.panel(0).unwrap().check.unwrap();
    assert_eq!(check.mark, Mark::NotCheckable);
    assert!(check.obstacle.is_some());
    assert_eq!(desk.opened().unwrap().difference, None);
}

#[test]
fn a_file_without_a_statement_has_findings_and_no_rows() {
    for text in ["", "   ", "[]", "42", "{\"name\": \"left-pad\"}", "<html>", "{\"assets\": "] {
        let mut desk = desk(text.as_bytes());
        assert_eq!(desk.summary().verdict, Mark::Unreadable, "{text}");
        assert!(!desk.groups().is_empty(), "{text}");
        let rows = desk.step(&Step::Look, 0, 10);
        assert_eq!(rows.rows.len(), rows.total as usize, "{text}");
    }
}

#[test]
fn of_several_files_those_that_cannot_be_read_are_counted_and_a_statement_says_which_it_is_of() {
    let several = |files: &[(&str, String)]| {
        let mut engine = engine::Engine::empty(Settings::default());
        for (name, text) in files {
            engine.begin(name);
            engine.feed(text.as_bytes());
        }
        Desk::new(engine.finish())
    };
    let ties = || sheet("5.00");
    let desk = several(&[
        ("jan.json", ties()),
        ("empty.json", String::new()),
        ("feb.json", ties()),
        ("cut.json", "{".to_owned()),
        ("some.json", format!("{}\n{{\n{}\n", ties(), ties())),
    ]);
    assert_eq!(desk.summary().headline, "1 document and 2 files cannot be read; all 4 tie");
    let summary = desk.summary();
    let said = |at: u32| desk.report().findings[at as usize].message.as_str();
    let without: Vec<(&str, &str)> =
        summary.without.iter().map(|(name, at)| (name.as_str(), said(at.unwrap()))).collect();
    assert_eq!(without[0], ("empty.json", "the file is empty: there is nothing to read"));
    assert_eq!(
        (without.len(), without[1].0, &without[1].1[..30]),
        (2, "cut.json", "the text ends while 1 bracket ")
    );
    assert_eq!(summary.in_part, ["some.json"]);
    assert_eq!(summary.left_out(), tieout::rules::words::left_out(desk.report()));
    let named = |desk: &Desk| desk.opened().map(|opened| (opened.title, opened.file)).unwrap();
    assert_eq!(named(&desk), ("Statement 1".to_owned(), "jan.json".to_owned()));
    assert_eq!(several(&[("jan.json", ties()), ("feb.json", ties())]).summary().headline, "All 2 tie");
    let mut report = Vec::new();
    tieout::export::report_json::write(desk.report(), &mut report).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
    let files: Vec<&serde_json::Value> = ["statements", "findings"]
        .iter()
        .flat_map(|key| report[key].as_array().unwrap())
        .map(|one| &one["file"])
        .collect();
    assert_eq!(files.iter().filter(|file| file.as_u64() == Some(1)).count(), 1, "{files:?}");
    assert!(files.iter().all(|file| file.as_u64().is_some_and(|file| file < 5)), "{files:?}");
    let mut page = Vec::new();
    tieout::export::report_html::write(desk.report(), &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("empty.json"), "{page}");
    assert_eq!(named(&several(&[("jan.json", ties())])), ("Statement 1".to_owned(), String::new()));
}
