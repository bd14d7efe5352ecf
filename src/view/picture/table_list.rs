//! The tables that are handed out, with their columns, types and keys: the one list to add a table to.

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What it is or is handed out as, in a word; may be empty.
    pub told: &'static str,
    /// Where it is drawn, from 0: to the right of the tables that its rows belong to.
    pub column: u32,
    /// Its columns, in order.
    pub columns: &'static [TableColumn],
}

/// A column of a table: its name, its type in plain words, and which key it is.
pub type TableColumn = (&'static str, &'static str, Key);

/// Which key a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// None.
    None,
    /// It tells the rows of its table apart, alone or with others.
    Primary,
    /// It says which row of a table it belongs to: the name of that table, whose key is meant. Many rows may belong to
    /// one.
    Foreign(&'static str),
    /// Both.
    Both(&'static str),
}

impl Key {
    /// Whether it tells the rows of its table apart.
    pub fn is_primary(self) -> bool {
        matches!(self, Key::Primary | Key::Both(_))
    }

    /// The table whose key is meant.
    pub fn foreign(self) -> Option<&'static str> {
        match self {
            Key::Foreign(name) | Key::Both(name) => Some(name),
            Key::None | Key::Primary => None,
        }
    }

    /// It in two letters or five.
    pub fn word(self) -> &'static str {
        match self {
            Key::None => "",
            Key::Primary => "PK",
            Key::Foreign(_) => "FK",
            Key::Both(_) => "PK FK",
        }
    }
}

const TEXT: &str = "text";
const WHOLE: &str = "whole number";
const DECIMAL: &str = "decimal";
const YES_NO: &str = "yes/no";
const DATE: &str = "date";

/// Every table, in the order in which they are drawn.
pub const TABLES: &[Table] = &[
    Table {
        name: "dim_entity",
        told: "dimension",
        column: 0,
        columns: &[("entity_key", TEXT, Key::Primary), ("entity", TEXT, Key::None)],
    },
    Table {
        name: "dim_period",
        told: "dimension",
        column: 0,
        columns: &[
            ("period_key", TEXT, Key::Primary),
            ("as_of", TEXT, Key::None),
            ("as_of_day", DATE, Key::None),
            ("start_day", DATE, Key::None),
            ("year", WHOLE, Key::None),
            ("quarter", WHOLE, Key::None),
            ("month", WHOLE, Key::None),
        ],
    },
    Table {
        name: "dim_category",
        told: "dimension",
        column: 0,
        columns: &[
            ("category_key", TEXT, Key::Primary),
            ("parent_key", TEXT, Key::Foreign("dim_category")),
            ("level", WHOLE, Key::None),
            ("section", TEXT, Key::None),
            ("name", TEXT, Key::None),
            ("path", TEXT, Key::None),
        ],
    },
    Table {
        name: "statement",
        told: "",
        column: 1,
        columns: &[
            ("statement_id", WHOLE, Key::Primary),
            ("statement_key", TEXT, Key::None),
            ("repetition", WHOLE, Key::None),
            ("entity_key", TEXT, Key::Foreign("dim_entity")),
            ("period_key", TEXT, Key::Foreign("dim_period")),
            ("entity", TEXT, Key::None),
            ("title", TEXT, Key::None),
            ("kind", TEXT, Key::None),
            ("as_of", TEXT, Key::None),
            ("as_of_day", DATE, Key::None),
            ("currency", TEXT, Key::None),
            ("dialect", TEXT, Key::None),
            ("verdict", TEXT, Key::None),
            ("lines", WHOLE, Key::None),
            ("accounts", WHOLE, Key::None),
            ("file", TEXT, Key::None),
            ("pointer", TEXT, Key::None),
            ("source_line", WHOLE, Key::None),
        ],
    },
    Table {
        name: "dim_account",
        told: "dimension",
        column: 1,
        columns: &[
            ("account_key", TEXT, Key::Primary),
            ("entity_key", TEXT, Key::Foreign("dim_entity")),
            ("category_key", TEXT, Key::Foreign("dim_category")),
            ("account_id", TEXT, Key::None),
            ("name", TEXT, Key::None),
            ("section", TEXT, Key::None),
            ("level", WHOLE, Key::None),
            ("path", TEXT, Key::None),
            ("line_id", TEXT, Key::None),
            ("is_group", YES_NO, Key::None),
            ("first_day", DATE, Key::None),
            ("last_day", DATE, Key::None),
        ],
    },
    Table {
        name: "line",
        told: "CSV, full",
        column: 2,
        columns: &[
            ("statement_id", WHOLE, Key::Both("statement")),
            ("as_of", TEXT, Key::None),
            ("currency", TEXT, Key::None),
            ("line_id", TEXT, Key::Primary),
            ("parent_id", TEXT, Key::Foreign("line")),
            ("line_order", WHOLE, Key::None),
            ("level", WHOLE, Key::None),
            ("section", TEXT, Key::None),
            ("path", TEXT, Key::None),
            ("parent_name", TEXT, Key::None),
            ("name", TEXT, Key::None),
            ("account_id", TEXT, Key::None),
            ("amount", DECIMAL, Key::None),
            ("is_account", YES_NO, Key::None),
            ("calculated", DECIMAL, Key::None),
            ("difference", DECIMAL, Key::None),
            ("status", TEXT, Key::None),
            ("source_line", WHOLE, Key::None),
        ],
    },
    Table {
        name: "fact_balance",
        told: "fact",
        column: 2,
        columns: &[
            ("balance_key", TEXT, Key::Primary),
            ("statement_id", WHOLE, Key::Foreign("statement")),
            ("entity_key", TEXT, Key::Foreign("dim_entity")),
            ("period_key", TEXT, Key::Foreign("dim_period")),
            ("account_key", TEXT, Key::Foreign("dim_account")),
            ("category_key", TEXT, Key::Foreign("dim_category")),
            ("line_id", TEXT, Key::Foreign("line")),
            ("currency", TEXT, Key::None),
            ("amount", DECIMAL, Key::None),
            ("amount_written", TEXT, Key::None),
        ],
    },
    Table {
        name: "account_line",
        told: "",
        column: 3,
        columns: &[
            ("statement_id", WHOLE, Key::Both("statement")),
            ("line_id", TEXT, Key::Both("line")),
            ("line_order", WHOLE, Key::None),
            ("entity", TEXT, Key::None),
            ("as_of", TEXT, Key::None),
            ("currency", TEXT, Key::None),
            ("section", TEXT, Key::None),
            ("account_id", TEXT, Key::None),
            ("name", TEXT, Key::None),
            ("level", WHOLE, Key::None),
            ("is_own", YES_NO, Key::None),
            ("amount", DECIMAL, Key::None),
            ("amount_written", TEXT, Key::None),
            ("level_0 …", TEXT, Key::None),
        ],
    },
    Table {
        name: "line_closure",
        told: "",
        column: 3,
        columns: &[
            ("statement_id", WHOLE, Key::Both("statement")),
            ("ancestor_id", TEXT, Key::Both("line")),
            ("descendant_id", TEXT, Key::Both("line")),
            ("distance", WHOLE, Key::None),
        ],
    },
    Table {
        name: "check",
        told: "",
        column: 3,
        columns: &[
            ("statement_id", WHOLE, Key::Both("statement")),
            ("check_order", WHOLE, Key::Primary),
            ("rule", TEXT, Key::None),
            ("subject", TEXT, Key::None),
            ("line_id", TEXT, Key::Foreign("line")),
            ("path", TEXT, Key::None),
            ("pointer", TEXT, Key::None),
            ("reported", DECIMAL, Key::None),
            ("calculated", DECIMAL, Key::None),
            ("difference", DECIMAL, Key::None),
            ("tolerance", DECIMAL, Key::None),
            ("status", TEXT, Key::None),
            ("standing", TEXT, Key::None),
            ("reason", TEXT, Key::None),
        ],
    },
    Table {
        name: "finding",
        told: "",
        column: 3,
        columns: &[
            ("finding_id", WHOLE, Key::Primary),
            ("statement_id", WHOLE, Key::Foreign("statement")),
            ("rule", TEXT, Key::None),
            ("name", TEXT, Key::None),
            ("severity", TEXT, Key::None),
            ("message", TEXT, Key::None),
            ("line_id", TEXT, Key::Foreign("line")),
            ("path", TEXT, Key::None),
            ("pointer", TEXT, Key::None),
            ("source_line", WHOLE, Key::None),
            ("source_column", WHOLE, Key::None),
            ("reported", DECIMAL, Key::None),
            ("calculated", DECIMAL, Key::None),
            ("difference", DECIMAL, Key::None),
            ("residual", DECIMAL, Key::None),
            ("cause", TEXT, Key::None),
            ("fingerprint", TEXT, Key::None),
            ("is_accepted", YES_NO, Key::None),
            ("times", WHOLE, Key::None),
        ],
    },
    Table {
        name: "line_compact",
        told: "CSV, compact",
        column: 3,
        columns: &[
            ("category", TEXT, Key::None),
            ("parent_name", TEXT, Key::None),
            ("name", TEXT, Key::None),
            ("account_id", TEXT, Key::None),
            ("value", DECIMAL, Key::None),
            ("is_lowest_level", YES_NO, Key::None),
        ],
    },
];
