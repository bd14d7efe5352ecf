//! Writes an amount without asking for memory: tables of a million lines are made of little else.

use crate::model::amount::Amount;

/// A power of two that is no less than a minus, a nought, a point and 28 digits, or 29 digits, take.
const ROOM: usize = 32;

/// The longest text that is short: its digits fit 64 bits.
const SHORT: usize = 18;

/// How many digits are taken off a long number at once, so that the rest is arithmetic on 32 bits.
const CHUNK: u32 = 8;

/// Powers of ten, up to the most that 64 bits hold.
const TENS: [u64; 20] = {
    let mut tens = [1; 20];
    let mut at = 1;
    while at < tens.len() {
        tens[at] = 10 * tens[at - 1];
        at += 1;
    }
    tens
};

/// The numbers from 0 to 99 in two digits each.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[b'0'; 2]; 100];
    let (mut at, mut digit) = (0, 0);
    while at < pairs.len() {
        pairs[at] = [b'0' + digit / 10, b'0' + digit % 10];
        (at, digit) = (at + 1, digit + 1);
    }
    pairs
};

/// Adds the digits of an amount to a text.
#[inline]
pub fn append(amount: Amount, text: &mut Vec<u8>) {
    let cents = amount.small().and_then(|mantissa| u32::try_from(mantissa.unsigned_abs()).ok());
    let Some(cents) = cents.filter(|_| amount.decimals() == 2) else {
        return append_any(amount, text);
    };
    let (words, length) = of_cents(cents, amount.is_negative());
    let end = text.len() + length;
    // Whole words at once take less time than asking how much of them there is.
    text.extend_from_slice(words.map(u64::to_le_bytes).as_flattened());
    text.truncate(end);
}

#[inline(never)]
fn append_any(amount: Amount, text: &mut Vec<u8>) {
    text.extend_from_slice(Written::of(amount).as_bytes());
}

/// A number of cents as text, the first byte lowest, and how many bytes it has. Most amounts are such, and all of it fits
/// what a processor computes with at once.
fn of_cents(cents: u32, negative: bool) -> ([u64; 2], usize) {
    let digits = eight_digits(cents / 100);
    let noughts = (digits.trailing_zeros() / 8).min(7);
    let whole = 8 - noughts;
    let shown = (digits | u64::from_le_bytes([b'0'; 8])) >> (8 * noughts);
    let [tens, ones] = PAIRS.get((cents % 100) as usize).copied().unwrap_or_default();
    let fraction = u64::from_le_bytes([b'.', tens, ones, 0, 0, 0, 0, 0]);
    // In two halves each, as no word can be shifted by all of its bits.
    let first = shown | fraction << (4 * whole) << (4 * whole);
    let second = fraction >> (4 * noughts) >> (4 * noughts);
    let length = whole as usize + 3;
    if negative {
        return ([first << 8 | u64::from(b'-'), second << 8 | first >> 56], length + 1);
    }
    ([first, second], length)
}

/// The digits of a number of at most eight, one a byte, the first one lowest.
fn eight_digits(number: u32) -> u64 {
    // Two numbers of four digits, then four of two, then eight of one.
    let fours = u64::from(number / 10_000) | u64::from(number % 10_000) << 32;
    let hundreds = ((fours * 10_486) >> 20) & 0x7f_0000_007f;
    let pairs = hundreds | (fours - 100 * hundreds) << 16;
    let tens = ((pairs * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | (pairs - 10 * tens) << 8
}

/// The digits of an amount: all its decimals, a leading `-`, no separators.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    bytes: [u8; ROOM],
    start: usize,
}

/// Whether a text that was read as `amount` is just what [`Written::of`] makes of it.
pub fn is_as_written(text: &str, amount: Amount) -> bool {
    let (negative, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let decimals = amount.decimals() as usize;
    let (whole, fraction) =
        match digits.len().checked_sub(decimals + 1).and_then(|at| digits.split_at_checked(at)) {
            Some((whole, [b'.', fraction @ ..])) if decimals > 0 => (whole, fraction),
            _ if decimals == 0 => (digits, &[][..]),
            _ => return false,
        };
    let is_whole = !matches!(whole, [] | [b'0', _, ..]);
    is_whole && negative == amount.is_negative() && whole.iter().chain(fraction).all(u8::is_ascii_digit)
}

/// The digits without the point, signed, and the decimals of a text that is just what [`Written::of`] makes of them, if
/// they are few; most amounts of most files are.
#[inline]
pub fn short(text: &str) -> Option<(i64, u8)> {
    short_before(text.as_bytes()).filter(|(_, length)| *length == text.len()).map(|(short, _)| short)
}

/// The same of a text that such an amount stands at the beginning of, and how many bytes it takes there.
#[inline]
pub fn short_before(text: &[u8]) -> Option<((i64, u8), usize)> {
    let negative = text.first() == Some(&b'-');
    let digits = text.get(usize::from(negative)..)?;
    let (mut mantissa, mut whole, mut length) = (0_i64, None, 0);
    for byte in digits.iter().take(SHORT) {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            mantissa = mantissa * 10 + i64::from(digit);
        } else if *byte == b'.' && whole.is_none() {
            whole = Some(length);
        } else {
            break;
        }
        length += 1;
    }
    let goes_on = length == SHORT && matches!(digits.get(SHORT), Some(b'0'..=b'9' | b'.'));
    let decimals = whole.map_or(0, |whole| length - whole - 1);
    let is_whole = whole.unwrap_or(length) > 0 && !matches!(digits, [b'0', b'0'..=b'9', ..]);
    let is_odd = (whole.is_some() && decimals == 0) || (negative && mantissa == 0);
    if goes_on || !is_whole || is_odd {
        return None;
    }
    let short = (if negative { -mantissa } else { mantissa }, u8::try_from(decimals).ok()?);
    Some((short, usize::from(negative) + length))
}

impl Written {
    /// An amount in digits.
    pub fn of(amount: Amount) -> Written {
        let mut written = Written { bytes: [0; ROOM], start: ROOM };
        let decimals = amount.decimals();
        match (amount.small(), TENS.get(decimals as usize)) {
            (Some(mantissa), Some(unit)) => {
                let mantissa = mantissa.unsigned_abs();
                if decimals > 0 {
                    written.digits(mantissa % unit, decimals);
                    written.push(b'.');
                }
                written.digits(mantissa / unit, 1);
            }
            _ => written.long(amount.mantissa().unsigned_abs(), decimals),
        }
        if amount.is_negative() {
            written.push(b'-');
        }
        written
    }

    /// The digits as bytes, all of them ASCII.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }

    /// The digits as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    /// The same for a number of more than 64 bits, or of very many decimals.
    #[cold]
    fn long(&mut self, mantissa: u128, decimals: u32) {
        let unit = 10_u128.pow(decimals);
        if decimals > 0 {
            self.halves(mantissa % unit, decimals);
            self.push(b'.');
        }
        self.halves(mantissa / unit, 1);
    }

    /// Writes a number of less than 32 digits in front of what there is, with at least so many.
    fn halves(&mut self, number: u128, least: u32) {
        let half = 10_u128.pow(2 * CHUNK);
        // Both fit, as a mantissa has 96 bits.
        let [high, low] = [number / half, number % half].map(|part| u64::try_from(part).unwrap_or(0));
        if high == 0 && least <= 2 * CHUNK {
            return self.digits(low, least);
        }
        self.digits(low, 2 * CHUNK);
        self.digits(high, least.saturating_sub(2 * CHUNK));
    }

    /// Writes a number in front of what there is, with at least so many digits.
    fn digits(&mut self, mut number: u64, mut least: u32) {
        let chunk = 10_u64.pow(CHUNK);
        while number >= chunk {
            self.pairs(u32::try_from(number % chunk).unwrap_or(0), CHUNK);
            number /= chunk;
            least = least.saturating_sub(CHUNK);
        }
        // Less than a chunk fits 32 bits.
        self.pairs(u32::try_from(number).unwrap_or(0), least);
    }

    fn pairs(&mut self, mut number: u32, mut least: u32) {
        while number >= 10 || least >= 2 {
            let [first, second] = PAIRS.get((number % 100) as usize).copied().unwrap_or_default();
            self.push(second);
            self.push(first);
            number /= 100;
            least = least.saturating_sub(2);
        }
        if number > 0 || least > 0 {
            self.push(b'0' + u8::try_from(number).unwrap_or(0));
        }
    }

    #[inline]
    fn push(&mut self, byte: u8) {
        self.start = self.start.saturating_sub(1);
        if let Some(place) = self.bytes.get_mut(self.start) {
            *place = byte;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::model::amount::Amount;
    use crate::model::written::{Written, append, is_as_written, short};

    proptest! {
        #[test]
        fn an_amount_is_written_as_its_decimal_is(bits in any::<i128>(), shift in 32_u32..128, decimals in 0_u32..=28) {
            let Some(amount) = Amount::from_scaled(bits >> shift, decimals) else { return Ok(()) };
            prop_assert_eq!(amount.to_string(), amount.value().to_string());
            let tens = (bits >> shift) / 10_i128.pow(decimals) * 10_i128.pow(decimals);
            let Some(amount) = Amount::from_scaled(tens, decimals) else { return Ok(()) };
            prop_assert_eq!(amount.to_string(), amount.value().to_string());
        }
    }

    proptest! {
        #[test]
        fn an_amount_is_appended_as_it_is_written(bits in any::<i64>(), shift in 20_u32..64, decimals in 0_u32..4) {
            let Some(amount) = Amount::from_small(bits >> shift, decimals) else { return Ok(()) };
            let mut text = b"before ".to_vec();
            append(amount, &mut text);
            prop_assert_eq!(String::from_utf8(text), Ok(format!("before {amount}")));
        }
    }

    proptest! {
        #[test]
        fn a_text_is_as_written_if_writing_gives_it(text in "-?[0-9]{0,3}[0-9.]{0,12}(e[0-9])?") {
            if let Ok(amount) = Amount::parse(&text) {
                prop_assert_eq!(is_as_written(&text, amount), Written::of(amount).as_str() == text, "{}", text);
            }
        }
    }

    proptest! {
        #[test]
        fn a_short_text_is_an_amount_as_written(text in "-?[0-9]{0,3}[0-9.]{0,17}") {
            let amount = Amount::parse(&text).ok().filter(|amount| is_as_written(&text, *amount));
            let known = short(&text);
            if let Some((mantissa, decimals)) = known {
                prop_assert_eq!(Amount::from_small(mantissa, decimals.into()), amount, "{}", text);
            } else {
                prop_assert!(amount.is_none() || text.trim_start_matches('-').len() > 18, "{}", text);
            }
        }
    }

    #[test]
    fn the_largest_amounts_fit() {
        for text in [
            "-9999999999999999999999999999",
            "-0.9999999999999999999999999999",
            "-0.0000000000000000000000000001",
        ] {
            assert_eq!(
                Amount::parse(text).map(|amount| Written::of(amount).as_str().to_owned()),
                Ok(text.to_owned())
            );
        }
        let most = Amount::from_scaled(-((1 << 96) - 1), 0).expect("96 bits");
        assert_eq!(Written::of(most).as_str(), most.value().to_string());
    }
}
