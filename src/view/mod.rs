//! What the page draws, made from a report: the verdict strip, the rows of the tree, the panel, the findings.
//!
//! The types the page is sent ([`summary`], [`row`], [`panel`], [`finding_group`], [`check_row`],
//! [`settings_sheet`], [`rule_page`], [`printed`], [`mark`]) stand apart from the
//! The types the page is sent ([`summary`], [`row`], [`hit`], [`pick`], [`panel`], [`finding_group`], [`check_row`],
//! [`settings_sheet`], [`rule_page`], [`mark`]) stand apart from the
//! code that makes them from a report ([`desk`] and what it uses), so that the page's program carries only the
//! types. The page asks for windows, never for the whole: a statement may have millions of lines.
//!
//! To show one more thing about a line, add it to [`row`] or [`panel`] and fill it in `rows` or `inspect`.

pub mod amount_text;
pub mod cause_note;
pub mod change;
pub mod check_row;
pub mod consult;
pub mod desk;
pub mod figure_query;
pub mod filter;
pub mod finding_group;
pub mod fragment;
pub mod gather;
pub mod hit;
pub mod hits;
pub mod inspect;
pub mod keys;
pub mod keys_sheet;
pub mod list;
pub mod listing;
pub mod mark;
pub mod message;
pub mod notes;
pub mod pace;
pub mod panel;
pub mod pick;
pub mod picks;
pub mod picture;
pub mod printed;
pub mod row;
pub mod rows;
pub mod rule_page;
pub mod scroll;
pub mod settings_sheet;
pub mod settle;
pub mod shortcuts;
pub mod shown;
pub mod source;
pub mod step;
pub mod summarise;
pub mod summary;
pub mod tally;
pub mod text_query;
pub mod tree;
pub mod typed_amount;
