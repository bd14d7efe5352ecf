//! The escapes of a string, one character at a time.

/// Where in an escape the text has come to.
#[derive(Default)]
pub struct Escapes {
    stage: Stage,
    /// Where the current escape's backslash stands.
    start: u64,
    digits: Digits,
    /// The first half of a surrogate pair, if it was just read.
    high: Option<Unit>,
    /// What is no escape, not yet told.
    pub bad: Vec<BadEscape>,
}

/// An escape that JSON does not have, or half of a surrogate pair.
pub struct BadEscape {
    /// Where its backslash stands.
    pub offset: u64,
    /// It as written.
    pub written: String,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Outside,
    Backslash,
    Hexadecimal,
}

/// Up to four hexadecimal digits, as written.
#[derive(Clone, Copy, Default)]
struct Digits {
    count: usize,
    digits: [char; 4],
}

/// A complete `\uXXXX`.
#[derive(Clone, Copy)]
struct Unit {
    offset: u64,
    digits: Digits,
}

impl Escapes {
    /// A string begins.
    pub fn clear(&mut self) {
        self.stage = Stage::Outside;
        self.high = None;
    }

    /// Whether plain text may follow without a word to this.
    pub fn is_idle(&self) -> bool {
        self.stage == Stage::Outside && self.high.is_none()
    }

    /// Takes the character at `offset` if it belongs to an escape, and adds what that stands for to `text`.
    pub fn take(&mut self, character: char, offset: u64, text: &mut String) -> bool {
        if self.stage == Stage::Hexadecimal {
            if character.is_ascii_hexdigit() {
                self.digits.push(character);
                if self.digits.count == 4 {
                    self.stage = Stage::Outside;
                    self.unit(Unit { offset: self.start, digits: self.digits }, text);
                }
                return true;
            }
            self.stage = Stage::Outside;
            self.settle(text);
            self.refuse(Unit { offset: self.start, digits: self.digits }, text);
        }
        if self.stage == Stage::Outside {
            if character == '\\' {
                self.stage = Stage::Backslash;
                self.start = offset;
                return true;
            }
            self.settle(text);
            return false;
        }
        if character == 'u' {
            self.stage = Stage::Hexadecimal;
            self.digits = Digits::default();
            return true;
        }
        self.stage = Stage::Outside;
        self.settle(text);
        text.push(match character {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '"' | '\\' | '/' => character,
            _ => {
                self.bad.push(BadEscape { offset: self.start, written: format!("\\{character}") });
                character
            }
        });
        true
    }

    /// Something that is no text interrupts the string; a fault was told for that.
    pub fn give_up(&mut self, text: &mut String) {
        if !self.is_idle() {
            text.push(char::REPLACEMENT_CHARACTER);
            self.clear();
        }
    }

    fn unit(&mut self, unit: Unit, text: &mut String) {
        let low = unit.digits.value();
        if let Some(high) = self.high {
            let pair = char::decode_utf16([high.digits.value(), low]).next();
            if let Some(Ok(character)) = pair {
                self.high = None;
                text.push(character);
                return;
            }
            self.settle(text);
        }
        match char::decode_utf16([low]).next() {
            Some(Ok(character)) => text.push(character),
            _ if low < 0xdc00 => self.high = Some(unit),
            _ => self.refuse(unit, text),
        }
    }

    /// The first half of a pair is not followed by the second.
    fn settle(&mut self, text: &mut String) {
        if let Some(high) = self.high.take() {
            self.refuse(high, text);
        }
    }

    fn refuse(&mut self, unit: Unit, text: &mut String) {
        let mut written = String::from("\\u");
        written.extend(unit.digits.digits.iter().take(unit.digits.count));
        self.bad.push(BadEscape { offset: unit.offset, written });
        text.push(char::REPLACEMENT_CHARACTER);
    }
}

impl Digits {
    fn push(&mut self, digit: char) {
        if let Some(place) = self.digits.get_mut(self.count) {
            *place = digit;
            self.count += 1;
        }
    }

    fn value(self) -> u16 {
        self.digits.iter().fold(0, |value, digit| {
            let digit = digit.to_digit(16).and_then(|digit| u16::try_from(digit).ok()).unwrap_or(0);
            (value << 4) | digit
        })
    }
}
