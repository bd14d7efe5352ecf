//! Numbers for texts: the one map that is keyed by text, with values kept in lists beside it.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Different texts, numbered from 0 in the order in which they were first met.
#[derive(Clone, Debug, Default)]
pub struct Numbers<'a> {
    known: BTreeMap<Cow<'a, str>, u32>,
}

impl<'a> Numbers<'a> {
    /// The number of a text, if it was met.
    pub fn get(&self, text: &str) -> Option<u32> {
        self.known.get(text).copied()
    }

    /// Meets a text: its number, and whether it is new.
    pub fn meet(&mut self, text: Cow<'a, str>) -> (u32, bool) {
        if let Some(number) = self.get(&text) {
            return (number, false);
        }
        let number = self.len();
        self.known.insert(text, number);
        (number, true)
    }

    /// How many different texts were met.
    pub fn len(&self) -> u32 {
        u32::try_from(self.known.len()).unwrap_or(u32::MAX)
    }

    /// Whether none was met.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

/// How often each text was met.
#[derive(Clone, Debug, Default)]
pub struct Tally<'a> {
    numbers: Numbers<'a>,
    counts: Vec<u32>,
}

impl<'a> Tally<'a> {
    /// Meets a text; how often it was met so far, from 1.
    pub fn meet(&mut self, text: &'a str) -> u32 {
        let (number, new) = self.numbers.meet(Cow::Borrowed(text));
        if new {
            self.counts.push(0);
        }
        self.counts.get_mut(number as usize).map_or(1, |count| {
            *count += 1;
            *count
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::model::numbers::{Numbers, Tally};

    #[test]
    fn texts_keep_the_number_they_were_given_first() {
        let mut numbers = Numbers::default();
        let met = ["b", "a", "b", "c"].map(|text| numbers.meet(text.into()));
        assert_eq!(met, [(0, true), (1, true), (0, false), (2, true)]);
        assert_eq!((numbers.get("a"), numbers.get("d"), numbers.len()), (Some(1), None, 3));
        let mut tally = Tally::default();
        assert_eq!(["b", "a", "b", "b"].map(|text| tally.meet(text)), [1, 1, 2, 3]);
    }
}
