//! Every statement of the files in few bytes each, so that a hundred thousand of them can be listed.

use std::sync::Arc;

use crate::model::amount::Amount;
use crate::model::source::Source;
use crate::model::verdict::Verdict;

/// The most statements that are listed whatever they are.
pub const MOST_LISTED: usize = 100_000;

/// The most statements that are listed beyond those because they do not tie.
pub const MOST_FAILING: usize = 25_000;

/// What is kept of one statement.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its number among all statements, from 0, in the order of the files.
    pub number: u32,
    /// The file it stands in, by its place in the report.
    pub file: u32,
    /// Whose statement it is.
    pub entity: Option<Arc<str>>,
    /// What it is called beside entity, date and currency.
    pub title: Option<Arc<str>>,
    /// The day the figures are true of, as [`crate::model::header::Header::as_of`] gives it.
    pub as_of: Option<Arc<str>>,
    /// Its currency, as written.
    pub currency: Option<Arc<str>>,
    /// Its verdict.
    pub verdict: Verdict,
    /// What the equation differs by, if it was compared.
    pub difference: Option<Amount>,
    /// The largest of the differences of totals, if some differ and the equation does not.
    pub of_total: Option<Amount>,
    /// How many checks differ and do not count in the verdict.
    pub aside: u32,
    /// How many findings about it are errors, and how many are warnings.
    pub errors: u32,
    /// How many findings about it are warnings.
    pub warnings: u32,
    /// How many lines it has.
    pub lines: u32,
    /// Where it came from.
    pub source: Source,
}

/// The statements of the files, as far as there is room for them.
#[derive(Clone, Debug, Default)]
pub struct Register {
    entries: Vec<Entry>,
    failing_beyond: usize,
    /// How many statements are not listed.
    pub unlisted: u64,
}

impl Register {
    /// Lists a statement if there is room for it.
    pub fn enter(&mut self, mut entry: Entry) {
        let failing = entry.verdict >= Verdict::NotCheckable;
        if self.entries.len() >= MOST_LISTED {
            if !failing || self.failing_beyond >= MOST_FAILING {
                self.unlisted += 1;
                return;
            }
            self.failing_beyond += 1;
        }
        if let Some(last) = self.entries.last() {
            share(&mut entry.entity, last.entity.as_ref());
            share(&mut entry.title, last.title.as_ref());
            share(&mut entry.as_of, last.as_of.as_ref());
            share(&mut entry.currency, last.currency.as_ref());
            share(&mut entry.source.plan, last.source.plan.as_ref());
        }
        self.entries.push(entry);
    }

    /// Those that are listed, by number, given away.
    pub fn into_entries(self) -> Vec<Entry> {
        self.entries
    }

    /// Those that are listed, by number.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The statement of this number, if it is listed.
    pub fn get(&self, number: u32) -> Option<&Entry> {
        let at = self.entries.binary_search_by_key(&number, |entry| entry.number).ok()?;
        self.entries.get(at)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, number: u32) -> Option<&mut Entry> {
        let at = self.entries.binary_search_by_key(&number, |entry| entry.number).ok()?;
        self.entries.get_mut(at)
    }
}

/// Keeps once what two neighbours have.
fn share<T: ?Sized + PartialEq>(own: &mut Option<Arc<T>>, before: Option<&Arc<T>>) {
    if let (Some(text), Some(before)) = (own.as_mut(), before)
        && **text == **before
    {
        *text = Arc::clone(before);
    }
}

#[cfg(test)]
mod tests {
    use crate::model::register::{Entry, MOST_FAILING, MOST_LISTED, Register};
    use crate::model::source::Source;
    use crate::model::verdict::Verdict;

    fn entry(number: u32) -> Entry {
        let verdict = if number.is_multiple_of(3) { Verdict::Ties } else { Verdict::Differs };
        Entry {
            number,
            file: 0,
            entity: None,
            title: None,
            as_of: None,
            currency: None,
            verdict,
            difference: None,
            of_total: None,
            aside: 0,
            errors: 0,
            warnings: 0,
            lines: 1,
            source: Source::default(),
        }
    }

    #[test]
    fn a_list_of_lists_has_what_one_list_has() {
        let numbers = 0..150_000;
        let mut one = Register::default();
        numbers.clone().for_each(|number| one.enter(entry(number)));
        assert_eq!(one.entries().len(), MOST_LISTED + MOST_FAILING);
        for cut in [1_000, 105_000, 149_999] {
            let mut all = Register::default();
            for part in [0..cut, cut..numbers.end] {
                let mut own = Register::default();
                part.for_each(|number| own.enter(entry(number)));
                all.unlisted += own.unlisted;
                own.into_entries().into_iter().for_each(|entry| all.enter(entry));
            }
            let numbers = |of: &Register| of.entries().iter().map(|entry| entry.number).collect::<Vec<_>>();
            assert!(numbers(&all) == numbers(&one) && all.unlisted == one.unlisted, "cut at {cut}");
        }
    }
}
