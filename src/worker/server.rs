//! The worker's end: reads what the page sends, keeps the report, answers.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use crate::engine;
use crate::engine::part::Rows;
use crate::export::format::Format;
use crate::model::report::Report;
use crate::model::settings::Settings;
use crate::rules::catalogue;
use crate::settings::read;
use crate::view::change::{Change, Origin};
use crate::view::consult;
use crate::view::desk::Desk;
use crate::view::keys;
use crate::view::keys_sheet::KeysForm;
use crate::view::settle;
use crate::view::step::Step;
use crate::worker::beside::{self, Beside};
use crate::worker::digest::{self, Digests};
use crate::worker::helpers::Helpers;
use crate::worker::making::made;
use crate::worker::own_disk;
use crate::worker::pause::{UNTIL_DRAWN, pause};
use crate::worker::pieces::whole;
use crate::worker::protocol::{self, Ask, FIRST_ROWS, LARGE, Message, Opening, Tell};
use crate::worker::reading::{self, Read, Wanted};
use crate::worker::reason::reason;
use crate::worker::sink::Sink;
use crate::worker::source::Source;
use crate::worker::today::today;
use crate::worker::warm;

/// The canonical balance sheet, which does not tie.
const SAMPLE: &[u8] = include_bytes!("../../tests/fixtures/canonical.json");
/// What the sample is called.
const SAMPLE_NAME: &str = "sample.json";

/// How long helpers wait for a file that is about to come, in milliseconds.
const EXPECTED: i32 = 60_000;

/// Listens, then says that it does, and what can be set.
pub fn run(scope: &DedicatedWorkerGlobalScope) {
    let server = Rc::new(Server {
        scope: scope.clone(),
        desk: RefCell::new(None),
        files: RefCell::new(Vec::new()),
        settings: RefCell::new(Settings { clock: today(), ..Settings::default() }),
        current: Cell::new(0),
        stopped: Cell::new(false),
        reading: Cell::new(false),
        waiting: RefCell::new(Vec::new()),
        beside: RefCell::new(None),
        helpers: RefCell::new(None),
        source: Source::default(),
        digests: Digests::default(),
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
    wasm_bindgen_futures::spawn_local(own_disk::sweep());
    show_nobody(engine::check(SAMPLE_NAME, SAMPLE, Settings::default()));
    wasm_bindgen_futures::spawn_local(async move {
        // Where that cannot be done, the first file takes a little longer.
        drop(warm::up(SAMPLE, || server.current.get() == 0, show_nobody).await);
    });
}

/// Makes what is told of a report while the visitor looks for a file: the browser compiles code when it first runs, and so
/// the first file is answered sooner.
fn show_nobody(report: Report) {
    let (opening, bytes) = opening(&mut Desk::new(report));
    drop(protocol::pack(0, &Tell::Report(Box::new(opening)), &bytes));
}

/// What the worker has at hand.
pub struct Server {
    pub(super) scope: DedicatedWorkerGlobalScope,
    pub(super) desk: RefCell<Option<Desk>>,
    /// The files of the report, to read statements of them again.
    pub(super) files: RefCell<Vec<File>>,
    pub(super) settings: RefCell<Settings>,
    /// The number of the file that was asked for last. What is still under way for an earlier one is let go of.
    current: Cell<u32>,
    /// Whether the file to take away that is being made is wanted no more.
    pub(super) stopped: Cell<bool>,
    /// Whether a file is being read; what is asked meanwhile waits for its report.
    pub(super) reading: Cell<bool>,
    pub(super) waiting: RefCell<Vec<Message<Ask>>>,
    /// The table of the report that was made beside it, if there is one.
    pub(super) beside: RefCell<Option<Beside>>,
    /// Helpers that were started because a file is about to come.
    helpers: RefCell<Option<Rc<Helpers>>>,
    /// The text that is looked at.
    pub(super) source: Source,
    /// What the report lacks.
    pub(super) digests: Digests,
}

impl Server {
    pub(super) fn answer(self: Rc<Server>, message: Message<Ask>) {
        let Message { about, body, payload } = message;
        match body {
            Ask::Read => {
                let files: Vec<File> =
                    Array::from(&payload).iter().filter_map(|file| file.dyn_into().ok()).collect();
                self.begin(about);
                self.files.replace(files);
                self.source.close();
                wasm_bindgen_futures::spawn_local(async move { self.read(about, false).await });
            }
            Ask::Expect => self.expect(),
            Ask::Sample => self.lay_own(about, SAMPLE_NAME, SAMPLE, self.settings()),
            Ask::Discard { name } => wasm_bindgen_futures::spawn_local(own_disk::discard(name)),
            Ask::Rule { code } => self.tell(about, &Tell::Rule(consult::page(&code))),
            Ask::Example { code, good } => self.example(about, &code, good),
            body if self.reading.get() => self.waiting.borrow_mut().push(Message { about, body, payload }),
            body @ (Ask::Export { .. } | Ask::Print)
                if digest::says_one(&body) && self.digests.are_coming() =>
            {
                self.wait_for_digests(Message { about, body, payload });
            }
            Ask::Change { origin, change } => self.change(about, origin, &change),
            Ask::Open { statement } => self.open(about, statement),
            Ask::Export { format } => {
                self.give_digests();
                self.export(about, format, payload);
            }
            Ask::Source(ask) => self.source(about, ask),
            Ask::Keys { form } => self.keys(about, form),
            Ask::StopExport => self.stopped.set(true),
            Ask::Print => {
                self.give_digests();
                self.print(about);
            }
            Ask::Files { format } => {
                let files: Array = self.files.borrow().iter().collect();
                drop(self.scope.post_message(&protocol::pack(about, &Tell::Files { format }, &files)));
            }
            body => self.serve(about, &body),
        }
    }

    /// Starts helpers for a file that is about to come, and lets go of them if none does.
    fn expect(self: Rc<Server>) {
        if self.helpers.borrow().is_some() {
            return;
        }
        let helpers = Rc::new(Helpers::start());
        let own = Rc::downgrade(&helpers);
        self.helpers.replace(Some(helpers));
        wasm_bindgen_futures::spawn_local(async move {
            pause(EXPECTED).await;
            self.helpers.borrow_mut().take_if(|helpers| std::ptr::eq(Rc::as_ptr(helpers), own.as_ptr()));
        });
    }

    /// Begins another file.
    fn begin(&self, about: u32) {
        self.current.set(about);
        self.reading.set(false);
        self.waiting.borrow_mut().clear();
        *self.desk.borrow_mut() = None;
        *self.beside.borrow_mut() = None;
        self.digests.clear();
    }

    /// Whether another file has been begun since this one.
    pub(super) fn is_past(&self, about: u32) -> bool {
        self.current.get() != about
    }

    /// Answers what is asked about the report.
    fn serve(&self, about: u32, ask: &Ask) {
        let mut desk = self.desk.borrow_mut();
        let Some(desk) = desk.as_mut() else { return };
        match ask {
            Ask::Checks { only, from } => self.tell(about, &Tell::Checks(desk.checks(*only, *from))),
            Ask::Statements { wish, from, count } => {
                self.tell(about, &Tell::Statements(desk.list(wish, *from, *count)));
            }
            Ask::Neighbour { forward } => {
                if let Some(statement) = desk.neighbour(*forward) {
                    self.tell(about, &Tell::Neighbour { statement });
                }
            }
            Ask::Tree { step, from, count } => self.tell(about, &Tell::Rows(desk.step(step, *from, *count))),
            Ask::Search { text } => self.tell(about, &Tell::Found(desk.search(text))),
            Ask::Hit { from, forward } => self.tell(about, &Tell::Found(desk.to_hit(*from, *forward))),
            Ask::Pick(pick) => self.tell(about, &Tell::Picked(desk.pick(*pick))),
            Ask::Picture { motif, act, sight } => self.picture(desk, about, (*motif, *act, *sight)),
            Ask::Draw { form } => self.draw(desk, about, *form),
            Ask::Panel { line } => self.tell(about, &Tell::Panel(desk.panel(*line))),
            Ask::Read
            | Ask::Expect
            | Ask::Sample
            | Ask::Rule { .. }
            | Ask::Example { .. }
            | Ask::Open { .. }
            | Ask::Export { .. }
            | Ask::StopExport
            | Ask::Discard { .. }
            | Ask::Print
            | Ask::Files { .. }
            | Ask::Write { .. }
            | Ask::Keys { .. }
            | Ask::Source(_)
            | Ask::Change { .. } => {}
        }
    }

    /// Looks at the beginning of the first file to say how it is read, or would be by other keys.
    fn keys(self: Rc<Server>, about: u32, form: Option<KeysForm>) {
        wasm_bindgen_futures::spawn_local(async move {
            let first = self.files.borrow().first().cloned();
            let beginning = match first {
                Some(file) => reading::beginning(&file).await.unwrap_or_default(),
                None => SAMPLE.to_vec(),
            };
            let settings = self.settings();
            let asked = form.as_ref().map(keys::mapping).or_else(|| settings.mapping.clone());
            let sheet = keys::sheet(&settings, engine::survey(&beginning, asked.as_ref()));
            self.tell(about, &Tell::Keys(Box::new(sheet)));
        });
    }

    /// Answers what was asked while nothing could be.
    pub(super) fn go_on(self: &Rc<Server>) {
        self.reading.set(false);
        for message in self.waiting.take() {
            Rc::clone(self).answer(message);
        }
    }

    /// Reads the files, for the first time or because other settings ask for it.
    async fn read(self: &Rc<Server>, about: u32, again: bool) {
        self.reading.set(true);
        let files = self.files.borrow().clone();
        let of = files.iter().map(|file| whole(file.size())).sum();
        let progress = |read| {
            self.tell(about, &Tell::Progress { read, of });
            !self.is_past(about)
        };
        *self.beside.borrow_mut() = None;
        let (settings, mut sink) = (self.settings(), Sink::memory());
        let guard = settings.spreadsheet_guard;
        let rows = Rows { format: beside::FORMAT, guard, alone: false };
        let table = Some(Wanted { rows, sink: &mut sink });
        let helpers = self.helpers.take();
        let read = reading::read(&files, settings, table, helpers, &progress).await;
        if self.is_past(about) {
            return;
        }
        match read {
            Ok(Read { report, guarded }) => {
                if let (Some(guarded), Sink::Kept(kept)) = (guarded, sink) {
                    *self.beside.borrow_mut() = Some(Beside { guard, guarded, kept });
                }
                self.digests.begin(&report, &files);
                // One without statements is handed over as a whole, and this worker is let go of.
                if report.statements.is_empty() {
                    drop(self.digests.wait().await);
                    if self.is_past(about) {
                        return;
                    }
                }
                self.lay(about, report, again);
                if let Some(beside) = self.beside.borrow().clone() {
                    wasm_bindgen_futures::spawn_local(async move {
                        pause(UNTIL_DRAWN).await;
                        // Where that fails, it fails again for who asks for it.
                        drop(beside.kept.blob(beside::FORMAT.media_type()));
                    });
                }
            }
            Err(error) => {
                self.files.borrow_mut().clear();
                self.tell(about, &Tell::Failed { reason: reason(&error) });
            }
        }
        self.go_on();
    }

    /// Checks bytes of our own as if they were a file.
    fn lay_own(&self, about: u32, name: &str, bytes: &[u8], settings: Settings) {
        let parts = Array::of1(&Uint8Array::from(bytes));
        let file = File::new_with_u8_array_sequence(&parts, name);
        self.begin(about);
        self.helpers.take();
        *self.files.borrow_mut() = file.into_iter().collect();
        self.source.close();
        self.lay(about, engine::check(name, bytes, settings), false);
    }

    fn lay(&self, about: u32, report: Report, again: bool) {
        let mut desk = Desk::new(report);
        self.digests.give(&mut desk);
        let (opening, bytes) = opening(&mut desk);
        *self.desk.borrow_mut() = Some(desk);
        // Whether an acceptance still applies depends on the file.
        if !self.settings.borrow().waivers.is_empty() {
            self.tell_settings(about, None, Vec::new());
        }
        let opening = Box::new(opening);
        let tell = if again { Tell::Judged(opening) } else { Tell::Report(opening) };
        self.hand_over(about, &tell, &bytes);
    }

    pub(super) fn settings(&self) -> Settings {
        Settings { clock: today(), ..self.settings.borrow().clone() }
    }

    /// Makes a change if it can be made, and judges the open file again if that changed anything.
    fn change(self: Rc<Server>, about: u32, origin: Origin, change: &Change) {
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
        let kept =
            self.desk.borrow().as_ref().map(|desk| desk.report().is_whole() && before.reads_like(&after));
        match kept.filter(|_| after != before) {
            Some(true) => {
                let desk = self.desk.take().map(|desk| desk.exchange(|report| engine::again(report, after)));
                *self.desk.borrow_mut() = desk;
                opening_again = self.desk.borrow_mut().as_mut().map(opening);
            }
            Some(false) => {
                let server = Rc::clone(&self);
                wasm_bindgen_futures::spawn_local(async move { server.read(about, true).await });
            }
            None => {}
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
        self.lay_own(about, &format!("{code}-{word}.json"), bytes, settings);
    }

    pub(super) fn tell(&self, about: u32, tell: &Tell) {
        drop(self.scope.post_message(&protocol::pack(about, tell, &JsValue::UNDEFINED)));
    }

    /// Tells, and gives bytes away without copying them.
    pub(super) fn hand_over(&self, about: u32, tell: &Tell, bytes: &Uint8Array) {
        let given = Array::of1(&bytes.buffer());
        drop(self.scope.post_message_with_transfer(&protocol::pack(about, tell, bytes), &given));
    }
}

/// What the page needs to draw a report, and the bytes of the file that comes with it, if any.
fn opening(desk: &mut Desk) -> (Opening, Uint8Array) {
    let rows = desk.step(&Step::Look, 0, FIRST_ROWS);
    let (opened, summary) = (desk.opened(), desk.summary());
    let spent = opened.is_none() && summary.bytes > LARGE;
    let last = if spent { made(desk.report(), Format::ReportJson).ok() } else { None };
    let (last, bytes) =
        last.map_or((None, Uint8Array::new_with_length(0)), |(made, bytes)| (Some(made), bytes));
    (Opening { summary, opened, groups: desk.groups(), rows, last }, bytes)
}
