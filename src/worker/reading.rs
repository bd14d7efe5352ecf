//! Reads files to their end and feeds the engine; reads one statement again.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::File;

use crate::engine::part::Rows;
use crate::engine::{self, Engine};
use crate::model::finding::Finding;
use crate::model::report::{Examined, Report};
use crate::model::settings::Settings;
use crate::worker::helpers::Helpers;
use crate::worker::pieces::{self, Pieces, whole};
use crate::worker::reason::reason;
use crate::worker::shared::{self, LEAST};
use crate::worker::sink::Sink;
use crate::worker::turn::Turn;

/// How long to wait, in milliseconds, before telling again how far reading is.
#[expect(clippy::disallowed_types, reason = "milliseconds, not money")]
const PAUSE: f64 = 50.0;

/// How far ahead of what was read helpers may begin, in bytes: where exactly is a guess, and the better the nearer.
const NEAR: u64 = 16 << 20;

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
/// lack digests. `helpers` are used if there are any yet, else some are started where they are of use.
/// `progress` is told the bytes read, now and then, and answers whether to go on: of packed files those that they were
/// unpacked to, up to their size.
pub async fn read(
    files: &[File],
    settings: Settings,
    table: Option<Wanted<'_>>,
    helpers: Option<Rc<Helpers>>,
    progress: &dyn Fn(u64) -> bool,
) -> Result<Read, JsValue> {
    let rows = table.as_ref().map(|wanted| wanted.rows);
    let mut engine = Engine::empty(settings.clone());
    match rows {
        Some(rows) if rows.alone => engine.only_tabulate(rows.format, rows.guard),
        Some(rows) => engine.tabulate_beside(rows.guard),
        None => {}
    }
    let (window, turn, told) = (Vec::new(), Turn::new()?, js_sys::Date::now());
    let mut run = Run { engine, settings, table, helpers, window, turn, told, before: 0, size: 0, progress };
    if let Some(helpers) = &run.helpers {
        helpers.begin(&run.settings, rows);
    }
    for file in files {
        run.size = whole(file.size());
        run.file(file).await.map_err(|error| named(files, file, &error))?;
        run.before += run.size;
    }
    let Run { mut engine, mut table, .. } = run;
    if let Some(wanted) = &mut table {
        wanted.sink.put(&engine.take_table()).await?;
    }
    let guarded = engine.has_table().then(|| engine.guarded());
    Ok(Read { report: engine.finish(), guarded })
}

/// Files that are being read.
pub struct Run<'a> {
    /// What reads them.
    pub engine: Engine,
    settings: Settings,
    table: Option<Wanted<'a>>,
    helpers: Option<Rc<Helpers>>,
    /// Memory that is used again for all pieces.
    window: Vec<u8>,
    turn: Turn,
    /// When progress was told last, in milliseconds.
    #[expect(clippy::disallowed_types, reason = "milliseconds, not money")]
    told: f64,
    /// The bytes of the files before this one, and of this one.
    before: u64,
    size: u64,
    progress: &'a dyn Fn(u64) -> bool,
}

impl Run<'_> {
    async fn file(&mut self, file: &File) -> Result<(), JsValue> {
        let mut pieces = Pieces::of(file).await?;
        self.engine.begin(&file.name());
        // The digest of a packed file is that of the bytes it is unpacked to.
        if !pieces.is_packed() {
            self.engine.leave_digest();
        }
        let alone = self.size < LEAST || pieces.is_packed() || !self.engine.may_be_parted();
        let helpers = (!alone).then(|| self.helpers());
        while let Some(bytes) = pieces.next().await? {
            let from = self.feed(&bytes, helpers.is_some());
            self.drain().await?;
            pieces.give_back(&bytes);
            self.tell().await?;
            let Some(helpers) = &helpers else { continue };
            // They take a while to start, and say so when they have.
            self.turn.wait().await?;
            let near = self.engine.bytes_read() + NEAR;
            if let Some(from) = from.filter(|from| *from <= near && helpers.have_room()) {
                drop(pieces);
                shared::read(self, helpers, file, from).await?;
                break;
            }
        }
        self.engine.end();
        Ok(())
    }

    /// Helpers that know how to read.
    fn helpers(&mut self) -> Rc<Helpers> {
        let rows = self.table.as_ref().map(|wanted| wanted.rows);
        let helpers = self.helpers.take().unwrap_or_else(|| {
            let helpers = Helpers::start();
            helpers.begin(&self.settings, rows);
            Rc::new(helpers)
        });
        Rc::clone(self.helpers.insert(helpers))
    }

    /// Reads the file's next bytes; if it is to be shared, answers from which offset of the text on others could read it.
    pub fn feed(&mut self, bytes: &Uint8Array, is_shared: bool) -> Option<u64> {
        take(bytes, &mut self.window);
        if is_shared {
            return self.engine.feed_to_parts(&self.window);
        }
        self.engine.feed(&self.window);
        None
    }

    /// Hands on the rows that wait, if they are worth it.
    pub async fn drain(&mut self) -> Result<(), JsValue> {
        match self.table.as_mut().filter(|_| self.engine.waiting() >= Sink::BATCH) {
            Some(wanted) => wanted.sink.put(&self.engine.take_table()).await,
            None => Ok(()),
        }
    }

    /// Adds rows that were made elsewhere behind those of the engine, if a table is made.
    pub async fn put(&mut self, rows: Array) -> Result<(), JsValue> {
        let Some(wanted) = self.table.as_mut().filter(|_| self.engine.has_table()) else { return Ok(()) };
        wanted.sink.put(&self.engine.take_table()).await?;
        for rows in rows {
            wanted.sink.put_all(&rows).await?;
        }
        Ok(())
    }

    /// Now and then lets others have their turn and says how far reading is. Fails if it is not to go on.
    pub async fn tell(&mut self) -> Result<(), JsValue> {
        let now = js_sys::Date::now();
        if now - self.told < PAUSE {
            return Ok(());
        }
        self.told = now;
        self.turn.wait().await?;
        let read = self.before + self.engine.bytes_read().min(self.size);
        if (self.progress)(read) { Ok(()) } else { Err(JsValue::NULL) }
    }
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
    let why = reason(error);
    if files.len() > 1 {
        JsValue::from_str(&format!("{}: {why}", file.name()))
    } else {
        JsValue::from_str(&why)
    }
}
