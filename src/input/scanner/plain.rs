//! Runs over bytes that need no thought: those of a string, and spaces.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = ONES << 7;

/// The high bit of each zero byte of `word`; exact for the lowest one.
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGHS
}

const fn each(byte: u8) -> u64 {
    ONES * byte as u64
}

/// From `at`, the first byte that is not plain in a string (`"`, `\`, a control character), or the end.
#[inline]
pub fn end_of_plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let word = u64::from_le_bytes(*eight);
        let control = word.wrapping_sub(each(0x20)) & !word & HIGHS;
        let stop = control | zeros(word ^ each(b'"')) | zeros(word ^ each(b'\\'));
        if stop != 0 {
            return at + (stop.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x20 || byte == b'"' || byte == b'\\' {
            break;
        }
        at += 1;
    }
    at
}

/// From `at`, the first byte that is no space, or the end.
#[inline]
pub fn end_of_spaces(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let other = u64::from_le_bytes(*eight) ^ each(b' ');
        if other != 0 {
            return at + (other.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while bytes.get(at) == Some(&b' ') {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use crate::input::scanner::plain::{end_of_plain, end_of_spaces};

    #[test]
    fn every_byte_at_every_position_ends_a_run_or_does_not() {
        for byte in 0..=u8::MAX {
            for position in 0..20 {
                for neighbour in [b'a', 0x7f, 0x80, 0xff, b'#', b'!', b']', b'[', b' '] {
                    let mut bytes = [neighbour; 20];
                    bytes[position] = byte;
                    let special = byte < 0x20 || byte == b'"' || byte == b'\\';
                    assert_eq!(end_of_plain(&bytes, 0), if special { position } else { 20 }, "{byte:#x}");
                }
                let mut bytes = [b' '; 20];
                bytes[position] = byte;
                assert_eq!(end_of_spaces(&bytes, 0), if byte == b' ' { 20 } else { position });
            }
        }
    }
}
