//! S012 column-ignored: a column of a report is not read.

use crate::model::level::Level;
use crate::model::oddity::OddityKind;
use crate::rules::rule::{Draft, Drafts, Noticed, Rule, Test};
use crate::rules::words;

/// S012: a column of a report is not read.
pub const RULE: Rule = Rule {
    code: "S012",
    name: "column-ignored",
    level: Level::Info,
    what: "a column of a report is not read",
    why: "it adds up the periods beside it, or is of no period, and neither is a statement of its own; its amounts are in no table",
    fix: "nothing, if the periods are all you need; to check a branch or a project, export a report of it alone",
    bad: br#"{"Header": {"ReportName": "BalanceSheet", "Currency": "EUR"},
 "Columns": {"Column": [{"ColTitle": "", "ColType": "Account"},
  {"ColTitle": "2024", "ColType": "Money", "MetaData": [{"Name": "EndDate", "Value": "2024-12-31"}]},
  {"ColTitle": "Change", "ColType": "Percent"}]},
 "Rows": {"Row": [
  {"group": "TotalAssets", "Rows": {"Row": [
    {"ColData": [{"value": "Cash", "id": "35"}, {"value": "100.00"}, {"value": "20 %"}]}]},
   "Summary": {"ColData": [{"value": "Assets"}, {"value": "100.00"}, {"value": "20 %"}]}},
  {"group": "TotalLiabilitiesAndEquity", "Rows": {"Row": [
    {"group": "Liabilities", "Rows": {"Row": [{"ColData": [{"value": "Payables", "id": "33"}, {"value": "30.00"}, {"value": ""}]}]},
     "Summary": {"ColData": [{"value": "Liabilities"}, {"value": "30.00"}, {"value": ""}]}},
    {"group": "Equity", "Rows": {"Row": [{"ColData": [{"value": "Capital", "id": "34"}, {"value": "70.00"}, {"value": ""}]}]},
     "Summary": {"ColData": [{"value": "Equity"}, {"value": "70.00"}, {"value": ""}]}}]},
   "Summary": {"ColData": [{"value": "Liabilities and equity"}, {"value": "100.00"}, {"value": ""}]}}]}}"#,
    good: GOOD,
    settings: "",
    test: Test::Noticed(test),
};

/// A report of one period, in which everything is as it should be.
pub const GOOD: &[u8] = br#"{"Header": {"ReportName": "BalanceSheet", "EndPeriod": "2024-12-31", "Currency": "EUR"},
 "Columns": {"Column": [{"ColTitle": "", "ColType": "Account"}, {"ColTitle": "Total", "ColType": "Money"}]},
 "Rows": {"Row": [
  {"group": "TotalAssets", "Rows": {"Row": [{"ColData": [{"value": "Cash", "id": "35"}, {"value": "100.00"}]}]},
   "Summary": {"ColData": [{"value": "Assets"}, {"value": "100.00"}]}},
  {"group": "TotalLiabilitiesAndEquity", "Rows": {"Row": [
    {"group": "Liabilities", "Rows": {"Row": [{"ColData": [{"value": "Payables", "id": "33"}, {"value": "30.00"}]}]},
     "Summary": {"ColData": [{"value": "Liabilities"}, {"value": "30.00"}]}},
    {"group": "Equity", "Rows": {"Row": [{"ColData": [{"value": "Capital", "id": "34"}, {"value": "70.00"}]}]},
     "Summary": {"ColData": [{"value": "Equity"}, {"value": "70.00"}]}}]},
   "Summary": {"ColData": [{"value": "Liabilities and equity"}, {"value": "100.00"}]}}]}}"#;

fn test(noticed: &Noticed<'_>, drafts: &mut Drafts) {
    for oddity in noticed.oddities {
        let OddityKind::ColumnPassedOver { title, total } = &oddity.kind else { continue };
        let column = match title.trim() {
            "" => "a column without a title".to_owned(),
            title => format!("the column {}", words::quoted(title)),
        };
        let because = if *total { "it is the total of the others" } else { "it is no period" };
        drafts.push(Draft::about(oddity, format!("{column} is not read: {because}")).on(title));
    }
}
