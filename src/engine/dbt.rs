//! The door to the dbt project, over one file or several; the page has no part in it.

use std::io::{Result, Write};

use crate::engine::Engine;
use crate::engine::warehouse::{Loaded, Loading, Measure};
use crate::export::dbt::originals::{Originals, Shared};
use crate::export::dbt::writer::DbtProject;
use crate::export::spool::{InMemory, Spool};
use crate::flatten::shape::Shape;
use crate::model::report::Report;
use crate::model::settings::Settings;

/// The second reading, as [`Loading`] has it: give each file to `originals` before it is given to the engine. The only
/// errors are those of `spool`.
pub fn loading<'a>(
    shape: Shape,
    originals: &Shared<'a>,
    out: Box<dyn Write + 'a>,
    spool: &mut dyn Spool<'a>,
) -> Result<Loading<'a>> {
    let project = DbtProject::new(shape, originals.clone(), out, spool)?;
    Ok(Loading::with(Box::new(project), shape))
}

/// The project over whole files at once, in memory: their report and, if anything could be read, what came of it. Files are
/// a name and bytes, unpacked. The only errors are those of `out`.
pub fn export(
    files: &[(&str, &[u8])],
    settings: &Settings,
    out: &mut dyn Write,
) -> Result<(Report, Option<Loaded>)> {
    let mut measuring = Engine::empty(settings.clone());
    measuring.only_watch();
    let mut measure = Measure::default();
    for (name, bytes) in files {
        measuring.begin(name);
        measuring.feed_to(bytes, Some(&mut measure));
        measuring.end_to(Some(&mut measure));
    }
    let originals = Originals::shared(&mut InMemory)?;
    let mut loading = loading(measure.shape, &originals, Box::new(out), &mut InMemory)?;
    let mut engine = Engine::empty(settings.clone());
    for (name, bytes) in files {
        originals.borrow_mut().begin(name);
        originals.borrow_mut().take(bytes)?;
        engine.begin(name);
        engine.feed_to(bytes, Some(&mut loading));
        engine.end_to(Some(&mut loading));
    }
    let report = engine.finish_to(&mut loading);
    if report.is_lost() {
        return Ok((report, None));
    }
    let loaded = loading.finish(&report)?;
    Ok((report, Some(loaded)))
}
