//! The SHA-256 of a file's bytes, made as they come.

use sha2::{Digest, Sha256};

use crate::flatten::keys::hexadecimal;

/// As far as it is made.
#[derive(Default)]
pub struct FileDigest(Sha256);

impl FileDigest {
    /// The file's next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all bytes, in hexadecimal digits.
    pub fn finish(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}
