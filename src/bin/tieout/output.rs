//! Where a file that is made goes: to a path or to standard output, and to neither if nothing came of it.

use std::fs::{self, File};
use std::io::{BufWriter, Error, Result, Write, stdout};
use std::path::{Path, PathBuf};

/// Calls `make` with a place to write to, and keeps what it wrote if it answers with yes beside its result. What goes to
/// a path goes to a file of another name first, so that nothing is left behind of a file that could not be read.
pub fn write<T>(path: Option<&Path>, make: impl FnOnce(&mut dyn Write) -> Result<(bool, T)>) -> Result<T> {
    let Some(path) = path else {
        let mut out = Held { held: Vec::new(), out: stdout().lock() };
        let (keep, result) = make(&mut out)?;
        if keep {
            out.let_go()?;
        }
        return Ok(result);
    };
    let named = |error: Error| Error::other(format!("cannot write {}: {error}", path.display()));
    // A device or a pipe is written to as it is.
    if path.metadata().is_ok_and(|facts| !facts.is_file()) {
        let mut out = BufWriter::new(File::options().write(true).open(path).map_err(named)?);
        let (_, result) = make(&mut out)?;
        out.flush().map_err(named)?;
        return Ok(result);
    }
    let unfinished = unfinished(path);
    let mut out = BufWriter::new(File::create_new(&unfinished).map_err(named)?);
    let result = make(&mut out).and_then(|result| out.flush().map_err(named).map(|()| result));
    if result.as_ref().is_ok_and(|(keep, _)| *keep) {
        fs::rename(&unfinished, path).map_err(named)?;
    } else {
        fs::remove_file(&unfinished).map_err(named)?;
    }
    result.map(|(_, result)| result)
}

/// A name beside the file's own that no other run has.
fn unfinished(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.unfinished", std::process::id()))
}

/// How much of a table is held back until it is known whether the file can be read.
const MOST_HELD: usize = 64 << 20;

/// Writes to standard output, but holds the first part back: of a file that cannot be read nothing is written, unless it
/// is a very large one.
struct Held<W> {
    held: Vec<u8>,
    out: W,
}

impl<W: Write> Held<W> {
    fn let_go(&mut self) -> Result<()> {
        self.out.write_all(&self.held)?;
        self.held.clear();
        self.out.flush()
    }
}

impl<W: Write> Write for Held<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() > MOST_HELD {
            self.out.write_all(&self.held)?;
            self.held.clear();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
