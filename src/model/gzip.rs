//! What is known of packed files before they are unpacked, for whoever unpacks them.

/// What a gzip file begins with (RFC 1952).
const BEGINNING: [u8; 2] = [0x1f, 0x8b];

/// How many times its size a file may unpack to, once it is past [`PLAIN`].
const MOST_TIMES: u64 = 200;

/// Up to so many bytes a file may unpack to whatever its size.
const PLAIN: u64 = 1 << 30;

/// What is said of a file that unpacks to more than a balance sheet does.
pub const TOO_MUCH: &str = "it unpacks to more than 200 times its size, which no balance sheet does";

/// Whether a file that begins like this is packed, whatever it is called. Two bytes are enough.
pub fn is_packed(beginning: &[u8]) -> bool {
    beginning.starts_with(&BEGINNING)
}

/// Whether so many bytes are too much to come of so many packed ones.
pub fn is_too_much(unpacked: u64, packed: u64) -> bool {
    unpacked > PLAIN.max(packed.saturating_mul(MOST_TIMES))
}

/// What is said of a file that cannot be unpacked to its end, and why.
pub fn cannot_be_unpacked(why: &str) -> String {
    format!("it is packed with gzip and cannot be unpacked to its end ({})", why.trim_end_matches('.'))
}
