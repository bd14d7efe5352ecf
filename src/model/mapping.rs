//! Which field of a tree of lines holds what.

use crate::model::statement::SectionKind;

/// How a tree of lines is read: where its statements and their sections are, and which keys its lines have.
///
/// Keys are as written in the file. A key that is empty is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The keys that lead from a document to its statements; the lists on the way are gone through.
    pub path: Vec<String>,
    /// The keys of a statement's sections, each with what it is. A section is an object that is a line itself, or a list
    /// of lines.
    pub sections: Vec<(String, SectionKind)>,
    /// The key of a statement's list of sections, where they are told apart by their names instead.
    pub roots: String,
    /// The key of a line's name.
    pub name: String,
    /// The key of a line's amount: a number, a text, or an object such as `{amount, currency}`.
    pub amount: String,
    /// The key of a line's account id.
    pub account_id: String,
    /// The key of a line's items.
    pub items: String,
    /// Further keys of lines, where groups and accounts of one tree have different ones. The keys above go before them.
    pub also: Vec<(String, LineKey)>,
}

/// What a file's beginning says of the keys of its lines.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// The keys that were asked for, or that fit best.
    pub mapping: Mapping,
    /// Keys that could be the name, the amount and the account id, likely ones first.
    pub candidates: [Vec<String>; 3],
    /// The first lines by name, account id and amount.
    pub examples: Vec<[String; 3]>,
    /// How many lines have a name and an amount.
    pub lines: u32,
}

/// What a key of a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKey {
    /// Its name.
    Name,
    /// Its amount.
    Amount,
    /// Its account id.
    AccountId,
    /// Its items.
    Items,
    /// Its currency.
    Currency,
    /// Nothing that is known.
    Other,
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
            path: Vec::new(),
            sections: sections.map(|(key, kind)| (key.to_owned(), kind)).to_vec(),
            roots: String::new(),
            name: "name".to_owned(),
            amount: "value".to_owned(),
            account_id: "account_id".to_owned(),
            items: "items".to_owned(),
            also: Vec::new(),
        }
    }

    /// What a key of a line is for. Without a mapping the canonical keys hold.
    pub fn line_key(mapping: Option<&Mapping>, key: &str) -> LineKey {
        match (mapping, key) {
            (_, "") => LineKey::Other,
            (None, "name") => LineKey::Name,
            (None, "value") => LineKey::Amount,
            (None, "account_id") => LineKey::AccountId,
            (None, "items") => LineKey::Items,
            (Some(own), _) if key == own.name => LineKey::Name,
            (Some(own), _) if key == own.amount => LineKey::Amount,
            (Some(own), _) if key == own.account_id => LineKey::AccountId,
            (Some(own), _) if key == own.items => LineKey::Items,
            (_, "currency" | "currency_code" | "currencyCode") => LineKey::Currency,
            _ => mapping.and_then(|own| own.further(key)).unwrap_or(LineKey::Other),
        }
    }

    /// What a further key is for.
    pub fn further(&self, key: &str) -> Option<LineKey> {
        self.also.iter().find(|(own, _)| own == key).map(|(_, is)| *is)
    }

    /// The further keys that are for the same.
    pub fn also_for(&self, line_key: LineKey) -> impl Iterator<Item = &str> {
        self.also.iter().filter(move |(_, is)| *is == line_key).map(|(key, _)| key.as_str())
    }
}
