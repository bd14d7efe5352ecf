//! The field names of the canonical shape and of the envelope around it.

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

/// The envelope field a key stands for.
pub fn header(key: &str) -> Option<HeaderField> {
    Some(match key {
        "id" => HeaderField::Id,
        "entity" | "entity_name" | "company" | "company_name" | "organization" | "organization_name" => {
            HeaderField::Entity
        }
        "currency" | "currency_code" => HeaderField::Currency,
        "end_date" | "date" | "as_of" | "as_of_date" | "balance_date" | "report_date" => {
            HeaderField::Date(DateRole::AsOf)
        }
        "start_date" => HeaderField::Date(DateRole::Start),
        "created_at" | "updated_at" | "modified_at" | "last_synced_at" => {
            HeaderField::Date(DateRole::Recorded)
        }
        "total_assets" => HeaderField::Total(TotalRole::Section(SectionKind::Assets)),
        "total_liabilities" => HeaderField::Total(TotalRole::Section(SectionKind::Liabilities)),
        "total_equity" => HeaderField::Total(TotalRole::Section(SectionKind::Equity)),
        "net_assets" => HeaderField::Total(TotalRole::NetAssets),
        _ => return None,
    })
}
