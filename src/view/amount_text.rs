//! Exact amounts in the reader's own way of writing numbers.

/// How a reader writes numbers. All digits of the amount stay; only separators are added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Separators {
    /// Between whole and fraction.
    pub decimal: String,
    /// Between groups of digits.
    pub group: String,
    /// Digits in the group before the decimal separator.
    pub first: usize,
    /// Digits in each group before that: 3, or 2 in India.
    pub further: usize,
}

impl Default for Separators {
    fn default() -> Separators {
        Separators { decimal: ".".to_owned(), group: ",".to_owned(), first: 3, further: 3 }
    }
}

impl Separators {
    /// The amount's whole part with a true minus, and its fraction with the separator; each may be copied alone.
    /// `exact` is `-?digits(.digits)?`.
    pub fn split(&self, exact: &str) -> (String, String) {
        let (minus, digits) = exact.strip_prefix('-').map_or(("", exact), |digits| ("−", digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut text = String::from(minus);
        let count = whole.len();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && self.begins_group(count - at) {
                text.push_str(&self.group);
            }
            text.push(digit);
        }
        let fraction =
            if fraction.is_empty() { String::new() } else { format!("{}{fraction}", self.decimal) };
        (text, fraction)
    }

    /// The whole amount as one text.
    pub fn write(&self, exact: &str) -> String {
        let (whole, fraction) = self.split(exact);
        whole + &fraction
    }

    /// Whether a group begins with `left` digits still to come.
    fn begins_group(&self, left: usize) -> bool {
        left == self.first
            || left.checked_sub(self.first).is_some_and(|rest| rest > 0 && rest.is_multiple_of(self.further))
    }
}
