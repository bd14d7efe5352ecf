//! Item moved: an item stands in another group than the one whose total counts it.

use crate::causes::gap::{Gap, MOST_NAMED};
use crate::causes::phrase;
use crate::model::cause::{Cause, CauseKind, Strength};
use crate::model::check::{Outcome, Subject};
use crate::model::lines::LineId;
use crate::rules::words;

/// The most lines of one amount, or totals of one difference, that are looked at; of so many, none says anything.
const MOST_ALIKE: usize = 64;

/// Items that stand in another group whose total differs by as much the other way, and items of this group that such
/// a total counts; failing that, accounts of this amount elsewhere.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let Subject::Total(group) = gap.subject else { return };
    let others = gap.prepared.differing_by(-gap.amount);
    let others: Vec<LineId> = if others.len() > MOST_ALIKE { Vec::new() } else { others.collect() };
    let before = causes.len();
    causes.extend(counted_here(gap, group, &others));
    causes.extend(standing_here(gap, group, &others));
    if causes.len() == before && gap.strength() == Strength::Strong {
        causes.extend(elsewhere(gap, group));
    }
}

/// Lines of other groups that this total counts.
fn counted_here(gap: &Gap<'_>, group: LineId, others: &[LineId]) -> Option<Cause> {
    let statement = gap.prepared.statement();
    let items = others.iter().flat_map(|other| gap.prepared.holding_in(gap.amount, *other));
    let items: Vec<LineId> = items.filter(|item| *item != group).take(MOST_NAMED + 1).collect();
    let here = words::name(statement, group);
    match items.as_slice() {
        [] => None,
        [item] => {
            let other = statement.lines.parent(*item)?;
            let names = (words::name(statement, *item), words::name(statement, other));
            Some(moved(gap, (&names.0, &names.1, &here), vec![*item, other]))
        }
        many if many.len() <= MOST_NAMED => {
            let items = phrase::either(statement, many);
            Some(moved(gap, (&items, "another group", &here), many.to_vec()))
        }
        _ => None,
    }
}

/// Lines of this group that another total counts.
fn standing_here(gap: &Gap<'_>, group: LineId, others: &[LineId]) -> Option<Cause> {
    let statement = gap.prepared.statement();
    let items = gap.prepared.holding_in(-gap.amount, group);
    if others.is_empty() || others.len() > MOST_NAMED || items.len() > MOST_NAMED {
        return None;
    }
    // A group does not count itself.
    let items: Vec<LineId> = items.filter(|item| !others.contains(item)).collect();
    if items.is_empty() {
        return None;
    }
    let names = (phrase::either(statement, &items), words::name(statement, group));
    let counting = phrase::either(statement, others);
    let lines = items.into_iter().chain(others.iter().copied()).take(MOST_NAMED).collect();
    Some(moved(gap, (&names.0, &names.1, &counting), lines))
}

/// That items stand in one group and are counted in another.
fn moved(gap: &Gap<'_>, (items, standing, counting): (&str, &str, &str), lines: Vec<LineId>) -> Cause {
    let strength = gap.strength();
    let text = match strength {
        Strength::Strong => format!("{items} stands in {standing}, but is counted in {counting}"),
        Strength::Weak => format!("both totals tie if {items} is counted in {counting}, not in {standing}"),
    };
    Cause { kind: CauseKind::ItemMoved, strength, text, lines }
}

/// Accounts of exactly this amount, in groups that tie.
fn elsewhere(gap: &Gap<'_>, group: LineId) -> Option<Cause> {
    let statement = gap.prepared.statement();
    let alike = gap.prepared.holding(gap.amount);
    if alike.len() > MOST_ALIKE {
        return None;
    }
    let accounts = alike.iter().filter(|holder| {
        holder.group != group
            && statement.lines.is_account(holder.line)
            && gap.prepared.outcome(holder.group) == Some(Outcome::Ties)
    });
    let mut lines: Vec<LineId> = accounts.map(|holder| holder.line).collect();
    let text = match lines.as_slice() {
        [line] => {
            let parent = statement.lines.parent(*line)?;
            let (name, parent) = (words::name(statement, *line), words::name(statement, parent));
            format!("a line of exactly this amount, {name}, stands in {parent}")
        }
        [_, ..] if lines.len() <= MOST_NAMED => {
            format!("a line of exactly this amount stands elsewhere: {}", phrase::either(statement, &lines))
        }
        _ => return None,
    };
    lines.truncate(MOST_NAMED);
    Some(Cause { kind: CauseKind::ItemMoved, strength: Strength::Weak, text, lines })
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[
        (
            "
            assets 10000.00
              Current 4321.50
                Cash 4000.00
              Fixed 5678.50
                Land 5678.50
                Till 321.50",
            &[
                "Current: strong item-moved: `Till` stands in `Fixed`, but is counted in `Current`",
                "Fixed: strong item-moved: `Till` stands in `Fixed`, but is counted in `Current`",
                "Fixed: strong item-omitted: `Till` is listed, but the total leaves it out",
            ],
        ),
        (
            "
            assets 100
              Current 43
                Cash 40
              Fixed 57
                Land 57
                Till 3",
            &[
                "Current: weak item-moved: both totals tie if `Till` is counted in `Current`, not in `Fixed`",
                "Current: weak digit-mistyped: the total ties if `Cash` is 43: one of its digits is mistyped",
                "Fixed: weak item-omitted: the total ties without `Till`",
                "Fixed: weak item-moved: both totals tie if `Till` is counted in `Current`, not in `Fixed`",
                "Fixed: weak digit-mistyped: the total ties if `Land` is 54: one of its digits is mistyped",
            ],
        ),
        (
            "
            assets 10000.00
              Current 4321.50
                Cash 4000.00
              Fixed 5678.50
                Land 5357.00
                Till 321.50",
            &["Current: weak item-moved: a line of exactly this amount, `Till`, stands in `Fixed`"],
        ),
    ];

    #[test]
    fn an_item_in_another_group_is_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
