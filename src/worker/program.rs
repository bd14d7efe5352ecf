//! The worker's program: fetched once, kept, and started as often as needed.

use js_sys::{Array, ArrayBuffer, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, RequestCache, RequestInit, Response, Url, Worker};

/// Waits for the module, starts it, and lets a failed promise be seen as an error of the worker.
const STARTER: &str = "
onmessage = (event) => { onmessage = null; wasm_bindgen({ module_or_path: event.data }); };
addEventListener('unhandledrejection', (event) => { setTimeout(() => { throw event.reason; }); });
";

/// A compiled worker.
pub struct Program {
    url: String,
    module: JsValue,
}

impl Program {
    /// Fetches glue and module from beside the page, wherever that is, and compiles.
    pub async fn fetch() -> Result<Program, JsValue> {
        let glue = fetch("worker.js").await?;
        let code = fetch("worker_bg.wasm").await?;
        let glue = JsFuture::from(glue.text()?).await?;
        let code: ArrayBuffer = JsFuture::from(code.array_buffer()?).await?.dyn_into()?;
        let module = JsFuture::from(WebAssembly::compile(&code)).await?;
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let parts = Array::of2(&glue, &JsValue::from_str(STARTER));
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Ok(Program { url: Url::create_object_url_with_blob(&blob)?, module })
    }

    /// Starts a worker. It says when it can be asked.
    pub fn start(&self) -> Result<Worker, JsValue> {
        let worker = Worker::new(&self.url)?;
        worker.post_message(&self.module)?;
        Ok(worker)
    }
}

/// Fetches a file that stands beside the page.
async fn fetch(name: &str) -> Result<Response, JsValue> {
    let missing = || JsValue::from_str("there is no window");
    let window = web_sys::window().ok_or_else(missing)?;
    let base = window.document().and_then(|document| document.base_uri().ok().flatten());
    let url = Url::new_with_base(name, &base.ok_or_else(missing)?)?.href();
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let response: Response =
        JsFuture::from(window.fetch_with_str_and_init(&url, &options)).await?.dyn_into()?;
    if response.ok() {
        Ok(response)
    } else {
        Err(JsValue::from_str(&format!("{name}: the server answered {}", response.status())))
    }
}
