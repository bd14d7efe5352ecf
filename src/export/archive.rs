//! A zip that is written entry by entry; the one file that knows the crate `zip`.

use std::io::{Error, Result, Write};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A zip on its way to where it goes. Entries have no times of their own, so that the same content gives the same bytes.
pub struct Archive<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
}

impl<W: Write> Archive<W> {
    /// A zip that goes to `out`.
    pub fn new(out: W) -> Archive<W> {
        Archive { zip: ZipWriter::new_stream(out) }
    }

    /// Begins an entry of about so many bytes, which are to be written to it next.
    pub fn begin(&mut self, name: &str, bytes: u64) -> Result<&mut ZipWriter<StreamWriter<W>>> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644)
            // Deflate can make a little more of what it is given.
            .large_file(bytes > u64::from(u32::MAX) / 2);
        self.zip.start_file(name, options).map_err(Error::other)?;
        Ok(&mut self.zip)
    }

    /// Writes the list of entries.
    pub fn finish(self) -> Result<()> {
        self.zip.finish().map_err(Error::other)?.into_inner().flush()
    }
}
