//! Values to bytes and back, by one description of each: what is written is read in the same order.
//!
//! Both ends are of one build, so nothing need describe itself. It is written by hand because what is derived for so many
//! types weighs tens of kilobytes in a visitor's download.

/// Writes values, or fills them with what was written.
#[derive(Debug, Default)]
pub struct Wire {
    bytes: Vec<u8>,
    /// Where reading stands; nothing while it is written.
    at: Option<usize>,
    broken: bool,
}

impl Wire {
    /// Writes a value by its description.
    pub fn write<T>(mut value: T, describe: fn(&mut Wire, &mut T)) -> Vec<u8> {
        let mut wire = Wire::default();
        describe(&mut wire, &mut value);
        wire.bytes
    }

    /// Fills `value`; nothing if the bytes are not such a value.
    pub fn read<T>(bytes: Vec<u8>, mut value: T, describe: fn(&mut Wire, &mut T)) -> Option<T> {
        let mut wire = Wire { bytes, at: Some(0), broken: false };
        describe(&mut wire, &mut value);
        (!wire.broken && wire.at == Some(wire.bytes.len())).then_some(value)
    }

    /// A number.
    #[inline(never)]
    pub fn number(&mut self, value: &mut u64) {
        let Some(at) = &mut self.at else {
            let mut rest = *value;
            while rest > 0x7f {
                self.bytes.push((rest & 0x7f) as u8 | 0x80);
                rest >>= 7;
            }
            self.bytes.push((rest & 0x7f) as u8);
            return;
        };
        let (mut read, mut shift) = (0_u64, 0);
        loop {
            let Some(byte) = self.bytes.get(*at).copied().filter(|_| shift < 64) else {
                self.broken = true;
                break;
            };
            *at += 1;
            read |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        *value = read;
    }

    /// A smaller number.
    #[inline(never)]
    pub fn small(&mut self, value: &mut u32) {
        let mut number = u64::from(*value);
        self.number(&mut number);
        *value = u32::try_from(number).unwrap_or_default();
    }

    /// Yes or no.
    pub fn flag(&mut self, value: &mut bool) {
        let mut number = u32::from(*value);
        self.small(&mut number);
        *value = number == 1;
    }

    /// A text.
    #[inline(never)]
    pub fn text(&mut self, value: &mut String) {
        let mut length = value.len() as u64;
        self.number(&mut length);
        let Some(at) = &mut self.at else { return self.bytes.extend(value.bytes()) };
        let end = usize::try_from(length).ok().and_then(|length| at.checked_add(length));
        let text = end.and_then(|end| std::str::from_utf8(self.bytes.get(*at..end)?).ok());
        let Some(text) = text else {
            self.broken = true;
            return;
        };
        text.clone_into(value);
        *at += text.len();
    }

    /// One of several values.
    pub fn choice<T: Copy + PartialEq>(&mut self, value: &mut T, all: &[T]) {
        let at = all.iter().position(|one| one == value);
        let mut number = at.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX);
        self.small(&mut number);
        match all.get(number as usize) {
            Some(one) => *value = *one,
            None => self.broken = true,
        }
    }

    /// A list; `blank` is what is filled.
    pub fn list<T>(&mut self, list: &mut Vec<T>, blank: fn() -> T, describe: fn(&mut Wire, &mut T)) {
        let mut count = list.len() as u64;
        self.number(&mut count);
        if self.at.is_none() {
            return list.iter_mut().for_each(|one| describe(self, one));
        }
        for _ in 0..count {
            if self.broken {
                return;
            }
            let mut one = blank();
            describe(self, &mut one);
            list.push(one);
        }
    }

    /// A value that need not be there; `blank` is what is filled.
    pub fn perhaps<T>(&mut self, value: &mut Option<T>, blank: fn() -> T, describe: fn(&mut Wire, &mut T)) {
        let mut is_there = value.is_some();
        self.flag(&mut is_there);
        if is_there {
            describe(self, value.get_or_insert_with(blank));
        }
    }

    /// A text that need not be there.
    pub fn perhaps_text(&mut self, value: &mut Option<String>) {
        self.perhaps(value, String::new, Wire::text);
    }

    /// Texts.
    pub fn texts(&mut self, list: &mut Vec<String>) {
        self.list(list, String::new, Wire::text);
    }
}
