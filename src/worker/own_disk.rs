//! The browser's own disk (the origin private file system), which holds a table until the person has it.
//!
//! Nothing of a file is to stay there: the page asks for what was handed over to be taken away a minute later, and
//! whatever is left, because the page was closed before, goes when the next worker starts.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the names of our files begin with; the time in milliseconds and something unique follow.
const PREFIX: &str = "table-";
/// From which age on a file that another page left is taken away, in milliseconds. What is being written is held by the
/// browser, and what was written is copied by then.
const LEFT: u64 = 600_000;

/// A new file: its name, its handle, and the access to it (`FileSystemSyncAccessHandle`).
pub struct OwnFile {
    name: String,
    handle: JsValue,
    access: JsValue,
}

impl OwnFile {
    /// Fails where the browser has no such disk.
    pub async fn create() -> Result<OwnFile, JsValue> {
        let folder = folder().await?;
        // Two tables of one page or of two are two files.
        let crypto = Reflect::get(&js_sys::global(), &"crypto".into())?;
        let unique = call(&crypto, "randomUUID", &[]).await?;
        let name = format!("{PREFIX}{}-{}", now(), unique.as_string().unwrap_or_default());
        let create = js_sys::Object::new();
        Reflect::set(&create, &"create".into(), &JsValue::TRUE)?;
        let handle = call(&folder, "getFileHandle", &[&name.as_str().into(), &create]).await?;
        let access = call(&handle, "createSyncAccessHandle", &[]).await?;
        Ok(OwnFile { name, handle, access })
    }

    /// Adds bytes and answers how many there was room for.
    #[expect(clippy::disallowed_types, reason = "a count of bytes from the browser, not money")]
    pub async fn put(&self, bytes: &JsValue) -> Result<Option<f64>, JsValue> {
        Ok(call(&self.access, "write", &[bytes]).await?.as_f64())
    }

    /// All bytes are in: the file.
    pub async fn close(self) -> Result<JsValue, JsValue> {
        call(&self.access, "flush", &[]).await?;
        call(&self.access, "close", &[]).await?;
        call(&self.handle, "getFile", &[]).await
    }

    /// Takes it away.
    pub async fn give_up(self) -> Result<(), JsValue> {
        call(&self.access, "close", &[]).await?;
        remove(&self.name).await
    }
}

/// Takes a file away that was handed over.
pub async fn discard(name: String) {
    if name.starts_with(PREFIX) {
        drop(remove(&name).await);
    }
}

/// Takes away what pages left there that were closed.
pub async fn sweep() {
    drop(try_sweep().await);
}

async fn try_sweep() -> Result<(), JsValue> {
    let folder = folder().await?;
    let names = call(&folder, "keys", &[]).await?;
    loop {
        let next = call(&names, "next", &[]).await?;
        let Some(name) = Reflect::get(&next, &"value".into())?.as_string() else { return Ok(()) };
        if made_at(&name).is_some_and(|time| now().saturating_sub(time) > LEFT) {
            drop(remove(&name).await);
        }
    }
}

/// Milliseconds since 1970. A whole number, as what writes and reads floats is large.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time of day, not money")]
fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// When a file of ours was made, by its name.
fn made_at(name: &str) -> Option<u64> {
    let (time, _) = name.strip_prefix(PREFIX)?.split_once('-')?;
    time.parse().ok()
}

async fn remove(name: &str) -> Result<(), JsValue> {
    call(&folder().await?, "removeEntry", &[&name.into()]).await.map(drop)
}

async fn folder() -> Result<JsValue, JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into())?;
    let storage = Reflect::get(&navigator, &"storage".into())?;
    call(&storage, "getDirectory", &[]).await
}

/// Calls a method of an object and waits for what it promises.
pub async fn call(object: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    let given: Array = arguments.iter().copied().collect();
    let answer = function.apply(object, &given)?;
    JsFuture::from(Promise::resolve(&answer)).await
}
