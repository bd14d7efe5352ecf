//! Where a file's bytes come from: a path, or `-` for standard input.

use std::fs::File;
use std::io::{Error, Read, Result, stdin};
use std::path::Path;

use tieout::engine::Engine;
use tieout::model::report::Report;
use tieout::model::settings::Settings;

/// How much is read at a time.
const PIECE: usize = 1 << 20;

/// Checks the file at `path` with these settings. Errors name the file and what to do.
pub fn check(path: &Path, settings: Settings) -> Result<Report> {
    let read = if path.as_os_str() == "-" {
        feed(Engine::new("standard input", settings), stdin().lock())
    } else {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let engine = Engine::new(&name, settings);
        File::open(path).and_then(|file| feed(engine, file))
    };
    read.map_err(|error| Error::new(error.kind(), format!("cannot read {}: {error}", path.display())))
}

fn feed(mut engine: Engine, mut from: impl Read) -> Result<Report> {
    let mut piece = vec![0; PIECE];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(engine.finish()),
            Ok(count) => engine.feed(piece.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
