//! What a statement says about itself beside its lines.

use crate::model::amount::Amount;
use crate::model::date::{self, DateReading, Day};
use crate::model::place::Place;
use crate::model::statement::SectionKind;

/// The most bytes of a text that an envelope passes on: each of its statements keeps a copy, and there may be very many.
pub const LONGEST_INHERITED: usize = 1_000;

/// What a date in the header is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRole {
    /// The day the figures are true of.
    AsOf,
    /// The first day of the period.
    Start,
    /// When the record was made or changed.
    Recorded,
}

/// A date as stated.
#[derive(Clone, Debug)]
pub struct StatedDate {
    /// The field's key, as written.
    pub key: String,
    /// What it is for.
    pub role: DateRole,
    /// Its text, as written.
    pub text: String,
    /// Where the value begins.
    pub place: Place,
    /// The JSON pointer of the envelope that states it, if that is not the statement.
    pub envelope: Option<String>,
}

/// What a total in the header is the total of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalRole {
    /// All of a section.
    Section(SectionKind),
    /// Assets less liabilities.
    NetAssets,
    /// Liabilities and equity.
    Claims,
}

/// A total stated beside the tree (`total_assets` …).
#[derive(Clone, Debug)]
pub struct StatedTotal {
    /// The field's key, as written.
    pub key: String,
    /// What it is the total of.
    pub role: TotalRole,
    /// Its text, as written.
    pub literal: String,
    /// The amount, if it could be read.
    pub amount: Option<Amount>,
    /// Where the value begins.
    pub place: Place,
}

/// The fields around a statement's sections.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// The id the file gives the statement.
    pub id: Option<String>,
    /// What the statement is called, beside entity, date and currency: the title of its column, or of its period.
    pub title: Option<String>,
    /// Whose statement it is.
    pub entity: Option<String>,
    /// The currency, as written.
    pub currency: Option<String>,
    /// All dates, in file order.
    pub dates: Vec<StatedDate>,
    /// All stated totals, in file order.
    pub totals: Vec<StatedTotal>,
    /// The JSON pointers of fields, by key, that do not stand under their keys in the statement's object.
    pub pointers: Vec<(String, String)>,
    /// Whether a known field held what could not be taken as it stands there: of no use, or too long to be passed on.
    pub passed_over: bool,
}

impl Header {
    /// The day the figures are true of: `YYYY-MM-DD` if it exists, else the text as written.
    pub fn as_of(&self) -> Option<String> {
        let stated = self.dates.iter().find(|date| date.role == DateRole::AsOf)?;
        Some(match date::read(&stated.text) {
            DateReading::Day(day) => day.to_string(),
            DateReading::Impossible | DateReading::Unreadable => stated.text.clone(),
        })
    }

    /// The first date for `role` that is a day that exists.
    pub fn day(&self, role: DateRole) -> Option<(&StatedDate, Day)> {
        self.dates.iter().filter(|stated| stated.role == role).find_map(|stated| {
            match date::read(&stated.text) {
                DateReading::Day(day) => Some((stated, day)),
                DateReading::Impossible | DateReading::Unreadable => None,
            }
        })
    }

    /// Takes from `outer`, an envelope at `pointer`, what this header does not say itself.
    pub fn inherit(&mut self, outer: &Header, pointer: &str) {
        let short = |text: &&String| text.len() <= LONGEST_INHERITED;
        let texts = outer.dates.iter().map(|date| &date.text).chain(&outer.entity).chain(&outer.currency);
        self.passed_over |= outer.passed_over || !texts.into_iter().all(|text| short(&text));
        self.entity = self.entity.take().or_else(|| outer.entity.as_ref().filter(short).cloned());
        self.currency = self.currency.take().or_else(|| outer.currency.as_ref().filter(short).cloned());
        for date in outer.dates.iter().filter(|date| short(&&date.text)) {
            if !self.dates.iter().any(|own| own.role == date.role) {
                let envelope = date.envelope.clone().or_else(|| Some(pointer.to_owned()));
                self.dates.push(StatedDate { envelope, ..date.clone() });
            }
        }
    }
}
