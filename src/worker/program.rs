//! The worker's program: the same as the page's, compiled once and started again in a worker.
//!
//! One program for both is less to load than two: whatever they share is there once, and is compiled once.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, Url, Worker, WorkerOptions, WorkerType};

/// Where boot.js tells the address of the glue that it started the page with.
const GLUE: &str = "data-glue";

/// The compiled program and a script that starts it.
pub struct Program {
    url: String,
    module: JsValue,
}

impl Program {
    /// The program that runs here. Nothing is fetched.
    pub fn own() -> Result<Program, JsValue> {
        let missing = || JsValue::from_str("the page does not know where it came from");
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        let glue = root.and_then(|root| root.get_attribute(GLUE)).ok_or_else(missing)?;
        // Waits for the module, starts it, and lets a failed promise be seen as an error of the worker.
        let starter = format!(
            "import start from {glue:?};
             onmessage = (event) => {{ onmessage = null; start({{ module_or_path: event.data }}); }};
             addEventListener('unhandledrejection', (event) => {{ setTimeout(() => {{ throw event.reason; }}); }});"
        );
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let parts = Array::of1(&JsValue::from_str(&starter));
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Ok(Program { url: Url::create_object_url_with_blob(&blob)?, module: wasm_bindgen::module() })
    }

    /// Starts a worker. It says when it can be asked.
    pub fn start(&self) -> Result<Worker, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&self.url, &options)?;
        worker.post_message(&self.module)?;
        Ok(worker)
    }
}

/// Where the program runs, if that is a worker.
pub fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}
