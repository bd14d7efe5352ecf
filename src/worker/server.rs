//! The worker's end: reads what the page sends, keeps the report, answers.

use std::cell::RefCell;
use std::io::Result;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use crate::engine;
use crate::export::format::Format;
use crate::model::report::Report;
use crate::model::settings::Settings;
use crate::view::desk::Desk;
use crate::view::step::Step;
use crate::worker::protocol::{self, Ask, FIRST_ROWS, LARGE, Made, Message, Opening, Tell, Wanted};
use crate::worker::reading;
use crate::worker::reason::reason;

/// The canonical balance sheet, which does not tie.
const SAMPLE: &[u8] = include_bytes!("../../tests/fixtures/canonical.json");
/// What the sample is called.
const SAMPLE_NAME: &str = "sample.json";

/// Listens, then says that it does.
pub fn run() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let server = Rc::new(Server { scope: scope.clone(), desk: RefCell::new(None) });
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(Message { about, body }) = protocol::unpack::<Ask>(event.data()) {
            Rc::clone(&server).answer(about, body);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The browser calls it for as long as the worker lives.
    on_message.forget();
    drop(scope.post_message(&protocol::pack(0, Tell::Ready)));
}

struct Server {
    scope: DedicatedWorkerGlobalScope,
    desk: RefCell<Option<Desk>>,
}

impl Server {
    fn answer(self: Rc<Server>, about: u32, ask: Ask) {
        match ask {
            Ask::Read { file } => {
                *self.desk.borrow_mut() = None;
                wasm_bindgen_futures::spawn_local(async move { self.read(about, &file).await });
            }
            Ask::Sample => self.lay(about, engine::check(SAMPLE_NAME, SAMPLE, Settings::default())),
            Ask::Open { statement } => self.with_desk(|desk| {
                desk.open(statement);
                let rows = desk.step(&Step::Look, 0, FIRST_ROWS);
                self.tell(about, Tell::Opened { opened: desk.opened(), rows });
            }),
            Ask::Tree { step, from, count } => self.with_desk(|desk| {
                self.tell(about, Tell::Rows(desk.step(&step, from, count)));
            }),
            Ask::Panel { line } => self.with_desk(|desk| self.tell(about, Tell::Panel(desk.panel(line)))),
            Ask::Export { format } => self.with_desk(|desk| self.export(about, desk.report(), format)),
        }
    }

    async fn read(&self, about: u32, file: &File) {
        match reading::read(file, |read, of| self.tell(about, Tell::Progress { read, of })).await {
            Ok(report) => self.lay(about, report),
            Err(error) => self.tell(about, Tell::Failed { reason: reason(&error) }),
        }
    }

    fn lay(&self, about: u32, report: Report) {
        let mut desk = Desk::new(report);
        let rows = desk.step(&Step::Look, 0, FIRST_ROWS);
        let (opened, summary) = (desk.opened(), desk.summary());
        let spent = opened.is_none() && summary.bytes > LARGE;
        let last = if spent { made(desk.report(), Format::ReportJson).ok() } else { None };
        let opening = Opening { summary, opened, groups: desk.groups(), rows, last };
        *self.desk.borrow_mut() = Some(desk);
        self.tell(about, Tell::Report(Box::new(opening)));
    }

    fn export(&self, about: u32, report: &Report, format: Wanted) {
        let format = match format {
            Wanted::CsvCompact => Format::CsvCompact,
            Wanted::CsvFull => Format::CsvFull,
            Wanted::ReportJson => Format::ReportJson,
        };
        match made(report, format) {
            Ok(made) => {
                let handed_over = Array::of1(&made.bytes.buffer());
                let message = protocol::pack(about, Tell::Export(made));
                drop(self.scope.post_message_with_transfer(&message, &handed_over));
            }
            Err(error) => self.tell(about, Tell::NotExported { reason: error.to_string() }),
        }
    }

    fn with_desk(&self, act: impl FnOnce(&mut Desk)) {
        if let Some(desk) = self.desk.borrow_mut().as_mut() {
            act(desk);
        }
    }

    fn tell(&self, about: u32, tell: Tell) {
        let message: JsValue = protocol::pack(about, tell);
        drop(self.scope.post_message(&message));
    }
}

fn made(report: &Report, format: Format) -> Result<Made> {
    let download = engine::export(report, format)?;
    Ok(Made {
        name: download.file_name,
        media_type: download.media_type.to_owned(),
        guarded: download.guarded,
        bytes: Uint8Array::from(download.bytes.as_slice()),
    })
}
