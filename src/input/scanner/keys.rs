//! Knows which keys the open objects have had.

use crate::model::numbers::Numbers;

/// How many keys are looked through one by one before a set is made of them.
const FEW: usize = 24;

/// The keys of all open objects, innermost last.
#[derive(Default)]
pub struct Keys {
    /// The keys end to end, and where each of them ends.
    text: String,
    ends: Vec<usize>,
    /// For each open object, how many ends stand before its own.
    marks: Vec<usize>,
    /// Sets of the objects with many keys, each with its depth.
    large: Vec<(usize, Numbers<'static>)>,
}

impl Keys {
    /// An object begins.
    pub fn open(&mut self) {
        self.marks.push(self.ends.len());
    }

    /// The innermost object ends.
    pub fn close(&mut self) {
        if self.large.last().is_some_and(|(depth, _)| *depth == self.marks.len()) {
            self.large.pop();
        }
        if let Some(mark) = self.marks.pop() {
            self.forget_from(mark);
        }
    }

    /// Adds a key to the innermost object; whether it was there before.
    pub fn add(&mut self, key: &str) -> bool {
        let depth = self.marks.len();
        if let Some((_, set)) = self.large.last_mut().filter(|(large, _)| *large == depth) {
            return set.get(key).is_some() || !set.meet(key.to_owned().into()).1;
        }
        let mark = self.marks.last().copied().unwrap_or(0);
        let mut start = self.start_of(mark);
        let ends = self.ends.get(mark..).unwrap_or_default();
        let few = ends.len() < FEW;
        for &end in ends {
            if end - start == key.len() && self.text.as_bytes().get(start..end) == Some(key.as_bytes()) {
                return true;
            }
            start = end;
        }
        self.text.push_str(key);
        self.ends.push(self.text.len());
        if !few {
            self.enlarge(mark, depth);
        }
        false
    }

    fn enlarge(&mut self, mark: usize, depth: usize) {
        let mut set = Numbers::default();
        let mut start = self.start_of(mark);
        for &end in self.ends.get(mark..).unwrap_or_default() {
            set.meet(self.text.get(start..end).unwrap_or_default().to_owned().into());
            start = end;
        }
        self.large.push((depth, set));
        self.forget_from(mark);
    }

    fn forget_from(&mut self, mark: usize) {
        self.text.truncate(self.start_of(mark));
        self.ends.truncate(mark);
    }

    fn start_of(&self, mark: usize) -> usize {
        mark.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use crate::input::scanner::keys::Keys;

    #[test]
    fn objects_do_not_know_each_others_keys() {
        for count in [1, 2, 23, 24, 25, 100] {
            let mut keys = Keys::default();
            keys.open();
            for key in 0..count {
                assert!(!keys.add(&key.to_string()));
                keys.open();
                for inner in 0..count {
                    assert!(!keys.add(&inner.to_string()));
                }
                assert!(keys.add("0"));
                keys.close();
                assert!(keys.add(&key.to_string()));
            }
            keys.close();
            keys.open();
            assert!(!keys.add("0"));
        }
    }
}
