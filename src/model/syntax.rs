//! What a scanner met where JSON allows something else.

use crate::model::place::Place;

/// One place where the text is not JSON as RFC 8259 defines it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where it begins.
    pub place: Place,
}

/// What can be wrong with a text that should be JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Something stands where the grammar wants something else.
    Syntax {
        /// What stands there.
        found: Found,
        /// What could stand there.
        expected: Expected,
    },
    /// Bytes that are no UTF-8; the first of a run.
    NotUtf8 {
        /// The first byte that does not fit.
        byte: u8,
    },
    /// The file is of another kind altogether; nothing of it was read.
    Foreign(Foreign),
    /// Nesting past the cap; reading stopped here.
    TooDeep,
    /// More faults than are listed; reading stopped here.
    TooMany,
}

/// A kind of file that is no text, told by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A PDF.
    Pdf,
    /// A zip, as workbooks and documents are.
    Zip,
    /// A workbook or document of the older kind (OLE).
    Ole,
    /// A picture.
    Image,
    /// What a program packed that is not gzip.
    Packed,
    /// A table or database that is no text.
    Data,
}

impl Foreign {
    /// How many bytes it takes to tell.
    pub const ENOUGH: usize = 4;

    /// What a file that begins with these bytes is, if it is one of these.
    pub fn of(beginning: &[u8]) -> Option<Foreign> {
        match beginning.get(..Foreign::ENOUGH)? {
            b"%PDF" => Some(Foreign::Pdf),
            b"PK\x03\x04" => Some(Foreign::Zip),
            b"\xD0\xCF\x11\xE0" => Some(Foreign::Ole),
            b"\x89PNG" | b"GIF8" | b"RIFF" | [0xFF, 0xD8, 0xFF, _] => Some(Foreign::Image),
            b"7z\xBC\xAF" | b"Rar!" | b"\xFD7zX" | b"\x28\xB5\x2F\xFD" | [b'B', b'Z', b'h', b'1'..=b'9'] => {
                Some(Foreign::Packed)
            }
            b"PAR1" | b"SQLi" => Some(Foreign::Data),
            _ => None,
        }
    }
}

/// What stood at the place of a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The end of the text. `open` brackets were still open, the innermost since `since`.
    End {
        /// How many objects and arrays were open.
        open: u32,
        /// Where the innermost of them began, if any.
        since: Option<Place>,
    },
    /// A string that its line's end, or the text's, leaves unclosed.
    UnclosedString,
    /// A string that the text's end leaves unclosed, where all was well before, and which does not end as a text does.
    CutString,
    /// A single character out of place: punctuation, a bracket, a stray byte.
    Char(char),
    /// A closing bracket of the other kind than the one that is open.
    WrongClose(char),
    /// A comma with no value after it.
    TrailingComma,
    /// `//`, `/* */` or `#`.
    Comment,
    /// Text in single quotes.
    SingleQuoted,
    /// Text in typographic quotes.
    SmartQuoted,
    /// A bare word such as `NaN`, `None` or a key without quotes; at most its first 40 characters.
    Word(String),
    /// Something like a number that is none, such as `01` or `1'000`; at most its first 40 characters.
    BadNumber(String),
    /// A value of this shape where none is allowed.
    Value(Shape),
    /// An escape that JSON does not have, or half of a surrogate pair; as written.
    BadEscape(String),
    /// A raw control character within a string.
    Control(char),
}

/// What would have been right at the place of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any value.
    Value,
    /// A key in double quotes.
    Key,
    /// A key, or the object's end.
    KeyOrClose,
    /// A value, or the array's end.
    ValueOrClose,
    /// `:` between key and value.
    Colon,
    /// `,` or `}`.
    CommaOrCloseObject,
    /// `,` or `]`.
    CommaOrCloseArray,
    /// Nothing more in the file.
    End,
    /// The double quote that closes a string.
    CloseQuote,
    /// One of JSON's escapes.
    Escape,
    /// A number as JSON writes it.
    Number,
    /// Text in double quotes.
    DoubleQuotes,
    /// No comment.
    NoComment,
}

/// The shape of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `{…}`
    Object,
    /// `[…]`
    Array,
    /// `"…"`
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`
    Null,
}
