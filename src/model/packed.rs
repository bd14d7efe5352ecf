//! An amount in nine bytes that need no alignment, as nearly every amount fits 64 bits.

use crate::model::amount::Amount;

/// The decimals of an amount that does not fit.
const WIDE: u8 = u8::MAX;

/// An amount, or a sign that it stands elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct Packed {
    /// The digits, signed, as bytes.
    mantissa: [u8; 8],
    decimals: u8,
}

impl Packed {
    /// The amount, if it fits; otherwise only that it does not.
    pub fn of(amount: Amount) -> Packed {
        let (mantissa, decimals) = match (amount.small(), u8::try_from(amount.decimals())) {
            (Some(mantissa), Ok(decimals)) => (mantissa, decimals),
            _ => (0, WIDE),
        };
        Packed { mantissa: mantissa.to_le_bytes(), decimals }
    }

    /// An amount of few digits, so many of them decimals.
    pub fn short(mantissa: i64, decimals: u8) -> Packed {
        Packed { mantissa: mantissa.to_le_bytes(), decimals }
    }

    /// The amount; nothing if it stands elsewhere.
    #[inline]
    pub fn amount(self) -> Option<Amount> {
        Amount::from_small(i64::from_le_bytes(self.mantissa), u32::from(self.decimals))
    }
}
