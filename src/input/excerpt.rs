//! A piece of a file's text, for a file whose bytes are not its text.

use crate::input::encoding::Decoder;

/// Takes a file's bytes from its beginning and keeps the text between two offsets.
pub struct Excerpt {
    decoder: Decoder,
    at: u64,
    from: u64,
    to: u64,
    text: Vec<u8>,
}

impl Excerpt {
    /// For the text from one offset to another.
    pub fn new(from: u64, to: u64) -> Excerpt {
        Excerpt { decoder: Decoder::new(), at: 0, from, to, text: Vec::new() }
    }

    /// The file's next bytes; whether more are wanted.
    pub fn feed(&mut self, bytes: &[u8]) -> bool {
        let text = self.decoder.decode(bytes);
        let within = |offset: u64| {
            usize::try_from(offset.saturating_sub(self.at)).unwrap_or(usize::MAX).min(text.len())
        };
        self.text.extend_from_slice(text.get(within(self.from)..within(self.to)).unwrap_or_default());
        self.at += text.len() as u64;
        self.at < self.to
    }

    /// What there is so far of the text, which is then let go.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.text)
    }

    /// The text between the two offsets, as far as the file has it and it was not taken.
    pub fn finish(mut self) -> Vec<u8> {
        let at = self.at;
        let text = self.decoder.finish();
        let within =
            |offset: u64| usize::try_from(offset.saturating_sub(at)).unwrap_or(usize::MAX).min(text.len());
        self.text.extend_from_slice(text.get(within(self.from)..within(self.to)).unwrap_or_default());
        self.text
    }
}

#[cfg(test)]
mod tests {
    use crate::input::excerpt::Excerpt;

    #[test]
    fn an_excerpt_is_the_same_however_the_bytes_are_cut() {
        let text = "a€b😀cd";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16).collect();
        for bytes in [text.as_bytes().to_vec(), marked] {
            for cut in 0..bytes.len() {
                let mut excerpt = Excerpt::new(1, 9);
                excerpt.feed(&bytes[..cut]);
                excerpt.feed(&bytes[cut..]);
                assert_eq!(excerpt.finish(), "€b😀".as_bytes(), "{cut}");
            }
        }
    }
}
