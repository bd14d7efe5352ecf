//! Amounts in cells, aligned on the point whatever decimals they have.

use crate::export::report_html::paper::Paper;
use crate::model::amount::Amount;
use crate::rules::words;

/// The most decimals that a class makes room for.
const MOST_DECIMALS: u32 = 12;

/// The classes that make room for missing decimals; the sheet has them all.
const ROOM: [&str; 13] = ["", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12"];

/// How many decimals a column of amounts needs.
pub fn decimals(amounts: impl Iterator<Item = Amount>) -> u32 {
    amounts.map(Amount::decimals).max().unwrap_or(0)
}

/// An amount with room for the decimals that others of its column have.
pub fn figure(paper: &mut Paper<'_>, amount: Amount, decimals: u32) {
    let missing = decimals.min(MOST_DECIMALS).saturating_sub(amount.decimals());
    let room = ROOM.get(missing as usize).copied().unwrap_or_default();
    let point = if missing > 0 && amount.decimals() == 0 { " point" } else { "" };
    paper.put("span", &["figure ", room, point].concat(), &words::amount(amount));
}

/// A cell with an amount, or an empty one.
pub fn cell(paper: &mut Paper<'_>, class: &str, amount: Option<Amount>, decimals: u32) {
    paper.open("td", &["n ", class].concat());
    if let Some(amount) = amount {
        figure(paper, amount, decimals);
    }
    paper.close();
}

/// The head of a table: columns of texts, and of figures if their name begins with `#`.
pub fn head(paper: &mut Paper<'_>, columns: &[&str]) {
    paper.open("thead", "").open("tr", "");
    for column in columns {
        let (class, word) = column.strip_prefix('#').map_or(("", *column), |word| ("n", word));
        let with = [("scope", "col"), ("class", class)];
        paper.open_with("th", if class.is_empty() { &with[..1] } else { &with }).text(word).close();
    }
    paper.close();
    paper.close();
}
