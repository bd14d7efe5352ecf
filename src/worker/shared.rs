//! A file that helpers read: says who reads which stretch of it, and takes in what comes of them, in their order.

use std::collections::VecDeque;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::engine::part::Part;
use crate::worker::helper::Order;
use crate::worker::helpers::Helpers;
use crate::worker::pieces::{Pieces, part, whole};
use crate::worker::reading::Run;

/// From which size on a file is shared, in bytes; smaller ones are read before helpers are of use.
pub const LEAST: u64 = 32 << 20;

/// The least bytes of a stretch, and the most: a browser takes twice as long for many short ones as for a few long ones, but
/// nobody is to be without one while another has two, and its rows are not to take too much memory.
const LEAST_STRETCH: u64 = 1 << 20;
const MOST_STRETCH: u64 = 16 << 20;

/// Into how many stretches what is left is divided: at the end none is to keep others waiting.
const SHARES: u64 = 4;

/// How far ahead of what was taken in helpers read, in bytes: what they say waits in memory.
const AHEAD: u64 = 64 << 20;

/// How many parts in a row may be of no use before the rest of a file is read without helpers.
const MOST_REFUSED: usize = 8;

/// A file that is shared from some place on.
struct Shared<'a> {
    helpers: &'a Helpers,
    file: &'a File,
    /// At which byte of the file its text begins.
    text_from: u64,
    /// From where on nobody reads yet, and where the file ends.
    next: u64,
    size: u64,
    given: VecDeque<Given>,
    refused: usize,
}

/// A stretch that a helper was given: the answer, and where it ends in the file.
struct Given {
    answer: Promise,
    to: u64,
}

/// Reads all of `file` that was not read yet, most of it by helpers that listen: what stands behind the offset `from` of its
/// text, while what stands before it is read here.
pub async fn read(run: &mut Run<'_>, helpers: &Helpers, file: &File, from: u64) -> Result<(), JsValue> {
    let size = whole(file.size());
    let text_from = run.engine.text_from().unwrap_or_default();
    let next = (from + text_from).max(run.engine.bytes_read()).min(size);
    let mut shared = Shared { helpers, file, text_from, next, size, given: VecDeque::new(), refused: 0 };
    shared.read_to(run, shared.next).await?;
    while shared.refused < MOST_REFUSED {
        shared.give(run);
        let Some(given) = shared.given.pop_front() else { break };
        shared.take(run, given).await?;
        run.tell().await?;
    }
    shared.read_to(run, size).await
}

impl Shared<'_> {
    /// Gives out stretches while somebody has room for one, unless they are of no use.
    fn give(&mut self, run: &Run<'_>) {
        if self.refused >= MOST_REFUSED {
            return;
        }
        while self.next < self.size.min(run.engine.bytes_read() + AHEAD) && self.helpers.have_room() {
            let from = self.next;
            let most = (AHEAD / self.helpers.most_orders()).clamp(LEAST_STRETCH, MOST_STRETCH);
            self.next = self.size.min(from + ((self.size - from) / SHARES).clamp(LEAST_STRETCH, most));
            let only_count = run.engine.used_up().into_iter().map(str::to_owned).collect();
            let order = Order::Read { from, to: self.next, text_from: self.text_from, only_count };
            let answer = self.helpers.give(self.file, &order);
            self.given.push_back(Given { answer, to: self.next });
        }
    }

    /// Reads up to this offset of the file here, while helpers read.
    async fn read_to(&mut self, run: &mut Run<'_>, to: u64) -> Result<(), JsValue> {
        let at = run.engine.bytes_read();
        if at >= to {
            return Ok(());
        }
        let mut pieces = Pieces::unpacked(&part(self.file, at, to)?)?;
        while let Some(bytes) = pieces.next().await? {
            self.give(run);
            run.feed(&bytes, false);
            run.drain().await?;
            pieces.give_back(&bytes);
            run.tell().await?;
        }
        Ok(())
    }

    /// Takes in what comes of a stretch; what nobody could read of it is read here.
    async fn take(&mut self, run: &mut Run<'_>, Given { answer, to }: Given) -> Result<(), JsValue> {
        let answer: Array = JsFuture::from(answer).await?.unchecked_into();
        let said = answer.shift().dyn_into().ok();
        let part = said.and_then(|said: Uint8Array| Part::unpack(said.to_vec()));
        let extent = part.as_ref().map(Part::extent);
        // Where a document is longer than a stretch, those before have read all of this one.
        let mut refused = part.is_none() && run.engine.bytes_read() < to;
        let (before, behind) =
            extent.map_or((to, to), |(begins, ends)| (self.text_from + begins, self.text_from + ends));
        self.read_to(run, before).await?;
        if let Some(part) = part {
            if run.engine.take_part(part) {
                self.refused = 0;
                return run.put(answer).await;
            }
            refused = true;
        }
        self.refused += usize::from(refused);
        self.read_to(run, behind).await
    }
}
