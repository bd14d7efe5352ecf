//! The SHA-256 of files, made once their report is there: only what is taken away of it says them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::File;

use crate::engine::digest::FileDigest;
use crate::flatten::keys::hexadecimal;
use crate::model::report::Report;
use crate::view::desk::Desk;
use crate::worker::pause::{UNTIL_DRAWN, pause};
use crate::worker::pieces::{Pieces, whole};
use crate::worker::protocol::{Ask, Message, Tell, Wanted};
use crate::worker::reading::take;
use crate::worker::reason::reason;
use crate::worker::server::Server;
use crate::worker::turn::Turn;

/// The browser makes it of all bytes at once, so that a larger file is digested by the engine, piece by piece: in bytes.
const LARGEST: u64 = 128 << 20;

#[wasm_bindgen]
extern "C" {
    type SubtleCrypto;
    #[wasm_bindgen(method)]
    fn digest(this: &SubtleCrypto, algorithm: &str, bytes: &JsValue) -> Promise;
}

/// Digests that a report still lacks.
#[derive(Default)]
pub struct Digests {
    /// What is made for which files: a list of texts, or a text that says why it cannot be.
    coming: RefCell<Option<(Vec<usize>, Promise)>>,
    /// The files' numbers with their digests, for the report.
    made: RefCell<Vec<(usize, String)>>,
    /// Whether they still are of use to anybody.
    wanted: RefCell<Rc<Cell<bool>>>,
}

fn subtle() -> Option<SubtleCrypto> {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &JsValue::from_str(key)).ok();
    get(&get(&js_sys::global(), "crypto")?, "subtle")?.dyn_into().ok()
}

impl Digests {
    /// Forgets them.
    pub fn clear(&self) {
        self.coming.take();
        self.made.take();
        self.wanted.take().set(false);
    }

    /// Begins to make those that a report on these files lacks.
    pub fn begin(&self, report: &Report, files: &[File]) {
        self.clear();
        let lacking = report.undigested();
        if lacking.is_empty() {
            return;
        }
        let is_large = !report.is_whole();
        let of: Vec<File> = lacking.iter().filter_map(|at| files.get(*at).cloned()).collect();
        let wanted = Rc::new(Cell::new(true));
        self.wanted.replace(Rc::clone(&wanted));
        let making = future_to_promise(async move {
            if is_large {
                pause(UNTIL_DRAWN).await;
            }
            let all = Array::new();
            for file in of.into_iter().take_while(|_| wanted.get()) {
                match digest(&file, &wanted).await {
                    Ok(digest) => all.push(&digest.into()),
                    // Nobody may listen, so that it must not fail.
                    Err(error) => return Ok(reason(&error).into()),
                };
            }
            Ok(all.into())
        });
        *self.coming.borrow_mut() = Some((lacking, making));
    }

    /// Whether some are still coming.
    pub fn are_coming(&self) -> bool {
        self.coming.borrow().is_some()
    }

    /// Waits for them. Fails with the reason why one cannot be made.
    pub async fn wait(&self) -> Result<(), String> {
        let coming = self.coming.borrow().clone();
        let Some((files, coming)) = coming else { return Ok(()) };
        let made = JsFuture::from(coming.clone()).await.unwrap_or_default();
        // Another file may have been begun meanwhile, with digests of its own.
        if self.coming.borrow().as_ref().is_none_or(|(_, now)| JsValue::from(now) != JsValue::from(&coming)) {
            return Ok(());
        }
        let made = made.dyn_into::<Array>().map_err(|why| why.as_string().unwrap_or_default())?;
        let digests = made.iter().map(|digest| digest.as_string().unwrap_or_default());
        *self.made.borrow_mut() = files.into_iter().zip(digests).collect();
        self.coming.take();
        Ok(())
    }

    /// Gives the report those that were made.
    pub fn give(&self, desk: &mut Desk) {
        for (file, digest) in self.made.take() {
            desk.digested(file, digest);
        }
    }
}

/// Whether the answer says the digests of files.
pub fn says_one(ask: &Ask) -> bool {
    match ask {
        Ask::Export { format } => matches!(format, Wanted::ReportJson | Wanted::ReportHtml),
        _ => true,
    }
}

impl Server {
    /// Answers once the digests are made that the answer says.
    pub(super) fn wait_for_digests(self: Rc<Server>, message: Message<Ask>) {
        let about = message.about;
        wasm_bindgen_futures::spawn_local(async move {
            let made = self.digests.wait().await;
            match made {
                _ if self.is_past(about) => {}
                Ok(()) => self.answer(message),
                Err(reason) => self.tell(about, &Tell::NotExported { reason }),
            }
        });
    }

    pub(super) fn give_digests(&self) {
        if let Some(desk) = self.desk.borrow_mut().as_mut() {
            self.digests.give(desk);
        }
    }
}

/// A file's digest, in hexadecimal digits; unfinished once it is wanted no more.
async fn digest(file: &File, wanted: &Cell<bool>) -> Result<String, JsValue> {
    // A page that came by plain HTTP, say, has none of the browser's.
    if let Some(subtle) = subtle().filter(|_| whole(file.size()) <= LARGEST) {
        let bytes = JsFuture::from(file.array_buffer()).await?;
        let digest = JsFuture::from(subtle.digest("SHA-256", &bytes)).await?;
        return Ok(hexadecimal(&Uint8Array::new(&digest).to_vec()));
    }
    let (mut digest, mut window, turn) = (FileDigest::default(), Vec::new(), Turn::new()?);
    let mut pieces = Pieces::unpacked(file)?;
    while wanted.get()
        && let Some(bytes) = pieces.next().await?
    {
        take(&bytes, &mut window);
        pieces.give_back(&bytes);
        digest.feed(&window);
        turn.wait().await?;
    }
    Ok(digest.finish())
}
