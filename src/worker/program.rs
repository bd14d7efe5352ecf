//! The programs that run in workers: fetched by boot.js, compiled once, and started as often as need be.
//!
//! They are programs of their own because what draws a page is made to be small, and what reads files to be fast.

use js_sys::{Array, Promise, Reflect, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, Url, Worker, WorkerOptions, WorkerType};

/// What boot.js calls the programs that it fetches for workers: an object with a promise of each.
const PROGRAMS: &str = "tieout";

/// What reads files: the engine.
pub const WORKER: &str = "worker";
/// What writes them in the formats of warehouses and spreadsheets: the engine again, with all writers.
pub const WRITERS: &str = "writers";

/// A compiled program and a script that starts it.
pub struct Program {
    url: String,
    module: JsValue,
}

/// Waits until a program was fetched, or cannot be. Nothing can be fetched once the page is locked.
pub async fn settled(name: &str) {
    drop(fetched(name).await);
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(Url::revoke_object_url(&self.url));
    }
}

impl Program {
    /// The program of this name, compiled. Fails with the reason why it could not be loaded.
    pub async fn of(name: &str) -> Result<Program, JsValue> {
        let program = fetched(name).await?;
        let glue = get(&program, "glue")?;
        let module = JsFuture::from(WebAssembly::compile(&get(&program, "wasm")?)).await?;
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

/// Starts the program that runs here once more, in a worker of this worker's own that is called by this name. Fails where a
/// worker may start no others.
pub fn start_again(name: &str) -> Result<Worker, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(name);
    let url = get(&get(&js_sys::global(), "location")?, "href")?.as_string().unwrap_or_default();
    let worker = Worker::new_with_options(&url, &options)?;
    worker.post_message(&wasm_bindgen::module())?;
    Ok(worker)
}

async fn fetched(name: &str) -> Result<JsValue, JsValue> {
    let promise = get(&get(&js_sys::global(), PROGRAMS)?, name)?;
    JsFuture::from(Promise::resolve(&promise)).await
}

fn get(of: &JsValue, key: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &JsValue::from_str(key))
}

/// Where the program runs, if that is a worker.
pub fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}
