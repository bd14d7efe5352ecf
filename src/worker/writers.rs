//! The writers' end: reads the files that the page hands over, and makes one file of them.
//!
//! They are a program of their own, with the engine in it, so that nobody carries what few ask for: the page starts them
//! for one file to take away and ends them with it. Files are read twice, as the tables want.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, File, MessageEvent};

use crate::engine::Engine;
use crate::engine::dbt;
use crate::engine::warehouse::{Loading, Measure};
use crate::engine::watch::Watch;
use crate::export::dbt::originals::Originals;
use crate::export::format::stem;
use crate::export::spool::InMemory;
use crate::export::warehouse_format::{Options, WarehouseFormat};
use crate::flatten::table::Table;
use crate::model::settings::Settings;
use crate::settings::read;
use crate::worker::pieces::{Pieces, whole};
use crate::worker::protocol::{self, Ask, Made, Message, Tell, Written};
use crate::worker::reading::take;
use crate::worker::reason::reason;
use crate::worker::today::today;

/// How many bytes are gathered before the browser is given them: it may keep them where it likes.
const BATCH: usize = 8 << 20;

/// Listens, then says that it does.
pub fn run(scope: &DedicatedWorkerGlobalScope) {
    let own = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(message) = protocol::unpack::<Ask>(event.data()) else { return };
        if let Message { about, body: Ask::Write { format, settings }, payload } = message {
            let scope = own.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let files: Vec<File> =
                    Array::from(&payload).iter().filter_map(|file| file.dyn_into().ok()).collect();
                let (tell, payload) = match write(&scope, about, format, &settings, &files).await {
                    Ok((made, blob)) => (Tell::Export(made), blob.into()),
                    Err(error) => (Tell::NotExported { reason: reason(&error) }, JsValue::UNDEFINED),
                };
                tell_page(&scope, about, &tell, &payload);
            });
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The browser calls it for as long as the worker lives.
    on_message.forget();
    tell_page(scope, 0, &Tell::Ready, &JsValue::UNDEFINED);
}

fn tell_page(scope: &DedicatedWorkerGlobalScope, about: u32, tell: &Tell, payload: &JsValue) {
    drop(scope.post_message(&protocol::pack(about, tell, payload)));
}

async fn write(
    scope: &DedicatedWorkerGlobalScope,
    about: u32,
    format: Written,
    settings: &str,
    files: &[File],
) -> Result<(Made, Blob), JsValue> {
    let settings = read::read(settings).unwrap_or_default();
    let settings = Settings { clock: today(), ..settings };
    let of: u64 = files.iter().map(|file| 2 * whole(file.size())).sum();
    let progress = |read: u64| {
        tell_page(scope, about, &Tell::Making { read: read.min(of), of }, &JsValue::UNDEFINED);
    };

    let mut measure = Measure::default();
    let mut measuring = Engine::empty(settings.clone());
    measuring.only_watch();
    feed(
        files,
        &mut measuring,
        &mut measure,
        (&|_: Step<'_>| Ok(()), &|_: &mut Measure| Ok(())),
        &progress,
        0,
    )
    .await?;

    let out = Blobs::default();
    let failed = |error: io::Error| JsValue::from_str(&error.to_string());
    let originals = match format {
        Written::Dbt => Some(Originals::shared(&mut InMemory).map_err(failed)?),
        _ => None,
    };
    let (shape, into) = (measure.shape, Box::new(out.clone()));
    let loading = match &originals {
        Some(originals) => dbt::loading(shape, originals, into, &mut InMemory),
        None => Loading::new(own_format(format), Options::default(), shape, into, &mut InMemory),
    };
    let mut loading = loading.map_err(failed)?;
    let mut engine = Engine::empty(settings);
    let keep = |step: Step<'_>| match (&originals, step) {
        (None, _) => Ok(()),
        (Some(originals), Step::Begin(name)) => {
            originals.borrow_mut().begin(name);
            Ok(())
        }
        (Some(originals), Step::Bytes(bytes)) => originals.borrow_mut().take(bytes).map_err(failed),
    };
    let goes_on = |loading: &mut Loading<'_>| loading.written().map_err(failed);
    feed(files, &mut engine, &mut loading, (&keep, &goes_on), &progress, of / 2).await?;
    let report = engine.finish_to(&mut loading);
    if report.is_lost() {
        return Err(JsValue::from_str("nothing could be read as balance sheets, as the findings say"));
    }
    let loaded = loading.finish(&report).map_err(failed)?;
    let source = &report.file.name;
    let (name, media_type) = match format {
        Written::Dbt => (format!("{}.dbt.zip", stem(source)), "application/zip"),
        _ => (own_format(format).file_name(source, loaded.guarded > 0), own_format(format).media_type()),
    };
    let blob = out.close(media_type)?;
    Ok((Made { name, media_type: media_type.to_owned(), guarded: loaded.guarded }, blob))
}

/// What is read: the next file, or its next bytes.
enum Step<'a> {
    Begin(&'a str),
    Bytes(&'a [u8]),
}

/// Feeds all files to an engine and shows it to who watches. `keep` sees what is read before the engine does, `goes_on`
/// says whether reading is still worth while.
async fn feed<W: Watch>(
    files: &[File],
    engine: &mut Engine,
    watch: &mut W,
    (keep, goes_on): (&impl Fn(Step<'_>) -> Result<(), JsValue>, &impl Fn(&mut W) -> Result<(), JsValue>),
    progress: &impl Fn(u64),
    mut before: u64,
) -> Result<(), JsValue> {
    let mut window = Vec::new();
    for file in files {
        let mut pieces = Pieces::of(file).await?;
        keep(Step::Begin(&file.name()))?;
        engine.begin(&file.name());
        let (mut own, size) = (0, whole(file.size()));
        while let Some(bytes) = pieces.next().await? {
            own += u64::from(bytes.length());
            take(&bytes, &mut window);
            pieces.give_back(&bytes);
            keep(Step::Bytes(&window))?;
            engine.feed_to(&window, Some(watch));
            goes_on(watch)?;
            progress(before + own.min(size));
        }
        engine.end_to(Some(watch));
        before += size;
    }
    Ok(())
}

/// The format of a file of tables; a dbt project is more than that, and has them as CSV.
fn own_format(format: Written) -> WarehouseFormat {
    match format {
        Written::Tables | Written::Dbt => WarehouseFormat::Tables,
        Written::Ndjson => WarehouseFormat::Ndjson(Table::Line),
        Written::Parquet => WarehouseFormat::ParquetTables,
        Written::Xlsx => WarehouseFormat::Xlsx,
    }
}

/// Takes the bytes of a file as they are made, and makes one blob of them.
#[derive(Clone, Default)]
struct Blobs(Rc<RefCell<(Vec<u8>, Array)>>);

impl Blobs {
    fn close(self, media_type: &str) -> Result<Blob, JsValue> {
        let (bytes, parts) = &mut *self.0.borrow_mut();
        parts.push(&Uint8Array::from(bytes.as_slice()));
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        Blob::new_with_u8_array_sequence_and_options(parts, &options)
    }
}

impl Write for Blobs {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (waiting, parts) = &mut *self.0.borrow_mut();
        waiting.extend_from_slice(bytes);
        if waiting.len() >= BATCH {
            let part = Array::of1(&Uint8Array::from(waiting.as_slice()));
            let blob = Blob::new_with_u8_array_sequence(&part);
            let blob = blob.map_err(|error| io::Error::other(reason(&error)))?;
            parts.push(&blob);
            waiting.clear();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
