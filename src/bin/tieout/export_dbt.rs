//! `tieout export dbt`: writes a dbt project over one file or several.

use std::io::{Result, Write, stderr};
use std::path::{Path, PathBuf};

use crate::command::{CLEAN, UNREADABLE};
use crate::export::{From, told};
use crate::output;
use crate::parts::Parts;
use tieout::engine::Engine;
use tieout::engine::dbt;
use tieout::engine::warehouse::Measure;
use tieout::export::dbt::originals::Originals;
use tieout::export::report_text;
use tieout::model::settings::Settings;
use tieout::model::verdict::Verdict;
use tieout::rules::words;

/// Writes the project as a zip to `out`, or to standard output. It has what could be read of the files; nothing is left behind
/// if that is nothing.
pub fn run(files: &[PathBuf], settings: Settings, out: Option<&Path>) -> Result<u8> {
    let mut from =
        files.iter().map(|path| Ok((name(path), From::open(path)?))).collect::<Result<Vec<_>>>()?;
    let mut engine = Engine::empty(settings.clone());
    engine.only_watch();
    let mut measure = Measure::default();
    for (_, file) in &mut from {
        file.feed(&mut engine, &mut |engine, bytes| {
            match bytes {
                Some(bytes) => engine.feed_to(bytes, Some(&mut measure)),
                None => engine.end_to(Some(&mut measure)),
            }
            Ok(())
        })?;
    }
    let (report, loaded) = output::write(out, |out| {
        let mut parts = Parts::default();
        let originals = Originals::shared(&mut parts)?;
        let mut loading = dbt::loading(measure.shape, &originals, Box::new(out), &mut parts)?;
        let mut engine = Engine::empty(settings);
        for (name, file) in &mut from {
            originals.borrow_mut().begin(name);
            file.feed(&mut engine, &mut |engine, bytes| {
                match bytes {
                    Some(bytes) => {
                        originals.borrow_mut().take(bytes)?;
                        engine.feed_to(bytes, Some(&mut loading));
                    }
                    None => engine.end_to(Some(&mut loading)),
                }
                loading.written()
            })?;
        }
        let report = engine.finish_to(&mut loading);
        if report.is_lost() {
            return Ok((false, (report, None)));
        }
        let loaded = loading.finish(&report)?;
        Ok((true, (report, Some(loaded))))
    })?;
    let Some(loaded) = loaded else {
        report_text::write(&report, stderr().lock())?;
        return Ok(UNREADABLE);
    };
    stderr().write_all(told(&loaded).as_bytes())?;
    if let Some(left_out) = words::left_out(&report) {
        writeln!(stderr(), "tieout: {left_out}. `tieout check` says why.")?;
    }
    // A file that was read and has no statement, as an empty report, is no fault.
    Ok(if report.verdict == Verdict::Unreadable { UNREADABLE } else { CLEAN })
}

/// A file's name without folders.
fn name(path: &Path) -> String {
    if path.as_os_str() == "-" {
        return "standard input".to_owned();
    }
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
