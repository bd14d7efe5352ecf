//! Exact sums: scaled integers, which refuse rather than round.

use crate::model::amount::Amount;

/// A running total. Once a step does not fit it stays empty: a sum is exact or it is none.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    mantissa: Option<i128>,
    decimals: u32,
}

impl Sum {
    /// Zero.
    pub const ZERO: Sum = Sum { mantissa: Some(0), decimals: 0 };

    /// Adds `amount`.
    #[must_use]
    pub fn plus(self, amount: Amount) -> Sum {
        self.step(amount.mantissa(), amount.decimals())
    }

    /// Subtracts `amount`.
    #[must_use]
    pub fn minus(self, amount: Amount) -> Sum {
        self.step(-amount.mantissa(), amount.decimals())
    }

    /// The total, to the most decimals of any addend; nothing if it did not fit.
    #[inline(never)]
    pub fn total(self) -> Option<Amount> {
        let mantissa = self.mantissa?;
        match i64::try_from(mantissa) {
            Ok(mantissa) => Amount::from_small(mantissa, self.decimals),
            Err(_) => Amount::from_scaled(mantissa, self.decimals),
        }
    }

    fn step(self, mantissa: i128, decimals: u32) -> Sum {
        let to = self.decimals.max(decimals);
        let sum = self.mantissa.and_then(|own| {
            let own = rescale(own, self.decimals, to)?;
            own.checked_add(rescale(mantissa, decimals, to)?)
        });
        Sum { mantissa: sum, decimals: to }
    }
}

/// `a − b`, exactly, or nothing if it does not fit.
pub fn difference(a: Amount, b: Amount) -> Option<Amount> {
    let short = a.small().zip(b.small()).filter(|_| a.decimals() == b.decimals());
    if let Some(gap) = short.and_then(|(a, b)| a.checked_sub(b)) {
        return Amount::from_small(gap, a.decimals());
    }
    Sum::ZERO.plus(a).minus(b).total()
}

fn rescale(mantissa: i128, from: u32, to: u32) -> Option<i128> {
    if mantissa == 0 || from == to {
        return Some(mantissa);
    }
    10_i128.checked_pow(to.checked_sub(from)?).and_then(|factor| mantissa.checked_mul(factor))
}

#[cfg(test)]
mod tests {
    use crate::model::amount::Amount;
    use crate::model::sum::Sum;

    fn total(texts: &[&str]) -> Option<String> {
        let amounts = texts.iter().map(|text| Amount::parse(text).expect("an amount"));
        amounts.fold(Sum::ZERO, Sum::plus).total().map(|a| a.to_string())
    }

    #[test]
    fn a_sum_is_exact_and_keeps_the_most_decimals() {
        assert_eq!(total(&["0.1", "0.2"]).as_deref(), Some("0.3"));
        assert_eq!(total(&["1", "0.250", "-2"]).as_deref(), Some("-0.750"));
        assert_eq!(
            total(&["9999999999999999999999999999", "1"]).as_deref(),
            Some("10000000000000000000000000000")
        );
    }

    #[test]
    fn a_sum_that_does_not_fit_is_none() {
        assert_eq!(total(&["9999999999999999999999999999", "0.0000000000000000000000000001"]), None);
        assert_eq!(total(&["9999999999999999999999999999", "0.0000000000000000000000000001", "-1"]), None);
    }
}
