//! Tells by the figures whether a report's rows are a list, each with what is its own, or a tree with what is below.

use crate::input::hledger::Compound;
use crate::input::hledger::entries::{Entries, Entry, NET, TOTAL};
use crate::model::amount::Amount;
use crate::model::sum::Sum;

/// For each name the place of the nearest one before it that it stands under (`assets` for `assets:bank`).
pub fn parents(names: &[&str]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        let within = |above: &usize| {
            names
                .get(*above)
                .and_then(|above| name.strip_prefix(above))
                .is_some_and(|rest| rest.starts_with(':'))
        };
        while open.pop_if(|above| !within(above)).is_some() {}
        parents.push(open.last().copied());
        open.push(at);
    }
    parents
}

/// Whether rows hold what is below them. Each part's total is the sum of all rows of a list, and of the topmost rows of
/// a tree. Where that does not tell, it is a tree if most rows are the sum of those right below them.
pub fn is_tree(report: &Compound<'_>, entries: &Entries<'_>) -> bool {
    let (mut list, mut tree, mut sums) = (0_u32, 0_u32, 0_i64);
    for chunk in
        entries.list.chunk_by(|a, b| (a.period, a.commodity, a.part) == (b.period, b.commodity, b.part))
    {
        let (rows, total) = match chunk {
            [rows @ .., total] if total.row == TOTAL => (rows, total.amount),
            rows => (rows, None),
        };
        let Some(part) = chunk.first().map(|entry| entry.part).filter(|part| *part != NET) else { continue };
        let Some(part) = report.parts.get(part as usize) else { continue };
        let names: Vec<&str> =
            rows.iter().map(|entry| part.rows.get(entry.row as usize).map_or("", |row| row.name)).collect();
        let parents = parents(&names);
        if parents.iter().all(Option::is_none) {
            continue;
        }
        let mut below = vec![Sum::ZERO; rows.len()];
        let (mut all, mut top) = (Sum::ZERO, Sum::ZERO);
        for (amount, parent) in rows.iter().map(amount_of).zip(&parents) {
            all = all.plus(amount);
            match parent.and_then(|parent| below.get_mut(parent)) {
                Some(sum) => *sum = sum.plus(amount),
                None => top = top.plus(amount),
            }
        }
        let is = |sum: Sum, amount| sum.minus(amount).total().is_some_and(Amount::is_zero);
        list += u32::from(total.is_some_and(|total| is(all, total)));
        tree += u32::from(total.is_some_and(|total| is(top, total)));
        let mut is_parent = vec![false; rows.len()];
        for parent in parents.iter().flatten() {
            if let Some(slot) = is_parent.get_mut(*parent) {
                *slot = true;
            }
        }
        for ((entry, below), _) in rows.iter().zip(below).zip(is_parent).filter(|(_, is_parent)| *is_parent) {
            sums += if is(below, amount_of(entry)) { 1 } else { -1 };
        }
    }
    tree > list || (tree == list && sums > 0)
}

fn amount_of(entry: &Entry) -> Amount {
    entry.amount.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::input::hledger::nesting::parents;

    #[test]
    fn a_name_stands_under_the_nearest_name_that_it_continues() {
        let names = ["a", "a:b", "a:b:c:d", "a:bc", "ab", "a:b:x", "b"];
        assert_eq!(parents(&names), [None, Some(0), Some(1), Some(0), None, None, None]);
    }
}
