//! S013 report-empty: a report has no data.

use crate::model::level::Level;
use crate::model::oddity::OddityKind;
use crate::rules::column_ignored;
use crate::rules::rule::{Draft, Drafts, Noticed, Rule, Test};

/// S013: a report has no data.
pub const RULE: Rule = Rule {
    code: "S013",
    name: "report-empty",
    level: Level::Warning,
    what: "a report has no data",
    why: "nothing was checked, so that it proves nothing; the period or the company may not be the one that was meant",
    fix: "choose the period and the company again, and export the report once more",
    bad: br#"{"Header": {"ReportName": "BalanceSheet", "EndPeriod": "2024-12-31", "Currency": "EUR",
  "Option": [{"Name": "NoReportData", "Value": "true"}]},
 "Columns": {"Column": [{"ColTitle": "", "ColType": "Account"}, {"ColTitle": "Total", "ColType": "Money"}]},
 "Rows": {}}"#,
    good: column_ignored::GOOD,
    settings: "",
    test: Test::Noticed(test),
};

fn test(noticed: &Noticed<'_>, drafts: &mut Drafts) {
    for oddity in noticed.oddities {
        if oddity.kind == OddityKind::EmptyReport {
            drafts.push(Draft::about(
                oddity,
                "this report has no data, so there is nothing to check".to_owned(),
            ));
        }
    }
}
