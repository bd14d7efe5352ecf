//! The worker's end: reads what the page sends, keeps the report, answers.

use std::cell::{Cell, RefCell};
use std::io::Result;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use crate::engine;
use crate::export::format::Format;
use crate::model::date::Day;
use crate::model::report::Report;
use crate::model::settings::Settings;
use crate::rules::catalogue;
use crate::settings::read;
use crate::view::change::{Change, Origin};
use crate::view::consult;
use crate::view::desk::Desk;
use crate::view::settle;
use crate::view::step::Step;
use crate::worker::protocol::{self, Ask, FIRST_ROWS, LARGE, Made, Message, Opening, Tell, Wanted};
use crate::worker::reading;
use crate::worker::reason::reason;

/// The canonical balance sheet, which does not tie.
const SAMPLE: &[u8] = include_bytes!("../../tests/fixtures/canonical.json");
/// What the sample is called.
const SAMPLE_NAME: &str = "sample.json";

/// Listens, then says that it does, and what can be set.
pub fn run(scope: &DedicatedWorkerGlobalScope) {
    let server = Rc::new(Server {
        scope: scope.clone(),
        desk: RefCell::new(None),
        settings: RefCell::new(Settings { clock: today(), ..Settings::default() }),
        reading: Cell::new(false),
        waiting: RefCell::new(Vec::new()),
    });
    let listening = Rc::clone(&server);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(message) = protocol::unpack::<Ask>(event.data()) {
            Rc::clone(&listening).answer(message);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The browser calls it for as long as the worker lives.
    on_message.forget();
    server.tell(0, &Tell::Ready);
    server.tell_settings(0, None, Vec::new());
    warm_up();
}

/// Answers the sample to nobody while the visitor looks for a file: the browser compiles code when it first runs, and
/// so the first file is answered sooner.
fn warm_up() {
    let mut desk = Desk::new(engine::check(SAMPLE_NAME, SAMPLE, Settings::default()));
    let (opening, bytes) = opening(&mut desk);
    drop(protocol::pack(0, &Tell::Report(Box::new(opening)), &bytes));
}

struct Server {
    scope: DedicatedWorkerGlobalScope,
    desk: RefCell<Option<Desk>>,
    settings: RefCell<Settings>,
    /// Whether a file is being read; what is asked meanwhile waits for its report.
    reading: Cell<bool>,
    waiting: RefCell<Vec<Message<Ask>>>,
}

impl Server {
    fn answer(self: Rc<Server>, message: Message<Ask>) {
        let Message { about, body, payload } = message;
        match body {
            Ask::Read => {
                if let Ok(file) = payload.dyn_into::<File>() {
                    *self.desk.borrow_mut() = None;
                    self.reading.set(true);
                    wasm_bindgen_futures::spawn_local(async move { self.read(about, &file).await });
                }
            }
            Ask::Sample => self.lay(about, engine::check(SAMPLE_NAME, SAMPLE, self.settings())),
            Ask::Rule { code } => self.tell(about, &Tell::Rule(consult::page(&code))),
            Ask::Example { code, good } => self.example(about, &code, good),
            Ask::Change { origin, change } => self.change(about, origin, &change),
            body if self.reading.get() => self.waiting.borrow_mut().push(Message { about, body, payload }),
            body => self.serve(about, &body),
        }
    }

    /// Answers what is asked about the report.
    fn serve(&self, about: u32, ask: &Ask) {
        let mut desk = self.desk.borrow_mut();
        let Some(desk) = desk.as_mut() else { return };
        match ask {
            Ask::Checks { only, from } => self.tell(about, &Tell::Checks(desk.checks(*only, *from))),
            Ask::Read | Ask::Sample | Ask::Rule { .. } | Ask::Example { .. } | Ask::Change { .. } => {}
            Ask::Open { statement } => {
                desk.open(*statement);
                let rows = desk.step(&Step::Look, 0, FIRST_ROWS);
                self.tell(about, &Tell::Opened { opened: desk.opened(), rows });
            }
            Ask::Tree { step, from, count } => self.tell(about, &Tell::Rows(desk.step(step, *from, *count))),
            Ask::Panel { line } => self.tell(about, &Tell::Panel(desk.panel(*line))),
            Ask::Export { format } => match made(desk.report(), *format) {
                Ok((made, bytes)) => self.hand_over(about, &Tell::Export(made), &bytes),
                Err(error) => self.tell(about, &Tell::NotExported { reason: error.to_string() }),
            },
        }
    }

    async fn read(&self, about: u32, file: &File) {
        let progress = |read, of| self.tell(about, &Tell::Progress { read, of });
        let before = self.settings();
        let report = reading::read(file, before.clone(), progress).await;
        self.reading.set(false);
        let waiting = self.waiting.take();
        match report {
            Ok(report) if self.settings() == before => self.lay(about, report),
            // They were changed meanwhile.
            Ok(report) => self.lay(about, engine::again(report, self.settings())),
            Err(error) => return self.tell(about, &Tell::Failed { reason: reason(&error) }),
        }
        for message in &waiting {
            self.serve(message.about, &message.body);
        }
    }

    fn lay(&self, about: u32, report: Report) {
        let mut desk = Desk::new(report);
        let (opening, bytes) = opening(&mut desk);
        *self.desk.borrow_mut() = Some(desk);
        // Whether an acceptance still applies depends on the file.
        if !self.settings.borrow().waivers.is_empty() {
            self.tell_settings(about, None, Vec::new());
        }
        self.hand_over(about, &Tell::Report(Box::new(opening)), &bytes);
    }

    fn settings(&self) -> Settings {
        Settings { clock: today(), ..self.settings.borrow().clone() }
    }

    /// Makes a change if it can be made, and judges the open file again if that changed anything.
    fn change(&self, about: u32, origin: Origin, change: &Change) {
        let before = self.settings();
        let after = change.apply(&before, self.desk.borrow().as_ref().map(Desk::report));
        let faults = match after {
            Ok(after) => {
                *self.settings.borrow_mut() = after;
                Vec::new()
            }
            Err(faults) => faults,
        };
        let after = self.settings();
        let mut opening_again = None;
        if after != before {
            let desk = self.desk.take().map(|desk| desk.exchange(|report| engine::again(report, after)));
            *self.desk.borrow_mut() = desk;
            opening_again = self.desk.borrow_mut().as_mut().map(opening);
        }
        self.tell_settings(about, Some(origin), faults);
        if let Some((opening, bytes)) = opening_again {
            self.hand_over(about, &Tell::Judged(Box::new(opening)), &bytes);
        }
    }

    fn tell_settings(&self, about: u32, origin: Option<Origin>, faults: Vec<String>) {
        let desk = self.desk.borrow();
        let sheet = settle::sheet(&self.settings.borrow(), desk.as_ref().map(Desk::report));
        self.tell(about, &Tell::Settings { origin, sheet: Box::new(sheet), faults });
    }

    /// An example is checked with the settings it is meant for, whatever a person has set.
    fn example(&self, about: u32, code: &str, good: bool) {
        let Some(rule) = catalogue::find(code) else { return };
        let settings = read::read(rule.settings).unwrap_or_default();
        let (bytes, word) = if good { (rule.good, "passes") } else { (rule.bad, "fails") };
        let settings = Settings { clock: today(), ..settings };
        self.lay(about, engine::check(&format!("{code}-{word}.json"), bytes, settings));
    }

    fn tell(&self, about: u32, tell: &Tell) {
        drop(self.scope.post_message(&protocol::pack(about, tell, &JsValue::UNDEFINED)));
    }

    /// Tells, and gives bytes away without copying them.
    fn hand_over(&self, about: u32, tell: &Tell, bytes: &Uint8Array) {
        let given = Array::of1(&bytes.buffer());
        drop(self.scope.post_message_with_transfer(&protocol::pack(about, tell, bytes), &given));
    }
}

/// What the page needs to draw a report, and the bytes of the file that comes with it, if any.
fn opening(desk: &mut Desk) -> (Opening, Uint8Array) {
    let rows = desk.step(&Step::Look, 0, FIRST_ROWS);
    let (opened, summary) = (desk.opened(), desk.summary());
    let spent = opened.is_none() && summary.bytes > LARGE;
    let last = if spent { made(desk.report(), Wanted::ReportJson).ok() } else { None };
    let (last, bytes) =
        last.map_or((None, Uint8Array::new_with_length(0)), |(made, bytes)| (Some(made), bytes));
    (Opening { summary, opened, groups: desk.groups(), rows, last }, bytes)
}

/// The day it is where the reader is.
fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    Day::parse(&format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()))
}

fn made(report: &Report, format: Wanted) -> Result<(Made, Uint8Array)> {
    let format = match format {
        Wanted::CsvCompact => Format::CsvCompact,
        Wanted::CsvFull => Format::CsvFull,
        Wanted::ReportJson => Format::ReportJson,
    };
    let download = engine::export(report, format)?;
    let bytes = Uint8Array::from(download.bytes.as_slice());
    let made = Made {
        name: download.file_name,
        media_type: download.media_type.to_owned(),
        guarded: download.guarded,
    };
    Ok((made, bytes))
}
