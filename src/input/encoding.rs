//! Any of the encodings JSON is met in, to UTF-8.

use crate::model::encoding::Encoding;

/// Stands for what is no UTF-16; as it is no UTF-8 either, the scanner tells its place.
const NOT_TEXT: u8 = 0xff;

/// Makes UTF-8 without a byte-order mark of a file's bytes, which may be cut anywhere.
#[derive(Default)]
pub struct Decoder {
    /// None until enough bytes were seen.
    encoding: Option<Encoding>,
    /// Bytes that wait for those after them.
    held: Vec<u8>,
    text: Vec<u8>,
}

impl Decoder {
    /// A decoder for a file of unknown encoding.
    pub fn new() -> Decoder {
        Decoder::default()
    }

    /// A decoder for what follows in a file in UTF-8.
    pub fn amid() -> Decoder {
        Decoder { encoding: Some(Encoding::Utf8), ..Decoder::default() }
    }

    /// What the file was found to be in so far.
    pub fn encoding(&self) -> Encoding {
        self.encoding.unwrap_or_default()
    }

    /// The text of the file's next bytes. UTF-8 is handed through as it is, well-formed or not.
    pub fn decode<'a>(&'a mut self, bytes: &'a [u8]) -> &'a [u8] {
        let Some(encoding) = self.encoding else {
            if self.held.is_empty() && bytes.len() >= 4 {
                let (encoding, mark) = detect(bytes);
                self.encoding = Some(encoding);
                return self.decode(bytes.get(mark..).unwrap_or_default());
            }
            self.held.extend_from_slice(bytes);
            return if self.held.len() < 4 { &[] } else { self.begin() };
        };
        match encoding {
            Encoding::Utf8 | Encoding::Utf8Bom => bytes,
            Encoding::Utf16Le => self.decode_utf16(bytes, u16::from_le_bytes),
            Encoding::Utf16Be => self.decode_utf16(bytes, u16::from_be_bytes),
        }
    }

    /// The text of what was held back, once all bytes are in.
    pub fn finish(&mut self) -> &[u8] {
        if self.encoding.is_none() {
            self.begin();
        } else {
            self.text.clear();
        }
        if !std::mem::take(&mut self.held).is_empty() {
            self.text.push(NOT_TEXT);
        }
        &self.text
    }

    /// Settles the encoding and decodes the bytes held for that.
    fn begin(&mut self) -> &[u8] {
        let (encoding, mark) = detect(&self.held);
        self.encoding = Some(encoding);
        let held = std::mem::take(&mut self.held);
        let bytes = held.get(mark..).unwrap_or_default();
        match encoding {
            Encoding::Utf8 | Encoding::Utf8Bom => self.text.extend_from_slice(bytes),
            Encoding::Utf16Le | Encoding::Utf16Be => {
                self.decode(bytes);
            }
        }
        &self.text
    }

    fn decode_utf16(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> &[u8] {
        self.text.clear();
        self.held.extend_from_slice(bytes);
        let (pairs, _) = self.held.as_chunks::<2>();
        let ends_in_half = pairs.last().is_some_and(|&pair| (0xd800..0xdc00).contains(&unit(pair)));
        let pairs = pairs.get(..pairs.len() - usize::from(ends_in_half)).unwrap_or_default();
        for character in char::decode_utf16(pairs.iter().copied().map(unit)) {
            match character {
                Ok(character) => self.text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
                Err(_) => self.text.push(NOT_TEXT),
            }
        }
        self.held.drain(..pairs.len() * 2);
        &self.text
    }
}

/// The encoding of a file that begins with `bytes`, and how many of them are a byte-order mark.
///
/// Without a mark, a zero byte beside an ASCII character betrays UTF-16 (RFC 4627, section 3): JSON has no
/// zero bytes of its own.
fn detect(bytes: &[u8]) -> (Encoding, usize) {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8Bom, 3),
        [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
        [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
        [1..=0x7f, 0] | [1..=0x7f, 0, _] => (Encoding::Utf16Le, 0),
        [1..=0x7f, 0, third, fourth, ..] if (*third, *fourth) != (0, 0) => (Encoding::Utf16Le, 0),
        [0, 1..=0x7f, ..] => (Encoding::Utf16Be, 0),
        _ => (Encoding::Utf8, 0),
    }
}
