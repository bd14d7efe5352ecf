//! The list of all rules: the file first, then its shape, totals, accounts, amounts and dates.

use crate::rules::rule::Rule;
use crate::rules::{
    account_missing, account_odd, account_repeated, amount_decorated, amount_missing, amount_too_long,
    amount_unreadable, bad_encoding, beyond_double, broken_json, column_ignored, currency_missing,
    currency_mixed, data_stale, date_future, date_impossible, date_missing, dates_reversed, decimals_excess,
    decimals_mixed, equation_differs, field_unknown, header_total_differs, items_malformed, name_missing,
    name_repeated_on_path, names_nearly_equal, pass_through_group, repeated_key, report_empty, row_misplaced,
    section_empty, section_missing, section_unknown, sibling_repeated, sign_unusual, too_deep, total_differs,
    total_missing, total_rounded,
};

/// Every rule, in the order in which documents list them.
pub const RULES: &[&Rule] = &[
    &broken_json::RULE,
    &repeated_key::RULE,
    &bad_encoding::RULE,
    &beyond_double::RULE,
    &too_deep::RULE,
    &section_missing::RULE,
    &section_unknown::RULE,
    &section_empty::RULE,
    &name_missing::RULE,
    &sibling_repeated::RULE,
    &name_repeated_on_path::RULE,
    &pass_through_group::RULE,
    &field_unknown::RULE,
    &names_nearly_equal::RULE,
    &items_malformed::RULE,
    &row_misplaced::RULE,
    &column_ignored::RULE,
    &report_empty::RULE,
    &total_differs::RULE,
    &equation_differs::RULE,
    &total_missing::RULE,
    &header_total_differs::RULE,
    &total_rounded::RULE,
    &account_missing::RULE,
    &account_repeated::RULE,
    &account_odd::RULE,
    &amount_unreadable::RULE,
    &amount_missing::RULE,
    &decimals_mixed::RULE,
    &decimals_excess::RULE,
    &sign_unusual::RULE,
    &amount_too_long::RULE,
    &amount_decorated::RULE,
    &date_missing::RULE,
    &date_impossible::RULE,
    &dates_reversed::RULE,
    &date_future::RULE,
    &data_stale::RULE,
    &currency_missing::RULE,
    &currency_mixed::RULE,
];

/// Whether causes are looked for when a rule of this code fires.
pub fn explained(code: &str) -> bool {
    matches!(code, "T001" | "T002")
}

/// The rule of a code such as `T001`.
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}
