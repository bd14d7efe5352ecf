//! Writes an amount without asking for memory: tables of a million lines are made of little else.

use crate::model::amount::Amount;

/// A power of two that is no less than a minus, a nought, a point and 28 digits, or 29 digits, take.
const ROOM: usize = 32;

/// How many digits are taken off a long number at once, so that the rest is arithmetic on 32 bits.
const CHUNK: u32 = 8;

/// The digits of an amount: all its decimals, a leading `-`, no separators.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    bytes: [u8; ROOM],
    start: usize,
}

impl Written {
    /// An amount in digits.
    pub fn of(amount: Amount) -> Written {
        let mut written = Written { bytes: [0; ROOM], start: ROOM };
        let mut left = amount.decimals();
        if let Some(mantissa) = amount.small() {
            written.whole(mantissa.unsigned_abs(), &mut left);
        } else {
            written.long(amount.mantissa().unsigned_abs(), &mut left);
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

    /// The same for a number of more than 64 bits.
    #[cold]
    fn long(&mut self, mantissa: u128, left: &mut u32) {
        let chunk = 10_u128.pow(2 * CHUNK);
        // Both parts fit, as a mantissa has 96 bits.
        let [high, low] = [mantissa / chunk, mantissa % chunk].map(|part| u64::try_from(part).unwrap_or(0));
        self.part(low, 2 * CHUNK, left);
        self.whole(high, left);
    }

    /// Writes a number in front of what there is, with noughts before it up to one before the point.
    fn whole(&mut self, mut number: u64, left: &mut u32) {
        let chunk = 10_u64.pow(CHUNK);
        while number >= chunk {
            self.part(number % chunk, CHUNK, left);
            number /= chunk;
        }
        // Less than a chunk fits 32 bits.
        let mut number = u32::try_from(number).unwrap_or(0);
        let mut digits = 0;
        while number > 0 || *left > 0 || digits == 0 {
            digits = self.digit(number % 10, left);
            number /= 10;
        }
    }

    /// Writes exactly so many digits of a number in front of what there is.
    fn part(&mut self, number: u64, digits: u32, left: &mut u32) {
        let chunk = 10_u64.pow(CHUNK);
        for (number, digits) in
            [(number % chunk, digits.min(CHUNK)), (number / chunk, digits.saturating_sub(CHUNK))]
        {
            let mut number = u32::try_from(number).unwrap_or(0);
            for _ in 0..digits {
                self.digit(number % 10, left);
                number /= 10;
            }
        }
    }

    /// Writes a digit, and the point in front of it if it is the last decimal to be written. Answers how many digits
    /// stand before the point; that is none yet right behind the last decimal.
    #[inline]
    fn digit(&mut self, digit: u32, left: &mut u32) -> u32 {
        self.push(b'0' + u8::try_from(digit).unwrap_or(0));
        if *left == 0 {
            return 1;
        }
        *left -= 1;
        if *left == 0 {
            self.push(b'.');
        }
        0
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
    use crate::model::written::Written;

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
