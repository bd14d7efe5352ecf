//! The helpers of a worker: as many as the machine has cores, within reason. They are ended when they are let go.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, File, MessageEvent, Worker};

use crate::engine::part::Rows;
use crate::model::settings::Settings;
use crate::worker::helper::{NAME, Order};
use crate::worker::program;
use crate::worker::protocol;

/// The most that are started: each takes memory, and one worker takes in what all of them say.
const MOST: u32 = 4;

/// How many orders each may have at once, so that none waits for the next.
const ORDERS: usize = 2;

/// Helpers that were started.
pub struct Helpers(Vec<Helper>);

struct Helper {
    worker: Worker,
    state: Rc<State>,
    /// Kept because the browser calls them for as long as the worker runs.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

#[derive(Default)]
struct State {
    /// Whether it listens, and what it is told once it does.
    ready: Cell<bool>,
    first: RefCell<Option<JsValue>>,
    /// Who waits for its answers, in their order.
    waiting: RefCell<VecDeque<Function>>,
}

impl Helpers {
    /// Starts as many as are of use: none where there is but one core, or where a worker may start no others.
    pub fn start() -> Helpers {
        let count = Some(cores()).filter(|cores| *cores > 1).map_or(0, |cores| cores.min(MOST));
        Helpers((0..count).map_while(|_| Helper::start().ok()).collect())
    }

    /// Tells all how to read: by these settings, and with rows of the compact CSV if some are wanted.
    pub fn begin(&self, settings: &Settings, rows: Option<Rows>) {
        let order = protocol::pack(0, &Order::begin(settings, rows), &JsValue::UNDEFINED);
        for Helper { worker, state, .. } in &self.0 {
            if state.ready.get() {
                // One that cannot be told reads nothing, and says so when it is asked.
                drop(worker.post_message(&order));
            } else {
                state.first.replace(Some(order.clone()));
            }
        }
    }

    /// Whether one of them listens and has not much to do.
    pub fn have_room(&self) -> bool {
        self.ready().any(|helper| helper.to_do() < ORDERS)
    }

    /// How many orders all may have at once; one if there are no helpers.
    pub fn most_orders(&self) -> u64 {
        (self.0.len() * ORDERS).max(1) as u64
    }

    /// Gives an order about a file to who has the least to do. The promise is that of the answer; of an empty one if there
    /// will be none.
    pub fn give(&self, file: &File, order: &Order) -> Promise {
        let nothing = || Promise::resolve(&JsValue::from(Array::new()));
        let Some(helper) = self.ready().min_by_key(|helper| helper.to_do()) else {
            return nothing();
        };
        if helper.worker.post_message(&protocol::pack(0, order, file)).is_err() {
            return nothing();
        }
        Promise::new(&mut |answer, _| helper.state.waiting.borrow_mut().push_back(answer))
    }

    fn ready(&self) -> impl Iterator<Item = &Helper> {
        self.0.iter().filter(|helper| helper.state.ready.get())
    }
}

impl Helper {
    /// How many orders it has not answered.
    fn to_do(&self) -> usize {
        self.state.waiting.borrow().len()
    }

    fn start() -> Result<Helper, JsValue> {
        let worker = program::start_again(NAME)?;
        let state = Rc::new(State::default());
        let (told, own) = (Rc::clone(&state), worker.clone());
        let on_message = Closure::new(move |event: MessageEvent| {
            if told.ready.replace(true) {
                told.answer(&event.data());
            } else if let Some(first) = told.first.take() {
                drop(own.post_message(&first));
            }
        });
        let (lost, own) = (Rc::clone(&state), worker.clone());
        let on_error = Closure::new(move |event: ErrorEvent| {
            event.prevent_default();
            own.terminate();
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
