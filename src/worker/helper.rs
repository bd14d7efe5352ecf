//! A helper's end: reads the stretches of a file that the worker tells it, and answers what they say.
//!
//! It is the worker's own program in a worker of the worker's own, and keeps nothing from one stretch to the next.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::book::Room;
use crate::engine::part::Rows;
use crate::engine::stretch::Stretch;
use crate::export::format::Format;
use crate::model::date::Day;
use crate::model::settings::Settings;
use crate::settings::{read, write};
use crate::worker::pieces::{Pieces, part, whole};
use crate::worker::protocol::{self, Message};
use crate::worker::reading::take;
use crate::worker::sink::Sink;

/// What a worker is called that is a helper.
pub const NAME: &str = "helper";

/// How much is read behind a stretch at once, in bytes: as long as most documents are.
const BEHIND: u64 = 64 << 10;

/// What a helper is told.
#[derive(Serialize, Deserialize)]
pub enum Order {
    /// How stretches are to be read.
    Begin {
        /// The text of a settings file.
        settings: String,
        /// The day it is.
        clock: Option<String>,
        /// Whether rows of the compact CSV are wanted: whether their cells are guarded, and whether nothing else is wanted.
        rows: Option<(bool, bool)>,
    },
    /// Read a stretch of the file that is the payload. The answer is a list: what is said of the part that is read there,
    /// packed, and its rows, piece by piece. It is empty if there is no part.
    Read {
        /// Where in the file it begins: not with its first byte.
        from: u64,
        /// Where in the file it ends.
        to: u64,
        /// At which byte of the file its text begins.
        text_from: u64,
        /// The codes of the rules whose findings are only counted.
        only_count: Vec<String>,
    },
}

impl Order {
    /// To read stretches by these settings.
    pub fn begin(settings: &Settings, rows: Option<Rows>) -> Order {
        let clock = settings.clock.map(|day| day.to_string());
        let rows = rows.map(|rows| (rows.guard, rows.alone));
        Order::Begin { settings: write::file(settings), clock, rows }
    }
}

/// What a helper was told, and has not done yet.
struct Desk {
    scope: DedicatedWorkerGlobalScope,
    how: RefCell<Option<How>>,
    orders: RefCell<VecDeque<Message<Order>>>,
    busy: Cell<bool>,
}

/// Listens, then says that it does.
pub fn run(scope: &DedicatedWorkerGlobalScope) {
    let (how, orders, busy) = (RefCell::default(), RefCell::default(), Cell::new(false));
    let desk = Rc::new(Desk { scope: scope.clone(), how, orders, busy });
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(message) = protocol::unpack::<Order>(event.data()) else { return };
        desk.orders.borrow_mut().push_back(message);
        if !desk.busy.replace(true) {
            wasm_bindgen_futures::spawn_local(Rc::clone(&desk).work());
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The browser calls it for as long as the worker lives.
    on_message.forget();
    drop(scope.post_message(&JsValue::UNDEFINED));
}

/// How stretches are read.
type How = (Settings, Option<Rows>);

impl Desk {
    /// Does what it was told, one after the other.
    async fn work(self: Rc<Desk>) {
        let mut window = Vec::new();
        loop {
            let next = self.orders.borrow_mut().pop_front();
            let Some(Message { body, payload, .. }) = next else { break };
            match body {
                Order::Begin { settings, clock, rows } => {
                    let clock = clock.and_then(|day| Day::parse(&day));
                    let rows = rows.map(|(guard, alone)| Rows { format: Format::CsvCompact, guard, alone });
                    let settings = read::read(&settings).ok();
                    *self.how.borrow_mut() = settings.map(|settings| (Settings { clock, ..settings }, rows));
                }
                Order::Read { from, to, text_from, only_count } => {
                    let how = self.how.borrow().clone();
                    let file: Blob = payload.unchecked_into();
                    let read = read_stretch(how, &file, (from, to, text_from), &only_count, &mut window);
                    // Where that fails others read it.
                    let answer = read.await.unwrap_or_default();
                    if self.scope.post_message_with_transfer(&answer, &buffers(&answer)).is_err() {
                        drop(self.scope.post_message(&Array::new()));
                    }
                }
            }
        }
        self.busy.set(false);
    }
}

async fn read_stretch(
    how: Option<How>,
    file: &Blob,
    (from, to, text_from): (u64, u64, u64),
    only_count: &[String],
    window: &mut Vec<u8>,
) -> Result<Array, JsValue> {
    let Some((settings, wanted)) = how else { return Ok(Array::new()) };
    let text = |offset: u64| offset.saturating_sub(text_from);
    let mut stretch = Stretch::new(settings, Room::USUAL, wanted, (text(from), text(to)));
    stretch.only_count(only_count);
    let (answer, size) = (Array::new(), whole(file.size()));
    let (mut at, mut goes_on) = (from.saturating_sub(1), true);
    while goes_on && at < size {
        // Where the last document ends is not known.
        let end = size.min(at.max(to) + BEHIND);
        let mut pieces = Pieces::unpacked(&part(file, at, end)?)?;
        while goes_on && let Some(piece) = pieces.next().await? {
            take(&piece, window);
            pieces.give_back(&piece);
            goes_on = stretch.feed(window);
            if stretch.waiting() >= Sink::BATCH {
                push(&answer, &stretch.take_table());
            }
        }
        at = end;
    }
    push(&answer, &stretch.take_table());
    if let Some(said) = stretch.part() {
        answer.unshift(&Uint8Array::from(said.pack().as_slice()));
        return Ok(answer);
    }
    Ok(Array::new())
}

/// Adds bytes to a list, if there are any.
fn push(list: &Array, bytes: &[u8]) {
    if !bytes.is_empty() {
        list.push(&Uint8Array::from(bytes));
    }
}

/// The buffers of a list of bytes, to be given away without copying them.
fn buffers(list: &Array) -> Array {
    list.iter().map(|bytes| bytes.unchecked_into::<Uint8Array>().buffer()).collect()
}
