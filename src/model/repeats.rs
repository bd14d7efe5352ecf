//! Finds what stands more than once among very many things, where nearly always nothing does.

use crate::model::order::sorted;

/// How many hashes are looked at together, so that the table of them stays in a cache.
const BATCH: usize = 1 << 15;

/// How many other hashes may stand in a hash's way. A file that was made to be slow gets no further.
const MOST_STEPS: usize = 32;

/// The place of a hash that was answered already.
const ANSWERED: u32 = u32::MAX;

/// A hash of a text. Equal texts have equal hashes; different ones have, but for rare chance, different ones.
#[inline]
pub fn hash(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let mut hash = bytes.len() as u64;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        hash = mixed(hash ^ u64::from_le_bytes(*word));
    }
    let last = rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte));
    folded(mixed(hash ^ last))
}

#[inline]
fn mixed(word: u64) -> u64 {
    let product = word.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ product >> 29
}

#[inline]
fn folded(hash: u64) -> u32 {
    u32::try_from(mixed(hash) >> 32).unwrap_or(0)
}

/// The numbers, rising, whose hash another number has too; and rarely one that no other has. `hashes` are at most
/// `count` hashes with their numbers, of which each is less than `u32::MAX`.
pub fn repeated(count: u32, mut hashes: impl Iterator<Item = (u32, u32)>) -> Vec<u32> {
    among(count as usize, &mut hashes)
}

/// Hashes with their numbers, whoever makes them: what is done with them is not to stand in the program once for each.
type Hashes<'a> = &'a mut dyn Iterator<Item = (u32, u32)>;

fn among(count: usize, hashes: Hashes<'_>) -> Vec<u32> {
    let mut found = Vec::new();
    if count <= BATCH {
        table(count, hashes, &mut found);
    } else {
        for batch in &batches(count, hashes) {
            table(batch.len(), &mut batch.iter().copied(), &mut found);
        }
    }
    sorted(&found, Ord::cmp)
}

/// Equal hashes come into one batch.
#[cold]
fn batches(count: usize, hashes: Hashes<'_>) -> Vec<Vec<(u32, u32)>> {
    let bits = (count / BATCH).next_power_of_two().ilog2().clamp(1, 12);
    let mut batches = vec![Vec::new(); 1 << bits];
    for (hash, number) in hashes {
        if let Some(batch) = batches.get_mut((hash >> (32 - bits)) as usize) {
            batch.push((hash, number));
        }
    }
    batches
}

fn table(count: usize, hashes: Hashes<'_>, found: &mut Vec<u32>) {
    // Each hash with the number that was met first, from 1; 0 where nothing stands.
    let room = (2 * count).next_power_of_two();
    let mut slots = vec![(0_u32, 0_u32); room];
    for (hash, number) in hashes {
        // The high bits chose the batch.
        let mut at = hash as usize;
        let mut steps = 0;
        while let Some(slot) = slots.get_mut(at & (room - 1)) {
            if slot.1 == 0 {
                *slot = (hash, number.saturating_add(1));
                break;
            }
            steps += 1;
            if slot.0 == hash || steps == MOST_STEPS {
                if slot.0 == hash && slot.1 != ANSWERED {
                    found.push(slot.1 - 1);
                    slot.1 = ANSWERED;
                }
                found.push(number);
                break;
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::repeats::{MOST_STEPS, hash, repeated};

    #[test]
    fn what_stands_more_than_once_is_found_wherever_it_stands() {
        for count in [0_u32, 1, 2, 3, 100, 1_000, 100_000] {
            let text = |at: u32| match at {
                at if at % 97 == 5 => format!("again {}", at % 300),
                at => at.to_string(),
            };
            let texts: Vec<String> = (0..count).map(text).collect();
            let mut times = std::collections::BTreeMap::new();
            for text in &texts {
                *times.entry(text).or_insert(0) += 1;
            }
            let expected: Vec<u32> =
                (0..).zip(&texts).filter(|(_, text)| times[text] > 1).map(|(at, _)| at).collect();
            let hashes = texts.iter().map(|text| hash(text)).zip(0..);
            assert_eq!(repeated(count, hashes), expected, "{count}");
        }
    }

    #[test]
    fn hashes_that_stand_in_each_others_way_are_not_gone_through_again_and_again() {
        let count = 10_000;
        let found = repeated(count, (0..count).map(|at| (at << 15, at)));
        assert_eq!(found.len(), count as usize - MOST_STEPS);
        let same = repeated(count, (0..count).map(|at| (7, at)));
        assert_eq!(same, (0..count).collect::<Vec<_>>());
    }

    #[test]
    fn texts_of_any_length_differ_in_any_byte() {
        for length in 1..40 {
            let text = "a".repeat(length);
            for at in 0..length {
                let mut other = text.clone();
                other.replace_range(at..=at, "b");
                assert_ne!(hash(&text), hash(&other));
            }
        }
    }
}
