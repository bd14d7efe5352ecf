//! The files as they come, kept until it is known under which name they go into the zip.

use std::cell::RefCell;
use std::io::{Read, Result, Write};
use std::rc::Rc;

use crate::export::spool::{Part, Spool};

/// The bytes of all files one behind the other, and where each ends. Whoever reads the files fills it, and the project's
/// writer takes it.
pub struct Originals<'a> {
    part: Option<Box<dyn Part + 'a>>,
    files: Vec<Original>,
}

/// A file.
#[derive(Clone, Debug)]
pub struct Original {
    /// Its name, without folders.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
}

/// The same for two who each have a part in it.
pub type Shared<'a> = Rc<RefCell<Originals<'a>>>;

impl<'a> Originals<'a> {
    /// None yet. The only errors are those of `spool`.
    pub fn shared(spool: &mut dyn Spool<'a>) -> Result<Shared<'a>> {
        let part = Some(spool.part()?);
        Ok(Rc::new(RefCell::new(Originals { part, files: Vec::new() })))
    }

    /// The next file begins.
    pub fn begin(&mut self, name: &str) {
        self.files.push(Original { name: name.to_owned(), bytes: 0 });
    }

    /// Its next bytes.
    pub fn take(&mut self, bytes: &[u8]) -> Result<()> {
        if let Some(file) = self.files.last_mut() {
            file.bytes += bytes.len() as u64;
        }
        self.part.as_mut().map_or(Ok(()), |part| part.write_all(bytes))
    }

    /// The number of the file that is being read, from 0.
    pub fn number(&self) -> u32 {
        u32::try_from(self.files.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// All files, and their bytes from the beginning; once.
    pub fn read_back(&mut self) -> Result<(Vec<Original>, Box<dyn Read>)> {
        let bytes: Box<dyn Read> = match self.part.take() {
            Some(part) => part.read_back()?,
            None => Box::new(std::io::empty()),
        };
        Ok((std::mem::take(&mut self.files), bytes))
    }
}
