//! Takes statements one by one and keeps what only all of them together say.

use std::collections::BTreeMap;

use crate::flatten::dimensions::Dimensions;
use crate::flatten::entered::{Entered, Judged};
use crate::flatten::keys::Key;
use crate::flatten::shape::Shape;

/// The way in to the tables.
///
/// Give it each statement in file order with [`Warehouse::enter`] and take the rows of each table from
/// [`crate::flatten::table::Table::rows`]; then the findings beside all statements, from
/// [`crate::flatten::table::finding::beside`]; then the dimensions, from [`crate::flatten::table::Table::gathered`]. What it keeps grows with the
/// number of different accounts, groups, periods and entities, and by a few bytes a statement.
#[derive(Clone, Debug, Default)]
pub struct Warehouse {
    shape: Shape,
    met: BTreeMap<Key, (u32, u32)>,
    dimensions: Dimensions,
    told: Told,
    findings: i64,
}

/// What should be said about the tables beside the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The numbers, from 1, of the first statements that repeat another one's entity, period, kind, currency and title,
    /// with the first statement that has them.
    pub repeated: Vec<(u32, u32)>,
    /// How many such statements there are.
    pub repetitions: u64,
    /// Accounts whose amount is written but is no decimal number of at most 28 digits; their text is kept.
    pub texts: u64,
}

/// How many statements that repeat another are named.
const MOST_NAMED: usize = 10;

impl Warehouse {
    /// For statements of this extent.
    pub fn new(shape: Shape) -> Warehouse {
        Warehouse { shape, ..Warehouse::default() }
    }

    /// The next statement.
    pub fn enter<'a>(&mut self, judged: Judged<'a>) -> Entered<'a> {
        let (met, told) = (&mut self.met, &mut self.told);
        let mut entered = Entered::new(judged, self.shape, |key| {
            let number = judged.number + 1;
            let (count, first) = met.entry(key).or_insert((0, number));
            *count += 1;
            if *count > 1 {
                told.repetitions += 1;
                if told.repeated.len() < MOST_NAMED {
                    told.repeated.push((number, *first));
                }
            }
            *count
        });
        let lines = &judged.examined.statement.lines;
        let texts =
            entered.postings.iter().filter(|one| one.amount.is_none() && !lines.literal(one.line).is_empty());
        self.told.texts += texts.count() as u64;
        self.dimensions.meet(&entered);
        entered.first_finding = self.next_finding();
        let findings = judged.findings.len() + judged.more.len();
        self.findings = self.findings.saturating_add(i64::try_from(findings).unwrap_or(i64::MAX));
        entered
    }

    /// What was gathered over all statements.
    pub fn dimensions(&self) -> &Dimensions {
        &self.dimensions
    }

    /// The number of the first finding beside all statements, once all of them are in.
    pub fn next_finding(&self) -> i64 {
        self.findings.saturating_add(1)
    }

    /// What should be said about the tables.
    pub fn told(&self) -> &Told {
        &self.told
    }
}
