//! Compares a few bytes, for which a call would take longer than comparing.

/// Whether two runs of one length are equal.
#[inline]
pub fn is_same(a: &[u8], b: &[u8]) -> bool {
    let ((a_words, a_rest), (b_words, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let same = |a: &[u8; 8], b: &[u8; 8]| u64::from_le_bytes(*a) == u64::from_le_bytes(*b);
    a.len() == b.len()
        && a_words.iter().zip(b_words).all(|(a, b)| same(a, b))
        && match (a.last_chunk(), b.last_chunk()) {
            (Some(a), Some(b)) => same(a, b),
            _ => a_rest == b_rest,
        }
}

#[cfg(test)]
mod tests {
    use crate::input::mould::same::is_same;

    #[test]
    fn a_byte_that_differs_is_seen_wherever_it_is() {
        let bytes: Vec<u8> = (0..40).collect();
        for length in 0..40 {
            let one = &bytes[..length];
            assert!(is_same(one, one));
            assert!(!is_same(one, &bytes[..=length]));
            for at in 0..length {
                let mut other = one.to_vec();
                other[at] ^= 1;
                assert!(!is_same(one, &other), "{at} of {length}");
            }
        }
    }
}
