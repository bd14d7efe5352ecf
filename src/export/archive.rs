//! A zip that is written from its beginning to its end, and is the same for the same files; the one file that knows the crate `zip`.

use std::io::{Error, Read, Result, Write, copy};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A zip on its way to `W`.
pub struct Archive<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
}

impl<W: Write> Archive<W> {
    /// An empty one.
    pub fn new(out: W) -> Archive<W> {
        Archive { zip: ZipWriter::new_stream(out) }
    }

    /// Adds a file of about so many bytes. It has no time of its own.
    pub fn file(&mut self, name: &str, bytes: u64, from: &mut dyn Read) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644)
            // Deflate can make a little more of what it is given.
            .large_file(bytes > u64::from(u32::MAX) / 2);
        self.zip.start_file(name, options).map_err(Error::other)?;
        copy(from, &mut self.zip)?;
        Ok(())
    }

    /// Adds a file with this text.
    pub fn text(&mut self, name: &str, text: &str) -> Result<()> {
        self.file(name, text.len() as u64, &mut text.as_bytes())
    }

    /// Ends the zip.
    pub fn finish(self) -> Result<()> {
        self.zip.finish().map_err(Error::other)?.into_inner().flush()
    }
}
