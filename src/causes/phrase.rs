//! How causes are put into sentences.

use crate::causes::gap::{Found, Gap, MOST_NAMED};
use crate::model::lines::LineId;
use crate::model::statement::Statement;
use crate::rules::words;

/// How many of several lines a sentence names.
const NAMED: usize = 3;

/// One line or another: `a`, `b` or `c`; past three, `a`, `b`, `c` or one of 2 more.
pub fn either(statement: &Statement, lines: &[LineId]) -> String {
    let mut names: Vec<String> = lines.iter().take(NAMED).map(|line| words::name(statement, *line)).collect();
    let more = lines.len().saturating_sub(NAMED);
    let last = match more {
        0 => names.pop().unwrap_or_default(),
        1 => "one more".to_owned(),
        more => format!("one of {more} more"),
    };
    if names.is_empty() { last } else { format!("{} or {last}", names.join(", ")) }
}

/// That a check ties if a line has another amount: the amount and `one`, what is wrong, for a single candidate; the
/// candidates between `before` and `after` for several.
pub fn amended(gap: &Gap<'_>, found: &[Found], one: &str, (before, after): (&str, &str)) -> String {
    let statement = gap.prepared.statement();
    if let [only] = found {
        let truth = gap.prepared.shown(only.truth, only.line);
        return format!("{} if {} is {truth}: {one}", gap.ties, words::name(statement, only.line));
    }
    let lines: Vec<LineId> = found.iter().map(|found| found.line).collect();
    format!("{} if {before}{}{after}", gap.ties, either(statement, &lines))
}

/// Lines of one amount that are more than a sentence can name, in words, with those to look at first.
pub fn any_of(
    gap: &Gap<'_>,
    mut lines: impl ExactSizeIterator<Item = LineId>,
) -> Option<(String, Vec<LineId>)> {
    let count = lines.len();
    let named: Vec<LineId> = lines.by_ref().take(MOST_NAMED).collect();
    let first = *named.first().filter(|_| count > MOST_NAMED)?;
    let amount = gap.prepared.shown(gap.prepared.amount(first), first);
    Some((format!("any one of {count} lines of {amount}"), named))
}

/// Whether all these lines have one name.
pub fn alike(statement: &Statement, lines: &[LineId]) -> bool {
    let mut names = lines.iter().map(|line| statement.name(*line));
    let first = names.next().unwrap_or_default();
    !first.is_empty() && names.all(|name| name == first)
}
