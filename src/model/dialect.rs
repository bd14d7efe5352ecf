//! The JSON shapes that statements come in, and what a statement was recognised by.

/// The JSON shape of one family of systems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dialect {
    /// `{"assets": {…}, "liabilities": {…}, "equity": {…}}`, nodes with name, value, `account_id`, items.
    #[default]
    Canonical,
    /// The same idea under other field names, read by a mapping.
    NamedTree,
    /// A report of `QuickBooks` Online: `Header`, `Columns`, `Rows`.
    QuickBooks,
    /// A report of Xero: `Reports` with flat `Rows`.
    Xero,
    /// A report of hledger: `cbrSubreports`.
    Hledger,
    /// A list of rows, each with the key of its parent or its level (`ERPNext`, Odoo).
    FlatRows,
}

impl Dialect {
    /// Every dialect, in the order in which a choice lists them.
    pub const ALL: [Dialect; 6] = [
        Dialect::Canonical,
        Dialect::NamedTree,
        Dialect::QuickBooks,
        Dialect::Xero,
        Dialect::Hledger,
        Dialect::FlatRows,
    ];

    /// Its name in reports and settings.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::Canonical => "canonical",
            Dialect::NamedTree => "named-tree",
            Dialect::QuickBooks => "quickbooks",
            Dialect::Xero => "xero",
            Dialect::Hledger => "hledger",
            Dialect::FlatRows => "flat-rows",
        }
    }

    /// The dialect of this name.
    pub fn named(name: &str) -> Option<Dialect> {
        Dialect::ALL.into_iter().find(|dialect| dialect.name() == name)
    }
}
