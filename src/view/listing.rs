//! Sorts and filters the statements of a report.

use std::cmp::Ordering;

use crate::model::amount::Amount;
use crate::model::order::sorted;
use crate::model::register::Entry;
use crate::model::report::Report;
use crate::view::list::{Column, ListRow, ListWindow, Wish};
use crate::view::mark::Mark;

/// The statements as they were wished for last.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    wish: Option<Wish>,
    /// The places of the entries in the register, in order.
    order: Vec<u32>,
    verdicts: [u32; 4],
}

impl Listing {
    /// The rows `from..from + count` of the list that is wished for. Sorting happens when the wish changes.
    pub fn window(&mut self, report: &Report, wish: &Wish, from: u32, count: u32) -> ListWindow {
        if self.wish.as_ref() != Some(wish) {
            self.arrange(report, wish);
        }
        let total = u32::try_from(self.order.len()).unwrap_or(u32::MAX);
        let from = from.min(total.saturating_sub(count));
        let rows = self.order.iter().skip(from as usize).take(count as usize);
        let entries = report.register.entries();
        ListWindow {
            wish: wish.clone(),
            total,
            verdicts: self.verdicts,
            unlisted: report.register.unlisted,
            from,
            rows: rows.filter_map(|at| entries.get(*at as usize)).map(|entry| row(report, entry)).collect(),
        }
    }

    /// The number of the statement `steps` further down or up the list from `number`, as far as there is one.
    pub fn neighbour(&mut self, report: &Report, number: u32, forward: bool) -> Option<u32> {
        if self.wish.is_none() {
            self.arrange(report, &Wish::default());
        }
        let entries = report.register.entries();
        let is = |at: &u32| entries.get(*at as usize).is_some_and(|entry| entry.number == number);
        let at = self.order.iter().position(is)?;
        let next = if forward { at.checked_add(1)? } else { at.checked_sub(1)? };
        entries.get(*self.order.get(next)? as usize).map(|entry| entry.number)
    }

    fn arrange(&mut self, report: &Report, wish: &Wish) {
        let entries = report.register.entries();
        self.verdicts = [0; 4];
        for entry in entries {
            let at = match Mark::from(entry.verdict) {
                Mark::Ties => 0,
                Mark::Rounding => 1,
                Mark::NotCheckable => 2,
                _ => 3,
            };
            if let Some(count) = self.verdicts.get_mut(at) {
                *count += 1;
            }
        }
        let wanted = |entry: &Entry| {
            wish.only.is_none_or(|only| Mark::from(entry.verdict) == only) && has(report, entry, &wish.text)
        };
        let all = (0_u32..).zip(entries);
        let all: Vec<u32> = all.filter(|(_, entry)| wanted(entry)).map(|(at, _)| at).collect();
        let entry = |at: u32| entries.get(at as usize);
        self.order = if wish.by == Column::Number {
            all
        } else {
            sorted(&all, |a, b| match (entry(*a), entry(*b)) {
                (Some(a), Some(b)) => {
                    let order = compare(wish.by, a, b);
                    // The other end first, but equal ones still in the order of the files.
                    if wish.down { order.reverse() } else { order }
                }
                _ => Ordering::Equal,
            })
        };
        if wish.by == Column::Number && wish.down {
            self.order.reverse();
        }
        self.wish = Some(wish.clone());
    }
}

fn compare(by: Column, a: &Entry, b: &Entry) -> Ordering {
    let size = |entry: &Entry| entry.of_total.or(entry.difference).map(Amount::abs).map(Amount::value);
    match by {
        Column::Number => a.number.cmp(&b.number),
        Column::Entity => (&a.entity, &a.title).cmp(&(&b.entity, &b.title)),
        Column::Date => a.as_of.cmp(&b.as_of),
        Column::Currency => a.currency.cmp(&b.currency),
        Column::Verdict => a.verdict.cmp(&b.verdict),
        Column::Difference => size(a).cmp(&size(b)),
        Column::Errors => (a.errors, a.warnings).cmp(&(b.errors, b.warnings)),
        Column::File => a.file.cmp(&b.file),
    }
}

fn has(report: &Report, entry: &Entry, text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let within = |whole: &str| {
        whole.as_bytes().windows(text.len()).any(|part| part.eq_ignore_ascii_case(text.as_bytes()))
    };
    let texts = [&entry.entity, &entry.title, &entry.as_of, &entry.currency];
    let in_file = report.files.get(entry.file as usize).is_some_and(|file| within(&file.name));
    in_file || texts.into_iter().flatten().any(|whole| within(whole))
}

fn row(report: &Report, entry: &Entry) -> ListRow {
    let text = |text: &Option<std::sync::Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
    let names = [text(&entry.entity), text(&entry.title)];
    let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    ListRow {
        number: entry.number,
        file: report.files.get(entry.file as usize).map(|file| file.name.clone()).unwrap_or_default(),
        entity: names.join(" · "),
        as_of: text(&entry.as_of),
        currency: text(&entry.currency),
        verdict: Mark::from(entry.verdict),
        difference: entry.of_total.or(entry.difference).map(|amount| amount.to_string()),
        of_total: entry.of_total.is_some(),
        aside: entry.aside,
        errors: entry.errors,
        warnings: entry.warnings,
        lines: entry.lines,
    }
}
