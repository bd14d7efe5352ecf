//! Finds something in the text that is looked at.

use wasm_bindgen::JsValue;

use crate::view::source::index::RowIndex;
use crate::view::source::seek::Search;
use crate::view::source::sent::{SourceFound, SourceTell};
use crate::worker::server::Server;
use crate::worker::source::PAUSE;

/// How many bytes are looked through at once.
const SLICE: u64 = 2 << 20;

impl Server {
    /// Looks for a text and goes to the first place from an offset on, or else to the first one of all.
    pub(super) async fn find(&self, about: u32, wanted: &str, from: u64) -> Result<(), JsValue> {
        let source = &self.source;
        source.forget_search();
        *source.search.borrow_mut() = Search::new(wanted);
        *source.found.borrow_mut() = SourceFound { text: wanted.to_owned(), ..SourceFound::default() };
        if wanted.is_empty() {
            self.tell_found(about, true);
            return self.tell_rows(about).await;
        }
        let counted = source.text.borrow().as_ref().is_some_and(|text| text.is_counted());
        if !counted {
            source.waiting.set(Some(from));
            return Ok(());
        }
        self.seek(about, from).await
    }

    /// Looks through the text from its beginning.
    pub(super) async fn seek(&self, about: u32, from: u64) -> Result<(), JsValue> {
        let Some(text) = self.source.text.borrow().clone() else { return Ok(()) };
        let turn = self.source.searches.get();
        let (mut at, length) = (0, text.index(RowIndex::length));
        let mut told = js_sys::Date::now();
        let mut more = true;
        while more && at < length {
            let to = length.min(at + SLICE);
            let bytes = text.between(at, to).await?;
            if turn != self.source.searches.get() {
                return Ok(());
            }
            at = to;
            more = self.source.search.borrow_mut().feed(&bytes);
            let now = js_sys::Date::now();
            if now - told >= PAUSE {
                told = now;
                self.go_to_first(about, from).await?;
                self.tell_found(about, false);
            }
        }
        self.go_to_first(about, from).await?;
        if turn == self.source.searches.get() && self.source.found.borrow().at.is_none() {
            self.go_to_first(about, 0).await?;
        }
        if turn == self.source.searches.get() {
            self.tell_found(about, true);
            // Places that were found since are marked too.
            self.tell_rows(about).await?;
        }
        Ok(())
    }

    /// Goes to a place that was found.
    pub(super) async fn go_to_hit(&self, about: u32, at: u32, count: u32) -> Result<(), JsValue> {
        let hit = self.source.search.borrow().hits().get(at as usize).copied();
        let Some(hit) = hit else { return Ok(()) };
        self.source.found.borrow_mut().at = Some(at);
        self.source.go_to(hit, Some(count));
        self.tell_rows(about).await
    }

    /// Goes to the first place from an offset on, unless a place was gone to.
    async fn go_to_first(&self, about: u32, from: u64) -> Result<(), JsValue> {
        let first = {
            let search = self.source.search.borrow();
            let at = search.hits().partition_point(|hit| *hit < from);
            search.hits().get(at).map(|hit| (at, *hit))
        };
        let (Some((at, hit)), None) = (first, self.source.found.borrow().at) else { return Ok(()) };
        self.source.found.borrow_mut().at = u32::try_from(at).ok();
        self.source.go_to(hit, None);
        self.tell_rows(about).await
    }

    fn tell_found(&self, about: u32, done: bool) {
        let found = {
            let search = self.source.search.borrow();
            let mut found = self.source.found.borrow_mut();
            found.count = u32::try_from(search.hits().len()).unwrap_or(u32::MAX);
            (found.done, found.full) = (done, search.is_full());
            found.clone()
        };
        self.tell_source(about, SourceTell::Found(found));
    }
}
