//! The field names of the canonical shape and of the envelope around it.

use crate::input::meaning::letters;
use crate::model::header::{DateRole, TotalRole};
use crate::model::statement::SectionKind;

/// The key of a list of statements.
pub const STATEMENT_LIST: &str = "balance_sheets";

/// Envelope objects that are never a section, whatever they hold.
pub const NOT_SECTIONS: &[&str] = &["platform_data", "metadata", "connection"];

/// The fields of a line.
pub const OF_LINES: &[&str] = &["name", "account_id", "value", "items", "currency", "currency_code"];

/// Whether a key beside the sections is known, whatever it holds.
pub fn is_known(key: &str) -> bool {
    section(key).is_some() || header(key).is_some() || key == STATEMENT_LIST || NOT_SECTIONS.contains(&key)
}

/// The section a key stands for; case does not matter.
pub fn section(key: &str) -> Option<SectionKind> {
    let known = [
        ("assets", SectionKind::Assets),
        ("liabilities", SectionKind::Liabilities),
        ("equity", SectionKind::Equity),
    ];
    known.iter().find(|(name, _)| key.eq_ignore_ascii_case(name)).map(|(_, kind)| *kind)
}

/// A field of the envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderField {
    /// The statement's own id.
    Id,
    /// Whose statement it is.
    Entity,
    /// Its currency.
    Currency,
    /// One of its dates.
    Date(DateRole),
    /// A total stated beside the tree.
    Total(TotalRole),
}

/// The envelope field a key stands for. Case and punctuation do not count.
pub fn header(key: &str) -> Option<HeaderField> {
    let known = |key: &str| FIELDS.iter().find(|(own, _)| *own == key).map(|(_, field)| *field);
    known(key).or_else(|| if key.len() > 40 { None } else { known(&letters(key)) })
}

/// The fields by their letters; those that are met most stand there as they are written as well.
const FIELDS: &[(&str, HeaderField)] = &[
    ("id", HeaderField::Id),
    ("end_date", HeaderField::Date(DateRole::AsOf)),
    ("currency_code", HeaderField::Currency),
    ("currency", HeaderField::Currency),
    ("currencycode", HeaderField::Currency),
    ("reportcurrency", HeaderField::Currency),
    ("entity", HeaderField::Entity),
    ("entityname", HeaderField::Entity),
    ("company", HeaderField::Entity),
    ("companyname", HeaderField::Entity),
    ("organization", HeaderField::Entity),
    ("organizationname", HeaderField::Entity),
    ("organisation", HeaderField::Entity),
    ("organisationname", HeaderField::Entity),
    ("date", HeaderField::Date(DateRole::AsOf)),
    ("enddate", HeaderField::Date(DateRole::AsOf)),
    ("endat", HeaderField::Date(DateRole::AsOf)),
    ("asof", HeaderField::Date(DateRole::AsOf)),
    ("asofdate", HeaderField::Date(DateRole::AsOf)),
    ("asat", HeaderField::Date(DateRole::AsOf)),
    ("balancedate", HeaderField::Date(DateRole::AsOf)),
    ("reportdate", HeaderField::Date(DateRole::AsOf)),
    ("startdate", HeaderField::Date(DateRole::Start)),
    ("startat", HeaderField::Date(DateRole::Start)),
    ("createdat", HeaderField::Date(DateRole::Recorded)),
    ("updatedat", HeaderField::Date(DateRole::Recorded)),
    ("modifiedat", HeaderField::Date(DateRole::Recorded)),
    ("lastsyncedat", HeaderField::Date(DateRole::Recorded)),
    ("remotegeneratedat", HeaderField::Date(DateRole::Recorded)),
    ("generatedat", HeaderField::Date(DateRole::Recorded)),
    ("totalassets", HeaderField::Total(TotalRole::Section(SectionKind::Assets))),
    ("totalliabilities", HeaderField::Total(TotalRole::Section(SectionKind::Liabilities))),
    ("totalequity", HeaderField::Total(TotalRole::Section(SectionKind::Equity))),
    ("netassets", HeaderField::Total(TotalRole::NetAssets)),
    ("netassetsamount", HeaderField::Total(TotalRole::NetAssets)),
    ("totalliabilitiesandequity", HeaderField::Total(TotalRole::Claims)),
];
