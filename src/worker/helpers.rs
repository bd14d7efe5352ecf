//! The helpers of a worker: as many as the machine has cores, within reason. They start when they are first asked for, and
//! are ended when they are let go.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

use crate::engine::part::Rows;
use crate::model::place::Place;
use crate::model::settings::Settings;
use crate::worker::helper::{NAME, Order};
use crate::worker::program;
use crate::worker::protocol;

/// The most that are started: one worker cannot divide a file for more, and each takes memory.
const MOST: u32 = 4;

/// How many parts each may have at once, so that none waits for the next.
const AHEAD: usize = 2;

/// Helpers, once they are asked for.
pub struct Helpers {
    /// What each is told first.
    order: JsValue,
    started: OnceCell<Vec<Helper>>,
}

struct Helper {
    worker: Worker,
    state: Rc<State>,
    /// Kept because the browser calls them for as long as the worker runs.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

#[derive(Default)]
struct State {
    /// Whether it listens.
    ready: Cell<bool>,
    /// Who waits for its answers, in their order.
    waiting: RefCell<VecDeque<Function>>,
}

impl Helpers {
    /// Helpers that read by these settings, and make rows of the compact CSV if some are wanted.
    pub fn new(settings: &Settings, rows: Option<Rows>) -> Helpers {
        let order = protocol::pack(0, &Order::begin(settings, rows), &JsValue::UNDEFINED);
        Helpers { order, started: OnceCell::new() }
    }

    /// Starts all of them, if they have not been.
    pub fn start(&self) {
        self.all();
    }

    /// All of them; none where there is but one core, or where a worker may start no others.
    fn all(&self) -> &[Helper] {
        self.started.get_or_init(|| {
            let count = Some(cores()).filter(|cores| *cores > 1).map_or(0, |cores| cores.min(MOST));
            (0..count).map_while(|_| Helper::start(self.order.clone()).ok()).collect()
        })
    }

    /// How many parts may be on their way at once; none until a helper listens.
    pub fn room(&self) -> usize {
        self.ready().count() * AHEAD
    }

    /// Gives a part of a file, from one offset to another, that begins at this place of its text, to who has the least to do.
    /// The promise is that of the answer; of an empty one if there will be none.
    pub fn give(
        &self,
        file: &File,
        (from, to): (u64, u64),
        begins: Place,
        only_count: Vec<String>,
    ) -> Promise {
        let nothing = || Promise::resolve(&JsValue::from(Array::new()));
        let Some(helper) = self.ready().min_by_key(|helper| helper.state.waiting.borrow().len()) else {
            return nothing();
        };
        let Place { offset, line, .. } = begins;
        let order = Order::Read { from, to, offset, line, only_count };
        if helper.worker.post_message(&protocol::pack(0, &order, file)).is_err() {
            return nothing();
        }
        Promise::new(&mut |answer, _| helper.state.waiting.borrow_mut().push_back(answer))
    }

    fn ready(&self) -> impl Iterator<Item = &Helper> {
        self.all().iter().filter(|helper| helper.state.ready.get())
    }
}

impl Helper {
    fn start(order: JsValue) -> Result<Helper, JsValue> {
        let worker = program::start_again(NAME)?;
        let state = Rc::new(State::default());
        let (told, own) = (Rc::clone(&state), worker.clone());
        let on_message = Closure::new(move |event: MessageEvent| {
            if told.ready.replace(true) {
                told.answer(&event.data());
            } else {
                drop(own.post_message(&order));
            }
        });
        let lost = Rc::clone(&state);
        let on_error = Closure::new(move |event: ErrorEvent| {
            event.prevent_default();
            lost.ready.set(false);
            while lost.answer(&Array::new()) {}
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Helper { worker, state, _on_message: on_message, _on_error: on_error })
    }
}

impl State {
    /// Gives an answer to who waits longest, if anybody does.
    fn answer(&self, answer: &JsValue) -> bool {
        let waiting = self.waiting.borrow_mut().pop_front();
        waiting.is_some_and(|waiting| waiting.call1(&JsValue::UNDEFINED, answer).is_ok())
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// How many threads the machine can run at once, as far as the browser says.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
fn cores() -> u32 {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &JsValue::from_str(key)).unwrap_or_default();
    let cores = get(&get(&js_sys::global(), "navigator"), "hardwareConcurrency");
    cores.as_f64().map_or(1, |cores| cores as u32)
}
