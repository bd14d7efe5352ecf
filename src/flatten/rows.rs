//! One row a line, in file order, with its keys, its path and its check.

use crate::flatten::keys::ItemKeys;
use crate::flatten::lines::{self, Literal};
use crate::model::check::{Check, Outcome};
use crate::model::lines::LineId;
use crate::model::report::Examined;

/// One line with what its place in the tree says about it. Texts are as written in the file, unguarded.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The line itself.
    pub line: LineId,
    /// Its key; see [`ItemKeys`].
    pub line_id: &'a str,
    /// The key of the line above, empty for a section.
    pub parent_id: &'a str,
    /// `assets`, `liabilities`, `equity`, or the key of another section.
    pub section: &'a str,
    /// The section's name.
    pub category: &'a str,
    /// The names from the section down, joined by ` > `.
    pub path: &'a str,
    /// The name of the line above, empty for a section.
    pub parent_name: &'a str,
    /// Its name; a section without one has its key.
    pub name: &'a str,
    /// Its account id, or empty.
    pub account_id: &'a str,
    /// 0 for a section, one more a level.
    pub level: u16,
    /// Whether it is at the lowest level.
    pub is_account: bool,
    /// The amount exactly as written, readable or not; but a plain number with its digits if separators, signs or
    /// brackets had to be read away, as no program would take them for a number.
    pub literal: String,
    /// The amount as a plain number with its digits as written; empty if it cannot be read.
    pub amount: String,
    /// The comparison with its items, if it is a group.
    pub check: Option<&'a Check>,
    /// The line of the file on which it begins, from 1.
    pub source_line: u32,
}

impl Row<'_> {
    /// The sum of the items, if it was made.
    pub fn calculated(&self) -> String {
        self.check.and_then(|check| check.calculated).map(|amount| amount.to_string()).unwrap_or_default()
    }

    /// Reported − calculated, if it was made.
    pub fn difference(&self) -> String {
        self.check.and_then(|check| check.difference).map(|amount| amount.to_string()).unwrap_or_default()
    }

    /// The outcome of the comparison, empty for an account.
    pub fn status(&self) -> &'static str {
        self.check.map_or("", |check| Outcome::name(check.outcome))
    }
}

/// Calls `take` with each line of a statement, in file order.
pub fn each<E>(examined: &Examined, mut take: impl FnMut(&Row<'_>) -> Result<(), E>) -> Result<(), E> {
    let statement = &examined.statement;
    let mut section_keys = ItemKeys::default();
    // The keys of the items of each line above, and how long the path down to it is; the section first.
    let mut above: Vec<(ItemKeys<'_>, usize)> = Vec::new();
    let mut path = String::new();
    lines::each(statement, |of| {
        above.truncate(usize::from(of.level));
        path.truncate(above.last().map_or(0, |(_, length)| *length));
        if !above.is_empty() {
            path.push_str(" > ");
        }
        path.push_str(of.name);
        let line_id = match above.last_mut() {
            Some((keys, _)) => keys.next(of.name),
            None => section_keys.next(of.section),
        };
        let literal = match of.literal {
            Literal::Digits(amount) => amount.to_string(),
            Literal::Text(text) => text.to_owned(),
        };
        let amount = match of.amount {
            // An exponent is written out; every other readable literal is a plain number already.
            Some(amount) if literal.contains(['e', 'E']) => amount.to_string(),
            Some(_) => literal.clone(),
            None => String::new(),
        };
        take(&Row {
            line: of.line,
            line_id: &line_id,
            parent_id: above.last().map_or("", |(keys, _)| keys.parent()),
            section: of.section,
            category: of.category,
            path: &path,
            parent_name: of.parent_name,
            name: of.name,
            account_id: of.account_id,
            level: of.level,
            is_account: of.is_account,
            literal,
            amount,
            check: examined.check_of(of.line),
            source_line: statement.lines.place(of.line).line,
        })?;
        above.push((ItemKeys::under(line_id), path.len()));
        Ok(())
    })
}
