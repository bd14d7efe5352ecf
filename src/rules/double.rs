//! What an IEEE double makes of a decimal number, in whole-number arithmetic.

use std::cmp::Ordering;

/// The most decimals for which the arithmetic fits 128 bits.
const MOST_DECIMALS: u32 = 21;

/// The first number for which it does not.
const MOST_DIGITS: u128 = 10_u128.pow(37);

/// Every number of 15 digits has a double of its own, wherever the point stands.
pub const FIRST_CHANGED: u64 = 10_u64.pow(15);

/// A double above zero: `mantissa` × 2^`exponent`, the mantissa of exactly 53 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Double {
    mantissa: u128,
    exponent: i32,
}

/// What a program that reads doubles prints for `mantissa` × 10^−`decimals`, in the same form, if that is another
/// number. Printing is the shortest that reads back as the same double, as JavaScript, Python, Java and Rust do it.
/// Nothing for more than 21 decimals, trailing noughts not counted, nor from 10^37 up.
pub fn becomes(mantissa: u128, decimals: u32) -> Option<(u128, u32)> {
    let (mut digits, mut decimals) = (mantissa, decimals);
    while decimals > 0 && digits.is_multiple_of(10) {
        (digits, decimals) = (digits / 10, decimals - 1);
    }
    let significant = without_noughts(digits);
    if significant < u128::from(FIRST_CHANGED) || digits >= MOST_DIGITS || decimals > MOST_DECIMALS {
        return None;
    }
    let double = nearest(digits, decimals)?;
    let (printed, places) = shortest(digits, decimals, double)?;
    Some((printed, places)).filter(|printed| *printed != (digits, decimals))
}

fn without_noughts(mut digits: u128) -> u128 {
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits
}

/// The double nearest to `digits` × 10^−`decimals`; of two, the even one.
#[inline(never)]
fn nearest(digits: u128, decimals: u32) -> Option<Double> {
    let divisor = 10_u128.checked_pow(decimals)?;
    // One of two neighbouring shifts leaves a quotient of 53 bits.
    let mut shift = 53 - (bits(digits) - bits(divisor));
    loop {
        let (dividend, divisor) = if shift < 0 {
            (digits, divisor.checked_mul(power_of_two(-shift)?)?)
        } else {
            (digits.checked_mul(power_of_two(shift)?)?, divisor)
        };
        let (quotient, rest) = (dividend / divisor, dividend % divisor);
        if bits(quotient) > 53 {
            shift -= 1;
            continue;
        }
        let up = match rest.cmp(&(divisor - rest)) {
            Ordering::Less => 0,
            Ordering::Equal => quotient % 2,
            Ordering::Greater => 1,
        };
        let rounded = quotient + up;
        // Rounding up may take it to 54 bits, and then it is a power of two.
        let carried = bits(rounded) > 53;
        let mantissa = if carried { rounded / 2 } else { rounded };
        return Some(Double { mantissa, exponent: i32::from(carried) - shift });
    }
}

/// The shortest decimal that reads as `double`, the nearest of several, where `digits` × 10^−`decimals` is one of
/// them: a shorter one lies beside it, just below or just above.
fn shortest(digits: u128, decimals: u32, double: Double) -> Option<(u128, u32)> {
    let length = digits.checked_ilog10()? + 1;
    for dropped in (0..length).rev() {
        let below = digits / 10_u128.checked_pow(dropped)?;
        let reads_back = |scaled: &u128| {
            let number = plain(*scaled, decimals, dropped);
            number.is_some_and(|(digits, decimals)| nearest(digits, decimals) == Some(double))
        };
        // Down from the number and up from it, as far as they still read as the same double.
        let mut best = None;
        for upward in [false, true] {
            for by in u128::from(upward)..=10 {
                let next = if upward { Some(below + by) } else { below.checked_sub(by) };
                let Some(next) = next.filter(reads_back) else { break };
                let known = best.unwrap_or(next);
                let nearer = is_nearer(next, known, decimals, dropped, double) == Some(true);
                best = Some(if nearer { next } else { known });
            }
        }
        if let Some(best) = best {
            return plain(best, decimals, dropped);
        }
    }
    None
}

/// `scaled` × 10^`dropped` × 10^−`decimals`, without a negative number of decimals and without trailing noughts.
fn plain(scaled: u128, decimals: u32, dropped: u32) -> Option<(u128, u32)> {
    let Some(mut places) = decimals.checked_sub(dropped) else {
        return Some((scaled.checked_mul(10_u128.checked_pow(dropped - decimals)?)?, 0));
    };
    let mut digits = scaled;
    while places > 0 && digits.is_multiple_of(10) {
        (digits, places) = (digits / 10, places - 1);
    }
    Some((digits, places))
}

/// Whether `next` is nearer to `double` than `best`, both × 10^`dropped` × 10^−`decimals`: whether the double is on its
/// side of the middle between the two. In the middle the even one is taken, as JavaScript and Python do.
fn is_nearer(next: u128, best: u128, decimals: u32, dropped: u32, double: Double) -> Option<bool> {
    // Twice the middle against twice the double, both × 10^decimals, and × 2^−exponent if that is negative.
    let middle = next.checked_add(best)?.checked_mul(10_u128.checked_pow(dropped)?)?;
    let twice = double.mantissa.checked_mul(2)?.checked_mul(10_u128.checked_pow(decimals)?)?;
    let (middle, twice) = if double.exponent < 0 {
        (middle.checked_mul(power_of_two(-double.exponent)?)?, twice)
    } else {
        (middle, twice.checked_mul(power_of_two(double.exponent)?)?)
    };
    Some(match twice.cmp(&middle) {
        Ordering::Equal => next.is_multiple_of(2),
        Ordering::Greater => next > best,
        Ordering::Less => next < best,
    })
}

fn bits(number: u128) -> i32 {
    128 - number.leading_zeros().cast_signed()
}

fn power_of_two(exponent: i32) -> Option<u128> {
    1_u128.checked_shl(u32::try_from(exponent).ok()?)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_types, reason = "the oracle is the machine's own double")]

    use crate::rules::double::becomes;

    /// What the machine makes of a number, as digits and decimals. Rust's own printing takes the upper of two equally
    /// near decimals, `serde_json` the even one, as JavaScript and Python do.
    fn printed(mantissa: u128, decimals: u32) -> (u128, u32) {
        let double: f64 = format!("{mantissa}e-{decimals}").parse().expect("a double");
        let own = parsed(&format!("{double}"));
        let even = parsed(&serde_json::to_string(&double).expect("JSON"));
        let is_tie = own.1 == even.1 && own.0 == even.0 + 1 && even.0.is_multiple_of(2);
        assert!(own == even || is_tie, "{own:?} {even:?}");
        even
    }

    fn parsed(text: &str) -> (u128, u32) {
        let (text, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits: u128 = format!("{whole}{fraction}").parse().expect("digits");
        let decimals =
            i64::try_from(fraction.len()).expect("few") - exponent.parse::<i64>().expect("a number");
        match u32::try_from(decimals) {
            Ok(decimals) => trimmed((digits, decimals)),
            Err(_) => (digits * 10_u128.pow(u32::try_from(-decimals).expect("few")), 0),
        }
    }

    fn trimmed((mut mantissa, mut decimals): (u128, u32)) -> (u128, u32) {
        while decimals > 0 && mantissa.is_multiple_of(10) {
            (mantissa, decimals) = (mantissa / 10, decimals - 1);
        }
        (mantissa, decimals)
    }

    #[test]
    fn every_number_becomes_what_the_machine_makes_of_it() {
        let mut state = 7_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u128::from(state >> 11)
        };
        let mut changed = 0_u32;
        for _ in 0..200_000 {
            let length = u32::try_from(next() % 28 + 1).expect("small");
            let mantissa = (next() << 53 | next()) % 10_u128.pow(length);
            let decimals = u32::try_from(next() % 22).expect("small");
            let expected =
                Some(printed(mantissa, decimals)).filter(|one| *one != trimmed((mantissa, decimals)));
            assert_eq!(becomes(mantissa, decimals), expected, "{mantissa}e-{decimals}");
            changed += u32::from(expected.is_some());
        }
        assert!((50_000..150_000).contains(&changed), "{changed}");
    }

    #[test]
    fn numbers_near_powers_of_two_and_near_halves_are_right() {
        for power in 49..93_u32 {
            for off in 0..=64_u128 {
                for mantissa in [(1_u128 << power) + off, (1_u128 << power) - off] {
                    for decimals in [0, 1, 2, 7, 21] {
                        let expected = Some(printed(mantissa, decimals))
                            .filter(|one| *one != trimmed((mantissa, decimals)));
                        assert_eq!(becomes(mantissa, decimals), expected, "{mantissa}e-{decimals}");
                    }
                }
            }
        }
    }

    #[test]
    fn known_numbers_are_as_known() {
        assert_eq!(becomes(9_007_199_254_740_993, 0), Some((9_007_199_254_740_992, 0)));
        assert_eq!(becomes(9_007_199_254_740_991, 0), None);
        assert_eq!(becomes(9_007_199_254_740_993_125, 2), Some((90_071_992_547_409_940, 0)));
        assert_eq!(becomes(30_000_000_000_000_004, 17), None);
        assert_eq!(becomes(123_456_780_000_000_000_000, 12), None);
        assert_eq!(becomes(1, 28), None);
    }
}
