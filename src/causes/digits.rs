//! The digits of an amount as written.

/// `value` without its trailing zeros, and the power of ten they stand for. `value` is not 0.
pub fn leading(value: i128) -> (i128, i128) {
    let (mut digits, mut power) = (value, 1);
    while digits % 10 == 0 && digits != 0 {
        digits /= 10;
        power *= 10;
    }
    (digits, power)
}

/// The digit of `value` at a power of ten.
pub fn digit(value: i128, power: i128) -> i128 {
    value / power % 10
}

/// Whether two amounts at a scale have the same sign and, zeros before the point aside, as many digits: then one is
/// the other with some digits exchanged for others.
pub fn same_width(a: i128, b: i128, scale: u32) -> bool {
    let width = |value: i128| value.unsigned_abs().checked_ilog10().unwrap_or(0).max(scale);
    (a < 0) == (b < 0) && b != 0 && width(a) == width(b)
}

#[cfg(test)]
mod tests {
    use crate::causes::digits::{digit, leading, same_width};

    #[test]
    fn digits_are_counted_from_the_right() {
        assert_eq!(leading(-4500), (-45, 100));
        assert_eq!(digit(1_234, 100), 2);
        assert!(same_width(123, 999, 2) && same_width(3, 45, 2));
        assert!(!same_width(1_000, 999, 2) && !same_width(123, -123, 2));
    }
}
