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
use crate::engine::part::Part;
use crate::export::format::Format;
use crate::model::date::Day;
use crate::model::place::Place;
use crate::model::settings::Settings;
use crate::settings::{read, write};
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
        /// Whether cells of the compact CSV are guarded, if that is all that is wanted.
        guard: Option<bool>,
    },
    /// Read a part; the payload is a list of its bytes. The answer is the part, if it can be taken over, with a list of its
    /// rows as the payload.
    Read {
        /// Where it begins.
        begins: Place,
        /// The codes of the rules whose findings are only counted.
        only_count: Vec<String>,
    },
}

impl Order {
    /// To read parts by these settings.
    pub fn begin(settings: &Settings, guard: Option<bool>) -> Order {
        let clock = settings.clock.map(|day| day.to_string());
        Order::Begin { settings: write::file(settings), clock, guard }
    }
}

/// Listens, then says that it does.
pub fn run(scope: &DedicatedWorkerGlobalScope) {
    let own = scope.clone();
    let (mut how, mut window) = (None, Vec::new());
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(Message { body, payload, .. }) = protocol::unpack::<Order>(event.data()) else { return };
        match (body, &how) {
            (Order::Begin { settings, clock, guard }, _) => {
                let clock = clock.and_then(|day| Day::parse(&day));
                how = read::read(&settings).ok().map(|settings| (Settings { clock, ..settings }, guard));
            }
            (Order::Read { begins, only_count }, Some((settings, guard))) => {
                let table = guard.map(|guard| (Format::CsvCompact, guard));
                let mut engine = Engine::amid(settings.clone(), Room::USUAL, begins, table);
                engine.only_count(&only_count);
                let (part, rows) = read_part(engine, begins, Array::from(&payload), &mut window);
                let answer = protocol::pack(0, &part, &rows);
                drop(own.post_message_with_transfer(&answer, &buffers(&rows)));
            }
            // Others then read all of it.
            (Order::Read { .. }, None) => {
                drop(own.post_message(&protocol::pack(0, &None::<Part>, &JsValue::UNDEFINED)));
            }
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The browser calls it for as long as the worker lives.
    on_message.forget();
    drop(scope.post_message(&protocol::pack(0, &(), &JsValue::UNDEFINED)));
}

fn read_part(
    mut engine: Engine,
    begins: Place,
    pieces: Array,
    window: &mut Vec<u8>,
) -> (Option<Part>, Array) {
    let rows = Array::new();
    for piece in pieces {
        take(&piece.unchecked_into(), window);
        engine.feed(window);
        if engine.waiting() > 0 {
            rows.push(&Uint8Array::from(engine.take_table().as_slice()));
        }
    }
    (engine.part(begins), rows)
}

/// The buffers of a list of bytes, to be given away without copying them.
pub fn buffers(list: &Array) -> Array {
    list.iter().map(|bytes| bytes.unchecked_into::<Uint8Array>().buffer()).collect()
}
