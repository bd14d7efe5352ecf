//! Files for what cannot stay in memory: parts of a file that is being made, and standard input that is read twice.

use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{BufReader, ErrorKind, Read, Result, Seek, Write};
use std::path::PathBuf;
use std::process;

use tieout::export::spool::{Part, Spool};

/// Hands out files in the system's folder for such files. They have no name any more as soon as they are open, where the
/// system lets them, and else go when they are read or thrown away.
#[derive(Default)]
pub struct Parts {
    count: u32,
}

/// One such file.
pub struct InFile {
    file: Option<File>,
    path: Option<PathBuf>,
}

impl Parts {
    /// A new, empty file.
    pub fn file(&mut self) -> Result<InFile> {
        loop {
            self.count += 1;
            let path = env::temp_dir().join(format!("tieout-{}-{}.part", process::id(), self.count));
            match OpenOptions::new().read(true).write(true).create_new(true).open(&path) {
                Ok(file) => {
                    let gone = fs::remove_file(&path).is_ok();
                    return Ok(InFile { file: Some(file), path: (!gone).then_some(path) });
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Spool<'_> for Parts {
    fn part(&mut self) -> Result<Box<dyn Part>> {
        Ok(Box::new(self.file()?))
    }
}

impl InFile {
    /// Goes back to the beginning.
    pub fn rewind(&mut self) -> Result<()> {
        self.file.as_mut().map_or(Ok(()), File::rewind)
    }
}

impl Read for InFile {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        self.file.as_mut().map_or(Ok(0), |file| file.read(into))
    }
}

impl Write for InFile {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.file.as_mut().map_or(Ok(0), |file| file.write(bytes))
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Part for InFile {
    fn read_back(mut self: Box<Self>) -> Result<Box<dyn Read>> {
        self.rewind()?;
        Ok(Box::new(BufReader::new(*self)))
    }
}

impl Drop for InFile {
    fn drop(&mut self) {
        drop(self.file.take());
        if let Some(path) = &self.path {
            let _ = fs::remove_file(path);
        }
    }
}
