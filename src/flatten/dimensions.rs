//! Gathers the entities, periods, groups and accounts of all statements, each once.

use std::collections::BTreeMap;

use crate::flatten::entered::Entered;
use crate::flatten::keys::Key;
use crate::flatten::lines;
use crate::model::date::Day;
use crate::model::lines::LineId;

/// Everything that is in the dimensions, by key.
#[derive(Clone, Debug, Default)]
pub struct Dimensions {
    /// The names of entities; none for statements that name none.
    pub entities: BTreeMap<Key, Option<String>>,
    /// The periods.
    pub periods: BTreeMap<Key, Period>,
    /// The sections and groups.
    pub categories: BTreeMap<Key, Category>,
    /// The accounts.
    pub accounts: BTreeMap<Key, Account>,
}

/// A period.
#[derive(Clone, Debug)]
pub struct Period {
    /// Its last day, or the text in its place.
    pub as_of: Option<String>,
    /// The same as a day.
    pub as_of_day: Option<Day>,
    /// Its first day, if it has a length.
    pub start_day: Option<Day>,
}

/// By which statement a row of a dimension is described: the one of the latest day, and of those the last in the file.
type Latest = (Option<Day>, u32);

/// A section or group.
#[derive(Clone, Debug)]
pub struct Category {
    latest: Latest,
    /// The key of the group above it.
    pub parent: Option<Key>,
    /// 0 for a section, one more a level.
    pub level: u16,
    /// `assets`, `liabilities`, `equity`, or the key of another section.
    pub section: String,
    /// Its name.
    pub name: String,
    /// The names from the section down.
    pub path: String,
}

/// An account.
#[derive(Clone, Debug)]
pub struct Account {
    latest: Latest,
    /// Whose it is.
    pub entity: Key,
    /// The group it stands in.
    pub category: Key,
    /// Its id.
    pub account_id: String,
    /// Its name.
    pub name: String,
    /// Its section.
    pub section: String,
    /// 1 under a section, one more a level.
    pub level: u16,
    /// The names from the section down.
    pub path: String,
    /// The key of its line.
    pub line: Key,
    /// Whether it is a group that has postings of its own.
    pub is_group: bool,
    /// The day of the first statement it stands in, if its day is known.
    pub first_day: Option<Day>,
}

impl Account {
    /// The day of the last statement it stands in, if its day is known.
    pub fn last_day(&self) -> Option<Day> {
        self.latest.0
    }
}

impl Dimensions {
    /// Takes in what a statement has.
    pub fn meet(&mut self, entered: &Entered<'_>) {
        let identity = &entered.identity;
        self.entities.entry(identity.entity_key).or_insert_with(|| identity.entity.clone());
        self.periods.entry(identity.period_key).or_insert_with(|| Period {
            as_of: identity.as_of.clone(),
            as_of_day: identity.as_of_day,
            start_day: identity.start_day,
        });
        let latest = (identity.as_of_day, entered.judged.number);
        let mut postings = entered.postings.iter().peekable();
        let met = lines::each(&entered.judged.examined.statement, |line| {
            if !line.is_account {
                self.category(entered, line, latest);
            }
            while let Some(posting) = postings.next_if(|posting| posting.line == line.line) {
                self.account(entered, line, latest, (posting.account_key, posting.category, posting.is_own));
            }
            Ok::<(), std::convert::Infallible>(())
        });
        met.unwrap_or_else(|never| match never {});
    }

    fn category(&mut self, entered: &Entered<'_>, line: &lines::Line<'_>, latest: Latest) {
        let key = entered.key(line.line);
        if self.categories.get(&key).is_some_and(|known| known.latest > latest) {
            return;
        }
        let category = Category {
            latest,
            parent: line.parent.map(|parent| entered.key(parent)),
            level: line.level,
            section: line.section.to_owned(),
            name: line.name.to_owned(),
            path: entered.path(line.line),
        };
        self.categories.insert(key, category);
    }

    fn account(
        &mut self,
        entered: &Entered<'_>,
        line: &lines::Line<'_>,
        latest: Latest,
        (key, category, is_group): (Key, LineId, bool),
    ) {
        let day = entered.identity.as_of_day;
        let first = self.accounts.get(&key).and_then(|known| known.first_day);
        let first_day = first.into_iter().chain(day).min();
        if let Some(known) = self.accounts.get_mut(&key).filter(|known| known.latest > latest) {
            known.first_day = first_day;
            return;
        }
        let account = Account {
            latest,
            entity: entered.identity.entity_key,
            category: entered.key(category),
            account_id: line.account_id.to_owned(),
            name: line.name.to_owned(),
            section: line.section.to_owned(),
            level: line.level,
            path: entered.path(line.line),
            line: entered.key(line.line),
            is_group,
            first_day,
        };
        self.accounts.insert(key, account);
    }
}
