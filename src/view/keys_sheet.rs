//! How the open file is read, as the page shows it and lets it be changed.

use serde::{Deserialize, Serialize};

/// The keys of a tree of lines, as fields of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeysForm {
    /// The keys that lead to the statements.
    pub path: Vec<String>,
    /// The keys of the sections, each with its word: `assets`, `liabilities`, `equity` or `other`.
    pub sections: Vec<(String, String)>,
    /// The key of the list of sections; empty if sections have keys of their own.
    pub roots: String,
    /// The key of a line's name.
    pub name: String,
    /// The key of its amount.
    pub amount: String,
    /// The key of its account id; may be empty.
    pub account_id: String,
    /// The key of its items; may be empty.
    pub items: String,
    /// Further keys, each with the field it is one more key of: `name`, `amount`, `account_id` or `items`.
    pub also: Vec<(String, String)>,
}

/// A line as a mapping reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExampleLine {
    /// What stands under the key of the name.
    pub name: String,
    /// What stands under the key of the account id.
    pub account_id: String,
    /// What stands under the key of the amount.
    pub amount: String,
}

/// Everything about how a file is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeysSheet {
    /// The dialect that was asked for; `auto` if none was.
    pub asked: String,
    /// The dialects there are, by name and in words; `auto` first.
    pub dialects: Vec<(String, String)>,
    /// The keys by which the lines are read, or would be.
    pub form: KeysForm,
    /// Keys that lines of the file have, likely ones first: for the name, the amount and the account id.
    pub candidates: [Vec<String>; 3],
    /// The first lines as the form reads them, at most three.
    pub examples: Vec<ExampleLine>,
    /// How many lines with a name and an amount the form finds at the file's beginning.
    pub lines: u32,
}
