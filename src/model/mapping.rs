//! Which field of a tree of lines holds what.

use crate::model::statement::SectionKind;

/// How a tree of lines is read: where its sections are, and which keys its lines have.
///
/// Keys are as written in the file. A key that is empty is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The keys of the object that holds the sections, each with what it is. A section is an object that is a line
    /// itself, or a list of lines.
    pub sections: Vec<(String, SectionKind)>,
    /// The key of a line's name.
    pub name: String,
    /// The key of a line's amount: a number, a text, or an object such as `{amount, currency}`.
    pub amount: String,
    /// The key of a line's account id.
    pub account_id: String,
    /// The key of a line's items.
    pub items: String,
}

impl Mapping {
    /// The keys of the canonical shape.
    pub fn canonical() -> Mapping {
        let sections = [
            ("assets", SectionKind::Assets),
            ("liabilities", SectionKind::Liabilities),
            ("equity", SectionKind::Equity),
        ];
        Mapping {
            sections: sections.map(|(key, kind)| (key.to_owned(), kind)).to_vec(),
            name: "name".to_owned(),
            amount: "value".to_owned(),
            account_id: "account_id".to_owned(),
            items: "items".to_owned(),
        }
    }
}
