//! Reads files to their end and feeds the engine; reads one statement again.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::File;

use crate::engine::part::Rows;
use crate::engine::{self, Engine};
use crate::model::finding::Finding;
use crate::model::report::{Examined, Report};
use crate::model::settings::Settings;
use crate::worker::digest;
use crate::worker::helpers::Helpers;
use crate::worker::pieces::{self, Pieces, whole};
use crate::worker::shared::{LEAST, Shared};
use crate::worker::sink::Sink;
use crate::worker::turn::Turn;

/// How long to wait, in milliseconds, before telling again how far reading is.
#[expect(clippy::disallowed_types, reason = "milliseconds, not money")]
const PAUSE: f64 = 50.0;

/// How many bytes of a file are looked at to say which keys it has.
const ENOUGH: usize = 256 * 1024;

/// A table to make while reading.
pub struct Wanted<'a> {
    /// Its format, whether cells are guarded, and whether nothing else is wanted. Beside a report it is a compact CSV, and made
    /// only of more than the report keeps and up to some size.
    pub rows: Rows,
    /// Where the bytes go.
    pub sink: &'a mut Sink,
}

/// What comes of reading.
pub struct Read {
    /// The report.
    pub report: Report,
    /// How many cells of the table were guarded; nothing if none was made.
    pub guarded: Option<u64>,
}

/// Reads `files` one after another and judges them with these settings, or makes a table of them, or both. The report may
/// lack digests.
/// `progress` is told the bytes read, now and then, and answers whether to go on: of packed files those that they were
/// unpacked to, up to their size.
///
/// One window of memory is reused for all pieces.
pub async fn read(
    files: &[File],
    settings: Settings,
    mut table: Option<Wanted<'_>>,
    progress: &dyn Fn(u64) -> bool,
) -> Result<Read, JsValue> {
    let rows = table.as_ref().map(|wanted| wanted.rows);
    let helpers = Helpers::new(&settings, rows);
    let mut engine = Engine::empty(settings);
    match rows {
        Some(rows) if rows.alone => engine.only_tabulate(rows.format, rows.guard),
        Some(rows) => engine.tabulate_beside(rows.guard),
        None => {}
    }
    let judged = rows.is_none_or(|rows| !rows.alone);
    let mut window = Vec::new();
    let turn = Turn::new()?;
    let mut told = js_sys::Date::now();
    let mut before = 0;
    for file in files {
        let mut pieces = Pieces::of(file).await.map_err(|error| named(files, file, &error))?;
        engine.begin(&file.name());
        // The digest of a packed file is that of the bytes it is unpacked to.
        if judged && !pieces.is_packed() && digest::is_possible(file) {
            engine.leave_digest();
        }
        let mut own = 0;
        let mut alone = whole(file.size()) < LEAST || pieces.is_packed() || !engine.may_be_parted();
        let mut shared: Option<Shared<'_>> = None;
        if !alone {
            helpers.start();
        }
        while let Some(bytes) = pieces.next().await.map_err(|error| named(files, file, &error))? {
            take(&bytes, &mut window);
            pieces.give_back(&bytes);
            match &mut shared {
                Some(of) => {
                    let goes_on = of.add(&window, &mut engine, &mut table).await;
                    if !goes_on.map_err(|error| named(files, file, &error))? {
                        (alone, shared) = (true, None);
                    }
                }
                None if alone => engine.feed(&window),
                None => {
                    // They take a while to start, and say so when they have.
                    turn.wait().await?;
                    shared = Shared::begin((&helpers, file), own, &window, &mut engine);
                }
            }
            own += window.len() as u64;
            if let Some(wanted) = table.as_mut().filter(|_| engine.waiting() >= Sink::BATCH) {
                wanted.sink.put(&engine.take_table()).await?;
            }
            let now = js_sys::Date::now();
            if now - told >= PAUSE {
                told = now;
                turn.wait().await?;
                let read = shared.as_ref().map_or(own, Shared::read);
                if !progress(before + read.min(whole(file.size()))) {
                    return Err(JsValue::NULL);
                }
            }
        }
        if let Some(mut shared) = shared {
            let finished = shared.finish(&mut engine, &mut table).await;
            finished.map_err(|error| named(files, file, &error))?;
        }
        engine.end();
        before += whole(file.size());
    }
    if let Some(wanted) = &mut table {
        wanted.sink.put(&engine.take_table()).await?;
    }
    let guarded = engine.has_table().then(|| engine.guarded());
    Ok(Read { report: engine.finish(), guarded })
}

/// Reads the statement of this number again from its file, with its findings.
pub async fn reopen(
    files: &[File],
    report: &Report,
    number: u32,
) -> Result<(Examined, Vec<Finding>), JsValue> {
    let changed = || JsValue::from_str("its file is not what it was when it was read");
    let entry = report.register.get(number).ok_or_else(changed)?;
    let file = files.get(entry.file as usize).ok_or_else(changed)?;
    let facts = report.files.get(entry.file as usize).unwrap_or(&report.file);
    let (from, to) = (entry.source.start.offset, entry.source.end);
    let bytes = match facts.text_from {
        // Of a packed file more bytes were read than it has.
        Some(text_from) if facts.bytes == whole(file.size()) => {
            pieces::between(file, text_from + from, text_from + to).await?
        }
        _ => {
            let (mut pieces, mut excerpt) = (Pieces::of(file).await?, engine::excerpt(from, to));
            let mut window = Vec::new();
            while let Some(bytes) = pieces.next().await? {
                take(&bytes, &mut window);
                pieces.give_back(&bytes);
                if !excerpt.feed(&window) {
                    break;
                }
            }
            excerpt.finish()
        }
    };
    engine::reopen(entry, &bytes, &report.settings).ok_or_else(changed)
}

/// The first bytes of a file, unpacked: enough to settle how it is read.
pub async fn beginning(file: &File) -> Result<Vec<u8>, JsValue> {
    let mut window = Vec::new();
    if let Some(bytes) = Pieces::of(file).await?.next().await? {
        take(&bytes, &mut window);
    }
    window.truncate(ENOUGH);
    Ok(window)
}

/// Copies bytes into a window that is used again and again.
pub fn take(bytes: &Uint8Array, window: &mut Vec<u8>) {
    window.resize(bytes.length() as usize, 0);
    bytes.copy_to(window);
}

/// Says which of several files could not be read.
fn named(files: &[File], file: &File, error: &JsValue) -> JsValue {
    let why = crate::worker::reason::reason(error);
    if files.len() > 1 {
        JsValue::from_str(&format!("{}: {why}", file.name()))
    } else {
        JsValue::from_str(&why)
    }
}
