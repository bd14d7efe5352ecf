//! Whose statement it is, of which period, of what kind and in which currency, with the keys of that.

use crate::flatten::keys::Key;
use crate::model::date::{self, DateReading, Day};
use crate::model::header::DateRole;
use crate::model::statement::{Statement, StatementKind};

/// What tells statements apart. Texts that a file states as empty are not there.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Whose statement it is.
    pub entity: Option<String>,
    /// The day the figures are true of, or the text in its place.
    pub as_of: Option<String>,
    /// The same as a day, if it is one.
    pub as_of_day: Option<Day>,
    /// The first day of its period; of a statement on one day none, whatever the file says.
    pub start_day: Option<Day>,
    /// The currency, as written.
    pub currency: Option<String>,
    /// What it is called beside all this.
    pub title: Option<String>,
    /// What it is a statement of.
    pub kind: &'static str,
    /// The key of the entity.
    pub entity_key: Key,
    /// The key of the period.
    pub period_key: Key,
    /// The key of the statement; two of one key repeat each other.
    pub statement_key: Key,
}

/// The words for [`StatementKind`].
pub const KINDS: &[&str] = &["balance-sheet", "profit-and-loss", "trial-balance", "other"];

impl Identity {
    /// Of this statement.
    pub fn of(statement: &Statement) -> Identity {
        let header = &statement.header;
        let said = |text: Option<&String>| text.filter(|text| !text.is_empty()).cloned();
        let entity = said(header.entity.as_ref());
        let currency = said(header.currency.as_ref());
        let title = said(header.title.as_ref());
        let as_of = said(header.as_of().as_ref());
        let as_of_day = match as_of.as_deref().map(date::read) {
            Some(DateReading::Day(day)) => Some(day),
            _ => None,
        };
        let (kind, flows) = match statement.kind {
            StatementKind::BalanceSheet => ("balance-sheet", false),
            StatementKind::ProfitAndLoss => ("profit-and-loss", true),
            StatementKind::TrialBalance => ("trial-balance", false),
            StatementKind::Other => ("other", true),
        };
        let start_day = header.day(DateRole::Start).map(|(_, day)| day).filter(|_| flows);
        let start = start_day.map(|day| day.to_string()).unwrap_or_default();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let entity_key = Key::of(&[&text(&entity)]);
        let period_key = Key::of(&[&start, "/", &text(&as_of)]);
        let currency_key = Key::of(&[&text(&currency)]);
        let (of_entity, of_period, of_currency) = (entity_key.text(), period_key.text(), currency_key.text());
        let statement_key = Key::of(&[
            of_entity.as_str(),
            "/",
            of_period.as_str(),
            "/",
            kind,
            "/",
            of_currency.as_str(),
            "/",
            &text(&title),
        ]);
        Identity {
            entity,
            as_of,
            as_of_day,
            start_day,
            currency,
            title,
            kind,
            entity_key,
            period_key,
            statement_key,
        }
    }
}
