//! An exact amount of money, as written to a number of decimals.

use std::fmt;

use rust_decimal::Decimal;

use crate::model::written::Written;

/// The most significant digits an amount may have; every such amount is exact.
pub const MAX_DIGITS: usize = 28;

/// How many digits surely fit 64 bits.
const SHORT: usize = 18;

/// An exact decimal amount that remembers to how many decimals it was written (`10000.00` has two).
///
/// At most 28 significant digits and 28 decimals. Two amounts are equal only if their decimals are too;
/// compare values with [`Amount::value`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Amount {
    value: Decimal,
}

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnAmount {
    /// It is not a plain decimal number.
    Unreadable,
    /// It is a number, but of more than 28 digits or decimals.
    TooLong,
}

impl Amount {
    /// Zero without decimals.
    pub const ZERO: Amount = Amount { value: Decimal::ZERO };

    /// Reads `-?digits(.digits)?([eE][+-]?digits)?`, leading zeros allowed; never rounds.
    pub fn parse(literal: &str) -> Result<Amount, NotAnAmount> {
        parse_short(literal.as_bytes()).map_or_else(|| Amount::parse_any(literal), Ok)
    }

    fn parse_any(literal: &str) -> Result<Amount, NotAnAmount> {
        let (negative, rest) = literal.strip_prefix('-').map_or((false, literal), |rest| (true, rest));
        let (mantissa, exponent) = match rest.find(['e', 'E']) {
            Some(at) => (rest.get(..at).unwrap_or_default(), Some(rest.get(at + 1..).unwrap_or_default())),
            None => (rest, None),
        };
        let exponent = exponent.map_or(Ok(0), parse_exponent)?;
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((_, "")) => return Err(NotAnAmount::Unreadable),
            Some(parts) => parts,
            None => (mantissa, ""),
        };
        if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
            return Err(NotAnAmount::Unreadable);
        }
        let significant = whole.bytes().chain(fraction.bytes()).skip_while(|b| *b == b'0');
        let mut digits: i128 = 0;
        for (count, byte) in significant.enumerate() {
            if count == MAX_DIGITS {
                return Err(NotAnAmount::TooLong);
            }
            digits = digits * 10 + i128::from(byte - b'0');
        }
        let decimals =
            i64::try_from(fraction.len()).map_err(|_| NotAnAmount::TooLong)?.saturating_sub(exponent);
        if digits == 0 {
            let decimals = if exponent == 0 { decimals } else { decimals.clamp(0, 28) };
            return Amount::from_parts(0, decimals);
        }
        Amount::from_parts(if negative { -digits } else { digits }, decimals)
    }

    /// `mantissa` × 10^−`decimals`, or an error if that takes more than 28 digits or decimals.
    fn from_parts(mantissa: i128, decimals: i64) -> Result<Amount, NotAnAmount> {
        let (mantissa, decimals) = if decimals < 0 {
            let shift = u32::try_from(-decimals).ok().filter(|shift| *shift <= 28);
            let factor = shift.and_then(|shift| 10_i128.checked_pow(shift));
            (factor.and_then(|factor| mantissa.checked_mul(factor)).ok_or(NotAnAmount::TooLong)?, 0)
        } else {
            (mantissa, decimals)
        };
        if mantissa.unsigned_abs() >= 10_u128.pow(28) {
            return Err(NotAnAmount::TooLong);
        }
        let decimals = u32::try_from(decimals).map_err(|_| NotAnAmount::TooLong)?;
        Amount::from_scaled(mantissa, decimals).ok_or(NotAnAmount::TooLong)
    }

    /// `mantissa` × 10^−`decimals`, or nothing if it does not fit 96 bits and 28 decimals. Never rounds.
    pub fn from_scaled(mantissa: i128, decimals: u32) -> Option<Amount> {
        Decimal::try_from_i128_with_scale(mantissa, decimals).ok().map(|value| Amount { value })
    }

    /// The same where the mantissa fits 64 bits.
    #[inline]
    pub fn from_small(mantissa: i64, decimals: u32) -> Option<Amount> {
        if decimals > Decimal::MAX_SCALE {
            return None;
        }
        let size = mantissa.unsigned_abs();
        let [low, high] =
            [size & u64::from(u32::MAX), size >> 32].map(|half| u32::try_from(half).unwrap_or(0));
        Some(Amount { value: Decimal::from_parts(low, high, 0, mantissa < 0, decimals) })
    }

    /// The digits without the point, signed, if they fit 64 bits, as those of nearly every amount do.
    #[inline]
    pub fn small(self) -> Option<i64> {
        let parts = self.value.unpack();
        let size = i64::try_from(u64::from(parts.mid) << 32 | u64::from(parts.lo)).ok()?;
        (parts.hi == 0).then_some(if parts.negative { -size } else { size })
    }

    /// All of it in words: the mantissa, the lowest word first; the decimals; 1 if there is a minus.
    pub fn words(self) -> [u32; 5] {
        let parts = self.value.unpack();
        [parts.lo, parts.mid, parts.hi, parts.scale, u32::from(parts.negative)]
    }

    /// The amount of these words.
    pub fn of_words([low, middle, high, decimals, minus]: [u32; 5]) -> Amount {
        Amount { value: Decimal::from_parts(low, middle, high, minus == 1, decimals) }
    }

    /// The digits without the point, signed.
    pub fn mantissa(self) -> i128 {
        self.value.mantissa()
    }

    /// How many decimals it is written to, 0 to 28.
    pub fn decimals(self) -> u32 {
        self.value.scale()
    }

    /// The number, for comparing: `1.0` and `1.00` have one value.
    pub fn value(self) -> Decimal {
        self.value
    }

    /// Whether it is zero, however written.
    pub fn is_zero(self) -> bool {
        self.value.is_zero()
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        !self.is_zero() && self.value.is_sign_negative()
    }

    /// The same amount without its sign.
    #[must_use]
    pub fn abs(self) -> Amount {
        Amount { value: self.value.abs() }
    }
}

/// As written: all decimals, a leading `-`, no separators.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = Written::of(self.abs());
        f.pad_integral(!self.is_negative(), "", written.as_str())
    }
}

/// Reads a number without an exponent and of at most eighteen digits, which fit 64 bits. Anything else may be a number
/// too.
#[inline]
fn parse_short(literal: &[u8]) -> Option<Amount> {
    let (negative, digits) = match literal {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.len() > SHORT + 1 {
        return None;
    }
    let mut mantissa = 0_i64;
    let mut point = None;
    for (at, byte) in digits.iter().enumerate() {
        match byte {
            // A digit too many is turned away below.
            b'0'..=b'9' => mantissa = mantissa.wrapping_mul(10).wrapping_add(i64::from(byte - b'0')),
            b'.' if point.is_none() && at > 0 => point = Some(at + 1),
            _ => return None,
        }
    }
    let fraction = digits.len() - point.unwrap_or(digits.len());
    let has_digits = !digits.is_empty() && (point.is_none() || fraction > 0);
    if !has_digits || digits.len() - usize::from(point.is_some()) > SHORT {
        return None;
    }
    Amount::from_small(if negative { -mantissa } else { mantissa }, u32::try_from(fraction).ok()?)
}

/// An exponent as a number; one too large for an `i64` is as good as infinite.
fn parse_exponent(text: &str) -> Result<i64, NotAnAmount> {
    let (negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, text.get(1..).unwrap_or_default()),
        Some(b'+') => (false, text.get(1..).unwrap_or_default()),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NotAnAmount::Unreadable);
    }
    let size = digits.parse::<i64>().unwrap_or(i64::from(i32::MAX)).min(i64::from(i32::MAX));
    Ok(if negative { -size } else { size })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::model::amount::{Amount, NotAnAmount};

    #[test]
    fn digits_that_come_in_go_out() {
        for text in [
            "0",
            "0.00",
            "10000.00",
            "-513160.89",
            "9999999999999999999999999999",
            "0.0000000000000000000000000001",
        ] {
            assert_eq!(Amount::parse(text).map(|a| a.to_string()), Ok(text.to_owned()));
        }
    }

    proptest! {
        #[test]
        fn short_numbers_are_read_like_all(text in "-?[0-9.]{0,22}") {
            prop_assert_eq!(Amount::parse(&text), Amount::parse_any(&text));
            if let (Ok(short), Ok(any)) = (Amount::parse(&text), Amount::parse_any(&text)) {
                prop_assert_eq!((short.mantissa(), short.decimals()), (any.mantissa(), any.decimals()));
                prop_assert_eq!(short.is_negative(), any.mantissa() < 0);
            }
        }
    }

    #[test]
    fn exponents_are_written_out() {
        let cases = [
            ("1e6", "1000000"),
            ("1.5e-3", "0.0015"),
            ("1.50e1", "15.0"),
            ("2E+2", "200"),
            ("0e400", "0"),
            ("0.0e-400", "0.0000000000000000000000000000"),
        ];
        for (text, plain) in cases {
            assert_eq!(Amount::parse(text).map(|a| a.to_string()), Ok(plain.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_not_rounded() {
        let forty = "1".repeat(40);
        for text in [
            "1e400",
            "1e-400",
            "10000000000000000000000000000",
            "0.00000000000000000000000000001",
            "1e99999999999999999999",
            forty.as_str(),
        ] {
            assert_eq!(Amount::parse(text), Err(NotAnAmount::TooLong), "{text}");
        }
    }

    #[test]
    fn what_is_no_plain_number_is_unreadable() {
        for text in [
            "", "-", "n/a", "1,234.50", "(5.00)", "5-", "+5", ".5", "5.", "1e", "1e+", "0x1F", " 5", "5 ",
            "１", "1.2.3", "--5", "NaN",
        ] {
            assert_eq!(Amount::parse(text), Err(NotAnAmount::Unreadable), "{text}");
        }
    }
}
