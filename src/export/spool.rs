//! Places for the parts of a file that cannot be written in one go.

use std::io::{Cursor, Read, Result, Write};

/// Hands out places.
pub trait Spool<'a> {
    /// A new, empty place.
    fn part(&mut self) -> Result<Box<dyn Part + 'a>>;
}

/// A place that is written first and read after that.
pub trait Part: Write {
    /// Reads what was written, from its beginning.
    fn read_back(self: Box<Self>) -> Result<Box<dyn Read>>;
}

/// Keeps parts in memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct InMemory;

impl<'a> Spool<'a> for InMemory {
    fn part(&mut self) -> Result<Box<dyn Part + 'a>> {
        Ok(Box::new(Vec::new()))
    }
}

impl Part for Vec<u8> {
    fn read_back(self: Box<Self>) -> Result<Box<dyn Read>> {
        Ok(Box::new(Cursor::new(*self)))
    }
}
