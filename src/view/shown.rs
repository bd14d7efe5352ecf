//! Everything about what is shown that stands in the address, so that back, forward and reload bring it again.
//!
//! Only numbers and words of ours stand there. What is searched for, here and in the list of statements, does not: it
//! may be a name of the file, and addresses are remembered, synchronised and sent along.

use std::fmt;

use crate::view::filter::Filter;
use crate::view::fragment::Selection;
use crate::view::list::Column;
use crate::view::mark::{Mark, Weight};

/// What is shown of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// What is chosen.
    pub selection: Selection,
    /// The view, by the word of its tab in small letters; the hierarchy if there is none.
    pub view: Option<String>,
    /// Which findings are listed.
    pub filter: Filter,
    /// The only outcome of checks that is listed.
    pub checks: Option<Mark>,
    /// The only verdict of statements that is listed.
    pub list: Option<Mark>,
    /// What the statements are sorted by.
    pub by: Column,
    /// Whether from the other end.
    pub down: bool,
}

const WEIGHTS: [Weight; 3] = [Weight::Error, Weight::Warning, Weight::Info];
const MARKS: [Mark; 5] = [Mark::Ties, Mark::Rounding, Mark::NotCheckable, Mark::Differs, Mark::Unreadable];
const COLUMNS: [(Column, &str); 8] = [
    (Column::Number, "number"),
    (Column::Entity, "entity"),
    (Column::Date, "date"),
    (Column::Currency, "currency"),
    (Column::Verdict, "verdict"),
    (Column::Difference, "difference"),
    (Column::Errors, "errors"),
    (Column::File, "file"),
];

/// The most letters of a view's word or a rule's code.
const LONGEST: usize = 16;

/// `#statement=2&line=12&view=checks&hide=info&rule=T001&checks=differs&list=differs&sort=-errors`; what is as usual is
/// left out.
impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.selection.fmt(f)?;
        if let Some(view) = &self.view {
            write!(f, "&view={view}")?;
        }
        if !self.filter.hidden.is_empty() {
            let names: Vec<&str> = self.filter.hidden.iter().map(|weight| weight.name()).collect();
            write!(f, "&hide={}", names.join(","))?;
        }
        if let Some(rule) = &self.filter.rule {
            write!(f, "&rule={rule}")?;
        }
        for (key, mark) in [("checks", self.checks), ("list", self.list)] {
            if let Some(mark) = mark {
                write!(f, "&{key}={}", mark.name())?;
            }
        }
        let column = COLUMNS.iter().find(|(column, _)| *column == self.by).map_or("", |(_, word)| word);
        if self.by != Column::default() || self.down {
            write!(f, "&sort={}{column}", if self.down { "-" } else { "" })?;
        }
        Ok(())
    }
}

/// Reads what [`Shown`] wrote, now or in an earlier version; anything else is nothing.
pub fn read(fragment: &str) -> Option<Shown> {
    let mut shown = Shown::default();
    for pair in fragment.strip_prefix('#')?.split('&') {
        let (key, value) = pair.split_once('=')?;
        let number = || value.parse::<u32>().ok();
        match key {
            "statement" => shown.selection.statement = number()?.checked_sub(1)?,
            "line" => shown.selection.line = Some(number()?),
            "finding" => shown.selection.finding = Some(number()?),
            "view" => shown.view = Some(word(value, char::is_lowercase)?),
            "hide" => {
                for name in value.split(',') {
                    let weight = WEIGHTS.into_iter().find(|weight| weight.name() == name)?;
                    shown.filter.show(weight, false);
                }
            }
            "rule" => shown.filter.rule = Some(word(value, |c| c.is_uppercase() || c.is_ascii_digit())?),
            "checks" => shown.checks = Some(mark(value)?),
            "list" => shown.list = Some(mark(value)?),
            "sort" => {
                let name = value.strip_prefix('-');
                shown.down = name.is_some();
                let name = name.unwrap_or(value);
                shown.by = COLUMNS.into_iter().find(|(_, word)| *word == name)?.0;
            }
            _ => return None,
        }
    }
    Some(shown)
}

fn mark(name: &str) -> Option<Mark> {
    MARKS.into_iter().find(|mark| mark.name() == name)
}

/// A word of ours: short, and of ASCII letters that are all `good`.
fn word(text: &str, good: fn(char) -> bool) -> Option<String> {
    let ours = !text.is_empty() && text.len() <= LONGEST && text.is_ascii() && text.chars().all(good);
    ours.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::view::fragment::Selection;
    use crate::view::shown::{COLUMNS, MARKS, Shown, WEIGHTS, read};

    fn any_shown() -> impl Strategy<Value = Shown> {
        let selection = (0..u32::MAX, any::<Option<u32>>(), any::<Option<u32>>())
            .prop_map(|(statement, line, finding)| Selection { statement, line, finding });
        let view = proptest::option::of("[a-z]{1,16}");
        let filter = (any::<[bool; 3]>(), proptest::option::of("[A-Z][0-9]{3}"));
        let mark = || proptest::option::of(proptest::sample::select(&MARKS[..]));
        let sort = (proptest::sample::select(&COLUMNS[..]), any::<bool>());
        (selection, view, filter, mark(), mark(), sort).prop_map(
            |(selection, view, (hidden, rule), checks, list, ((by, _), down))| {
                let mut shown = Shown { selection, view, checks, list, by, down, ..Shown::default() };
                shown.filter.rule = rule;
                for (weight, hidden) in WEIGHTS.into_iter().zip(hidden) {
                    shown.filter.show(weight, !hidden);
                }
                shown
            },
        )
    }

    proptest! {
        #[test]
        fn whatever_is_shown_survives_the_address(shown in any_shown()) {
            prop_assert_eq!(read(&shown.to_string()), Some(shown));
        }

        #[test]
        fn an_address_has_nothing_that_would_have_to_be_encoded(shown in any_shown()) {
            let plain = |c: char| c.is_ascii_alphanumeric() || "#=&,-".contains(c);
            prop_assert!(shown.to_string().chars().all(plain), "{}", shown);
        }

        #[test]
        fn any_address_is_taken(text in "#?\\PC{0,40}") {
            let _ = read(&text);
        }
    }

    #[test]
    fn what_is_as_usual_is_left_out_and_addresses_of_before_are_read() {
        assert_eq!(Shown::default().to_string(), "#statement=1");
        let selection = Selection { statement: 1, line: Some(12), finding: Some(0) };
        let before = Shown { selection, ..Shown::default() };
        assert_eq!(read("#statement=2&line=12&finding=0"), Some(before));
    }

    #[test]
    fn words_that_are_not_ours_are_no_address() {
        for text in [
            "#view=",
            "#view=Checks",
            "#view=a%20b",
            "#view=abcdefghijklmnopq",
            "#hide=everything",
            "#rule=<b>",
            "#rule=t001",
            "#checks=fine",
            "#sort=name",
            "#sort=--date",
            "#search=cash",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
