//! The list of all rules, in the order of their codes.

use crate::rules::rule::Rule;

/// Every rule.
pub const RULES: &[&Rule] = &[];

/// The rule of a code such as `T001`.
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}
