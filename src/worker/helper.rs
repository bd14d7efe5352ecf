//! A helper's end: reads the parts of a file that the worker tells it, and answers what they say.
//!
//! It is the worker's own program in a worker of the worker's own, and keeps nothing from one part to the next.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::Engine;
use crate::engine::book::Room;
use crate::engine::part::Rows;
use crate::export::format::Format;
use crate::model::date::Day;
use crate::model::place::Place;
use crate::model::settings::Settings;
use crate::settings::{read, write};
use crate::worker::pieces::{self, Pieces};
use crate::worker::protocol::{self, Message};
use crate::worker::reading::take;

/// What a worker is called that is a helper.
pub const NAME: &str = "helper";

/// What a helper is told.
#[derive(Serialize, Deserialize)]
pub enum Order {
    /// How parts are to be read.
    Begin {
        /// The text of a settings file.
        settings: String,
        /// The day it is.
        clock: Option<String>,
        /// Whether rows of the compact CSV are wanted: whether their cells are guarded, and whether nothing else is wanted.
        rows: Option<(bool, bool)>,
    },
    /// Read a part of the file that is the payload. The answer is a list: what is said of it, packed, and its rows, if there
    /// are any: bytes if nothing else is wanted, else a `Blob`. It is empty if it cannot be taken over.
    Read {
        /// Where in the file it begins.
        from: u64,
        /// Where in the file it ends.
        to: u64,
        /// Where in the text it begins.
        offset: u64,
        /// The line it begins.
        line: u32,
        /// The codes of the rules whose findings are only counted.
        only_count: Vec<String>,
    },
}

impl Order {
    /// To read parts by these settings.
    pub fn begin(settings: &Settings, rows: Option<Rows>) -> Order {
        let clock = settings.clock.map(|day| day.to_string());
        let rows = rows.map(|rows| (rows.guard, rows.alone));
        Order::Begin { settings: write::file(settings), clock, rows }
    }
}

/// What a helper was told, and has not done yet.
struct Desk {
    scope: DedicatedWorkerGlobalScope,
    orders: RefCell<VecDeque<Message<Order>>>,
    busy: Cell<bool>,
}

/// Listens, then says that it does.
pub fn run(scope: &DedicatedWorkerGlobalScope) {
    let (orders, busy) = (RefCell::default(), Cell::new(false));
    let desk = Rc::new(Desk { scope: scope.clone(), orders, busy });
    let how = Rc::new(RefCell::new(None));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(message) = protocol::unpack::<Order>(event.data()) else { return };
        desk.orders.borrow_mut().push_back(message);
        if !desk.busy.replace(true) {
            wasm_bindgen_futures::spawn_local(Rc::clone(&desk).work(Rc::clone(&how)));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The browser calls it for as long as the worker lives.
    on_message.forget();
    drop(scope.post_message(&JsValue::UNDEFINED));
}

/// How parts are read.
type How = (Settings, Option<Rows>);

impl Desk {
    /// Does what it was told, one after the other.
    async fn work(self: Rc<Desk>, how: Rc<RefCell<Option<How>>>) {
        let (mut window, mut rows) = (Vec::new(), RowRoom::default());
        loop {
            let next = self.orders.borrow_mut().pop_front();
            let Some(Message { body, payload, .. }) = next else { break };
            let part = match body {
                Order::Begin { settings, clock, rows } => {
                    let clock = clock.and_then(|day| Day::parse(&day));
                    let rows = rows.map(|(guard, alone)| Rows { format: Format::CsvCompact, guard, alone });
                    let settings = read::read(&settings).ok();
                    *how.borrow_mut() = settings.map(|settings| (Settings { clock, ..settings }, rows));
                    continue;
                }
                Order::Read { from, to, offset, line, only_count } => {
                    let begins = Place { offset, line, column: 1 };
                    let known = how.borrow().clone();
                    let engine = known.map(|(settings, rows)| {
                        let mut engine = Engine::amid(settings, Room::USUAL, begins, rows);
                        engine.only_count(&only_count);
                        (engine, rows.is_some_and(|rows| rows.alone))
                    });
                    (engine, begins, payload.unchecked_into::<Blob>(), from, to)
                }
            };
            let (engine, begins, file, from, to) = part;
            let answer = match (engine, pieces::part(&file, from, to)) {
                (Some(engine), Ok(part)) => read_part(engine, begins, &part, (&mut window, &mut rows)).await,
                // Others then read all of it.
                _ => Ok(Array::new()),
            };
            let answer = answer.unwrap_or_default();
            drop(self.scope.post_message_with_transfer(&answer, &buffers(&answer)));
        }
        self.busy.set(false);
    }
}

async fn read_part(
    (mut engine, alone): (Engine, bool),
    begins: Place,
    part: &Blob,
    (window, rows): (&mut Vec<u8>, &mut RowRoom),
) -> Result<Array, JsValue> {
    rows.used = 0;
    let mut pieces = Pieces::unpacked(part)?;
    while let Some(piece) = pieces.next().await? {
        take(&piece, window);
        pieces.give_back(&piece);
        engine.feed(window);
        rows.add(&engine.take_table());
    }
    let Some(said) = engine.part(begins) else { return Ok(Array::new()) };
    let answer = Array::of1(&Uint8Array::from(said.pack().as_slice()));
    let rows = rows.bytes.subarray(0, rows.used);
    if rows.length() > 0 && alone {
        answer.push(&rows.slice(0, rows.length()));
    } else if rows.length() > 0 {
        let rows = Blob::new_with_u8_array_sequence(&Array::of1(&rows))?;
        answer.push(&rows);
    }
    Ok(answer)
}

/// Memory for the rows of a part, used again for the next.
#[derive(Default)]
struct RowRoom {
    bytes: Uint8Array,
    used: u32,
}

impl RowRoom {
    fn add(&mut self, rows: &[u8]) {
        let from = self.used;
        self.used = from.saturating_add(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        if self.used > self.bytes.length() {
            let larger = Uint8Array::new_with_length(self.used.saturating_mul(2));
            larger.set(&self.bytes.subarray(0, from), 0);
            self.bytes = larger;
        }
        self.bytes.subarray(from, self.used).copy_from(rows);
    }
}

/// The buffers of what is bytes in a list, to be given away without copying them.
fn buffers(list: &Array) -> Array {
    list.iter().filter_map(|one| one.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.buffer()).collect()
}
