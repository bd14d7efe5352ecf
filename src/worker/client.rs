//! The page's end: starts the worker under the lock, asks, listens, ends it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::worker::lock;
use crate::worker::program::Program;
use crate::worker::protocol::{self, Ask, Tell};
use crate::worker::reason::reason;

/// What the page hears.
pub enum Heard {
    /// The page is locked; from here on nothing can connect.
    Locked,
    /// The worker said something about the file of this number.
    Told(u32, Tell, JsValue),
    /// The worker stopped by itself; a new one is starting.
    Stopped,
    /// There is no worker and there will be none; this is why.
    Broken(String),
}

type Listener = Rc<dyn Fn(Heard)>;

/// A worker that can be asked, ended and started again.
#[derive(Clone)]
pub struct Client {
    inner: Rc<Inner>,
}

struct Inner {
    listener: Listener,
    program: RefCell<Option<Program>>,
    running: RefCell<Option<Running>>,
    waiting: RefCell<Vec<JsValue>>,
    greeting: RefCell<Option<JsValue>>,
    about: Cell<u32>,
}

struct Running {
    worker: Worker,
    ready: bool,
    /// Kept because the browser calls them for as long as the worker runs.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Client {
    /// Locks the page, then starts the worker. What is asked meanwhile waits.
    pub fn new(listener: impl Fn(Heard) + 'static) -> Client {
        let client = Client {
            inner: Rc::new(Inner {
                listener: Rc::new(listener),
                program: RefCell::new(None),
                running: RefCell::new(None),
                waiting: RefCell::new(Vec::new()),
                greeting: RefCell::new(None),
                about: Cell::new(0),
            }),
        };
        let starting = client.clone();
        // The listener may want the client, which its owner has only once this function has ended.
        wasm_bindgen_futures::spawn_local(async move {
            // Nothing can be fetched once the lock is closed.
            let program = Program::fetched("worker").await;
            match program.and_then(|program| lock::close().map(|()| program)) {
                Ok(program) => {
                    *starting.inner.program.borrow_mut() = Some(program);
                    starting.hear(Heard::Locked);
                    starting.start();
                }
                Err(error) => starting.hear(Heard::Broken(reason(&error))),
            }
        });
        client
    }

    /// Begins a new file and answers its number; what was asked about earlier ones is dropped.
    pub fn begin(&self) -> u32 {
        let about = self.inner.about.get().wrapping_add(1);
        self.inner.about.set(about);
        self.inner.waiting.borrow_mut().clear();
        about
    }

    /// The number of the file begun last.
    pub fn about(&self) -> u32 {
        self.inner.about.get()
    }

    /// What every worker is told first; a new one knows nothing of what an earlier one was told.
    pub fn greet_with(&self, ask: &Ask) {
        *self.inner.greeting.borrow_mut() = Some(protocol::pack(0, ask, &JsValue::UNDEFINED));
    }

    /// Asks about the file begun last, now or as soon as the worker is ready.
    pub fn ask(&self, ask: &Ask, payload: &JsValue) {
        let message = protocol::pack(self.inner.about.get(), ask, payload);
        match self.inner.running.borrow().as_ref().filter(|running| running.ready) {
            // A message that cannot be posted would be a fault of ours; the worker then simply does not answer.
            Some(running) => drop(running.worker.post_message(&message)),
            None => self.inner.waiting.borrow_mut().push(message),
        }
    }

    /// Ends the worker, whatever it does, with all its memory, and starts a new one.
    pub fn restart(&self) {
        if self.inner.program.borrow().is_some() {
            self.start();
        }
    }

    fn start(&self) {
        *self.inner.running.borrow_mut() = None;
        let started = self.inner.program.borrow().as_ref().map(Program::start);
        match started {
            Some(Ok(worker)) => self.listen(worker),
            Some(Err(error)) => self.hear(Heard::Broken(reason(&error))),
            None => {}
        }
    }

    fn listen(&self, worker: Worker) {
        let client = self.clone();
        let on_message = Closure::new(move |event: MessageEvent| {
            if let Some(message) = protocol::unpack::<Tell>(event.data()) {
                client.told(message.about, message.body, message.payload);
            }
        });
        let client = self.clone();
        let on_error = Closure::new(move |event: ErrorEvent| {
            event.prevent_default();
            client.stopped();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        *self.inner.running.borrow_mut() =
            Some(Running { worker, ready: false, _on_message: on_message, _on_error: on_error });
    }

    fn told(&self, about: u32, tell: Tell, payload: JsValue) {
        if matches!(tell, Tell::Ready) {
            if let Some(running) = self.inner.running.borrow_mut().as_mut() {
                running.ready = true;
                if let Some(greeting) = self.inner.greeting.borrow().as_ref() {
                    drop(running.worker.post_message(greeting));
                }
                for message in self.inner.waiting.borrow_mut().drain(..) {
                    drop(running.worker.post_message(&message));
                }
            }
        } else if about == self.inner.about.get() || matches!(tell, Tell::Settings { .. }) {
            self.hear(Heard::Told(about, tell, payload));
        }
    }

    /// A worker that fails before it is ready would only fail again.
    fn stopped(&self) {
        let was_ready = self.inner.running.borrow().as_ref().is_some_and(|running| running.ready);
        if !was_ready {
            self.hear(Heard::Broken("the worker did not start".to_owned()));
            return;
        }
        // The closure that runs now must not be dropped by the restart it causes.
        let client = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            client.restart();
            client.hear(Heard::Stopped);
        });
    }

    fn hear(&self, heard: Heard) {
        (self.inner.listener)(heard);
    }
}
