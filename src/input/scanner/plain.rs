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

/// The first of sixteen bytes that is not plain in a string, 16 if all are: with instructions on all of them at once.
#[cfg(target_arch = "wasm32")]
#[inline]
fn plain_of(sixteen: &[u8; 16]) -> usize {
    use core::arch::wasm32::{i64x2, u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, v128_or};
    let [low, high] = [0, 8].map(|from| {
        let half = sixteen.get(from..).and_then(<[u8]>::first_chunk::<8>);
        half.map_or(0, |half| i64::from_le_bytes(*half))
    });
    let bytes = i64x2(low, high);
    let control = u8x16_lt(bytes, u8x16_splat(0x20));
    let quote = u8x16_eq(bytes, u8x16_splat(b'"'));
    let escape = u8x16_eq(bytes, u8x16_splat(b'\\'));
    let stop = u8x16_bitmask(v128_or(control, v128_or(quote, escape)));
    (u32::from(stop) | 1 << 16).trailing_zeros() as usize
}

/// From `at`, the first byte that is not plain in a string (`"`, `\`, a control character), or the end.
#[inline]
pub fn end_of_plain(bytes: &[u8], mut at: usize) -> usize {
    #[cfg(target_arch = "wasm32")]
    while let Some(sixteen) = bytes.get(at..).and_then(<[u8]>::first_chunk::<16>) {
        let plain = plain_of(sixteen);
        at += plain;
        if plain < 16 {
            return at;
        }
    }
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
