//! Statement to checks and findings; every word a person reads about a fault stands here.
//!
//! [`judge`] is the way in. To add a rule: write its file, with its words, a bad and a good example, and add it to
//! [`catalogue::RULES`]; the tests walk that list.

pub mod account_missing;
pub mod account_odd;
pub mod account_repeated;
pub mod amount_decorated;
pub mod amount_missing;
pub mod amount_too_long;
pub mod amount_unreadable;
pub mod bad_encoding;
pub mod beyond_double;
pub mod broken_json;
pub mod catalogue;
pub mod checks;
pub mod column_ignored;
pub mod currency_missing;
pub mod currency_mixed;
pub mod currency_sign;
pub mod data_stale;
pub mod date_future;
pub mod date_impossible;
pub mod date_missing;
pub mod dates_reversed;
pub mod decimals_excess;
pub mod decimals_mixed;
pub mod double;
pub mod equation_differs;
pub mod example;
pub mod field_unknown;
pub mod fingerprint;
pub mod header_total_differs;
pub mod id_form;
pub mod items_malformed;
pub mod judge;
pub mod name_missing;
pub mod name_repeated_on_path;
pub mod names_nearly_equal;
pub mod pass_through_group;
pub mod repeated_key;
pub mod report_empty;
pub mod residue;
pub mod row_misplaced;
pub mod rule;
pub mod section_empty;
pub mod section_missing;
pub mod section_unknown;
pub mod sibling_repeated;
pub mod sign_unusual;
pub mod tolerance;
pub mod too_deep;
pub mod total_differs;
pub mod total_missing;
pub mod total_rounded;
pub mod usual_sign;
pub mod words;
