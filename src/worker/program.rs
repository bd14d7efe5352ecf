//! The programs that run in workers: fetched and compiled once, by boot.js, and started as often as need be.
//!
//! They are programs of their own because what draws a page is made to be small, and what reads files to be fast.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, Url, Worker, WorkerOptions, WorkerType};

/// What boot.js calls the programs that it fetches for workers: an object with a promise of each.
const PROGRAMS: &str = "tieout";

/// A compiled program and a script that starts it.
pub struct Program {
    url: String,
    module: JsValue,
}

impl Program {
    /// The program of this name, once it is there. Fails with the reason why it could not be loaded.
    pub async fn fetched(name: &str) -> Result<Program, JsValue> {
        let get = |of: &JsValue, key: &str| Reflect::get(of, &JsValue::from_str(key));
        let promise = get(&get(&js_sys::global(), PROGRAMS)?, name)?;
        let program = JsFuture::from(js_sys::Promise::resolve(&promise)).await?;
        let (glue, module) = (get(&program, "glue")?, get(&program, "module")?);
        let glue = glue.as_string().unwrap_or_default();
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
        Ok(Program { url: Url::create_object_url_with_blob(&blob)?, module })
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
