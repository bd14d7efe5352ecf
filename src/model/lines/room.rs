//! How much a statement may hold, and how much one has.

/// How much one statement may hold. WebAssembly has 4 GiB of memory, of which the columns take half while they grow, and
/// checks and findings take the rest.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// How many lines.
    pub lines: u32,
    /// How many bytes of names and ids.
    pub text: u32,
}

impl Default for Room {
    fn default() -> Room {
        Room { lines: 12_000_000, text: 1 << 30 }
    }
}

/// How much a statement has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Size {
    /// How many lines.
    pub lines: usize,
    /// How many bytes of names and ids.
    pub text: usize,
}

/// The most that memory is taken for before it comes.
pub const MOST_EXPECTED: Size = Size { lines: 1 << 12, text: 1 << 18 };
