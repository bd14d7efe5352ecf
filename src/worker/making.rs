//! Makes the files to take away: of what is kept at once, else while the files are read again.

use std::io::Result;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use crate::engine;
use crate::engine::part::Rows;
use crate::export::format::Format;
use crate::model::report::Report;
use crate::view::desk::Desk;
use crate::worker::beside;
use crate::worker::pieces::whole;
use crate::worker::protocol::{self, Made, Tell, Wanted};
use crate::worker::reading::{self, Read, Wanted as Table};
use crate::worker::reason::reason;
use crate::worker::server::Server;
use crate::worker::sink::Sink;

impl Server {
    /// Makes a file to take away: of what is kept at once, else while reading the files again.
    pub(super) fn export(self: Rc<Server>, about: u32, format: Wanted, picked: JsValue) {
        let format = own_format(format);
        let whole = match self.desk.borrow().as_ref().map(Desk::report) {
            Some(report) => report.is_whole() || !format.is_table(),
            None => return,
        };
        if whole && picked.is_undefined() {
            let made = self.desk.borrow().as_ref().map(|desk| made(desk.report(), format));
            match made {
                Some(Ok((made, bytes))) => self.hand_over(about, &Tell::Export(made), &bytes),
                Some(Err(error)) => self.tell(about, &Tell::NotExported { reason: error.to_string() }),
                None => {}
            }
            return;
        }
        let guard = self.settings().spreadsheet_guard;
        let beside = self.beside.borrow().clone();
        let beside = beside.filter(|table| format == beside::FORMAT && table.guard == guard);
        let name =
            self.desk.borrow().as_ref().map(|desk| desk.report().file.name.clone()).unwrap_or_default();
        wasm_bindgen_futures::spawn_local(async move {
            let made = match beside {
                Some(table) => table.hand_over(&name, &picked).await,
                None => self.tabulate(about, format, &name, &picked).await,
            };
            match made {
                Ok((made, payload)) => {
                    drop(self.scope.post_message(&protocol::pack(about, &Tell::Export(made), &payload)));
                }
                Err(error) if error.is_null() => {}
                Err(error) => self.tell(about, &Tell::NotExported { reason: reason(&error) }),
            }
        });
    }

    async fn tabulate(
        &self,
        about: u32,
        format: Format,
        name: &str,
        picked: &JsValue,
    ) -> std::result::Result<(Made, JsValue), JsValue> {
        let files = self.files.borrow().clone();
        let of = files.iter().map(|file| whole(file.size())).sum();
        let settings = self.settings();
        let guard = settings.spreadsheet_guard;
        let mut sink = Sink::open(picked).await?;
        let table = Table { rows: Rows { format, guard, alone: true }, sink: &mut sink };
        self.stopped.set(false);
        let unwanted = || self.stopped.get() || self.is_past(about);
        let progress = |read| {
            if !unwanted() {
                self.tell(about, &Tell::Making { read, of });
            }
            !unwanted()
        };
        match reading::read(&files, settings, Some(table), None, &progress).await {
            Ok(Read { guarded, .. }) => {
                let payload = sink.close(format.media_type()).await?;
                let guarded = guarded.unwrap_or(0);
                let name = format.file_name(name, guarded > 0);
                Ok((Made { name, media_type: format.media_type().to_owned(), guarded }, payload))
            }
            Err(error) => {
                sink.give_up().await;
                Err(if unwanted() { JsValue::NULL } else { error })
            }
        }
    }
}

fn own_format(format: Wanted) -> Format {
    match format {
        Wanted::CsvCompact => Format::CsvCompact,
        Wanted::CsvFull => Format::CsvFull,
        Wanted::ReportJson => Format::ReportJson,
        Wanted::ReportHtml => Format::ReportHtml,
    }
}

/// A whole file of a report.
pub fn made(report: &Report, format: Format) -> Result<(Made, Uint8Array)> {
    let download = engine::export(report, format)?;
    let bytes = Uint8Array::from(download.bytes.as_slice());
    let made = Made {
        name: download.file_name,
        media_type: download.media_type.to_owned(),
        guarded: download.guarded,
    };
    Ok((made, bytes))
}
