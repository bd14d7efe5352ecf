//! A helper's end: reads the parts of a file that the worker hands it, and answers what they say.
//!
//! It is the worker's own program in a worker of the worker's own, and keeps nothing from one part to the next.

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::Engine;
use crate::engine::book::Room;
use crate::engine::part::Rows;
use crate::export::format::Format;
use crate::model::date::Day;
use crate::model::place::Place;
use crate::model::settings::Settings;
use crate::settings::{read, write};
use crate::worker::protocol::{self, Message};
use crate::worker::reading::take;

/// What a worker is called that is a helper.
pub const NAME: &str = "helper";

/// How many bytes are read at once: little, as there are several helpers.
const WINDOW: u32 = 256 << 10;

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
    /// Read a part; the payload is a list of its bytes. The answer is a list: what is said of it, packed, and lists of bytes
    /// of its rows. It is empty if it cannot be taken over.
    Read {
        /// The offset it begins at.
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

/// Listens, then says that it does.
pub fn run(scope: &DedicatedWorkerGlobalScope) {
    let own = scope.clone();
    let (mut how, mut window) = (None, Vec::new());
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(Message { body, payload, .. }) = protocol::unpack::<Order>(event.data()) else { return };
        match (body, &how) {
            (Order::Begin { settings, clock, rows }, _) => {
                let clock = clock.and_then(|day| Day::parse(&day));
                let rows = rows.map(|(guard, alone)| Rows { format: Format::CsvCompact, guard, alone });
                how = read::read(&settings).ok().map(|settings| (Settings { clock, ..settings }, rows));
            }
            (Order::Read { offset, line, only_count }, Some((settings, rows))) => {
                let begins = Place { offset, line, column: 1 };
                let mut engine = Engine::amid(settings.clone(), Room::USUAL, begins, *rows);
                engine.only_count(&only_count);
                let answer = read_part(engine, begins, Array::from(&payload), &mut window);
                drop(own.post_message_with_transfer(&answer, &buffers(&answer)));
            }
            // Others then read all of it.
            (Order::Read { .. }, None) => {
                drop(own.post_message(&Array::new()));
            }
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The browser calls it for as long as the worker lives.
    on_message.forget();
    drop(scope.post_message(&JsValue::UNDEFINED));
}

fn read_part(mut engine: Engine, begins: Place, pieces: Array, window: &mut Vec<u8>) -> Array {
    let answer = Array::of1(&JsValue::UNDEFINED);
    for piece in pieces {
        let piece: Uint8Array = piece.unchecked_into();
        for from in (0..piece.length()).step_by(WINDOW as usize) {
            take(&piece.subarray(from, from.saturating_add(WINDOW).min(piece.length())), window);
            engine.feed(window);
            if engine.waiting() > 0 {
                answer.push(&Uint8Array::from(engine.take_table().as_slice()));
            }
        }
    }
    match engine.part(begins) {
        Some(part) => answer.set(0, Uint8Array::from(part.pack().as_slice()).into()),
        None => return Array::new(),
    }
    answer
}

/// The buffers of a list of bytes, to be given away without copying them.
pub fn buffers(list: &Array) -> Array {
    list.iter().map(|bytes| bytes.unchecked_into::<Uint8Array>().buffer()).collect()
}
