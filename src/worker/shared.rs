//! A file that helpers read: cuts it into parts, hands them out, and takes in what comes of them, in their order.

use std::collections::VecDeque;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::engine::Engine;
use crate::engine::divider::Divider;
use crate::engine::part::Part;
use crate::model::place::Place;
use crate::worker::helpers::Helpers;
use crate::worker::pieces;
use crate::worker::reading::Wanted;

/// From which size on a file is shared, in bytes; smaller ones are read before helpers are of use.
pub const LEAST: u64 = 32 << 20;

/// How many parts in a row may be of no use before the rest of a file is read without helpers.
const MOST_REFUSED: usize = 8;

/// A file that is shared from some place on.
pub struct Shared<'a> {
    helpers: &'a Helpers,
    file: &'a File,
    divider: Divider,
    /// The part that grows: where it begins in the text and in the file, and its bytes so far.
    begins: Place,
    from: u64,
    pieces: Array,
    /// The offset in the file behind them.
    to: u64,
    given: VecDeque<Given>,
    refused: usize,
}

/// A part that a helper was given: the answer, and where it stands in the file.
struct Given {
    answer: Promise,
    from: u64,
    to: u64,
}

impl<'a> Shared<'a> {
    /// Reads the bytes that stand in `file` from the offset `before` on, of which `window` is a copy, or as many as have to
    /// be read before the others can be shared with helpers that listen.
    pub fn begin(
        (helpers, file): (&'a Helpers, &'a File),
        before: u64,
        bytes: &Uint8Array,
        window: &[u8],
        engine: &mut Engine,
    ) -> Option<Shared<'a>> {
        let (at, begins) = engine.feed_to_rest(window)?;
        let tail = window.get(at..).unwrap_or_default();
        if helpers.room() == 0 {
            engine.feed(tail);
            return None;
        }
        engine.pass(tail);
        let mut divider = Divider::at(begins);
        divider.feed(tail);
        let (at, length) = (u32::try_from(at).unwrap_or(u32::MAX), bytes.length());
        let pieces = Array::of1(&bytes.slice(at, length));
        let (from, to) = (before + u64::from(at), before + u64::from(length));
        Some(Shared { helpers, file, divider, begins, from, pieces, to, given: VecDeque::new(), refused: 0 })
    }

    /// Up to which offset of the file everything is read.
    pub fn read(&self) -> u64 {
        self.given.front().map_or(self.from, |given| given.from)
    }

    /// The file's next bytes, of which `window` is a copy. Answers whether it is worth while to go on; if not, all of them
    /// are read.
    pub async fn add(
        &mut self,
        bytes: &Uint8Array,
        window: &[u8],
        engine: &mut Engine,
        table: &mut Option<Wanted<'_>>,
    ) -> Result<bool, JsValue> {
        engine.pass(window);
        let cut = self.divider.feed(window);
        let (start, length) = (self.to, bytes.length());
        self.to += u64::from(length);
        let Some((at, place)) = cut else {
            self.pieces.push(bytes);
            return Ok(true);
        };
        let tail = window.get(at..).unwrap_or_default();
        let at = u32::try_from(at).unwrap_or(length);
        self.pieces.push(&bytes.slice(0, at));
        self.give(start + u64::from(at), engine);
        if self.refused >= MOST_REFUSED {
            self.settle(0, engine, table).await?;
            engine.read_passed(tail);
            return Ok(false);
        }
        self.begins = place;
        self.pieces.push(&bytes.slice(at, length));
        self.settle(self.helpers.room(), engine, table).await?;
        Ok(true)
    }

    /// The end of the file.
    pub async fn finish(
        &mut self,
        engine: &mut Engine,
        table: &mut Option<Wanted<'_>>,
    ) -> Result<(), JsValue> {
        self.give(self.to, engine);
        self.settle(0, engine, table).await
    }

    /// Hands out the part that ends at this offset of the file.
    fn give(&mut self, to: u64, engine: &Engine) {
        let pieces = std::mem::take(&mut self.pieces);
        let from = std::mem::replace(&mut self.from, to);
        let only_count = engine.used_up().into_iter().map(str::to_owned).collect();
        let answer = self.helpers.give(self.begins, only_count, &pieces);
        self.given.push_back(Given { answer, from, to });
    }

    /// Takes in the parts that were given out first, until no more than `most` are left.
    async fn settle(
        &mut self,
        most: usize,
        engine: &mut Engine,
        table: &mut Option<Wanted<'_>>,
    ) -> Result<(), JsValue> {
        while self.given.len() > most {
            let Some(Given { answer, from, to }) = self.given.pop_front() else { break };
            let answer: Array = JsFuture::from(answer).await?.unchecked_into();
            let part =
                answer.shift().dyn_into().ok().and_then(|said: Uint8Array| Part::unpack(said.to_vec()));
            if part.is_some_and(|part| engine.take_part(part)) {
                self.refused = 0;
                if let Some(wanted) = table.as_mut().filter(|_| engine.has_table()) {
                    wanted.sink.put(&engine.take_table()).await?;
                    for rows in answer {
                        wanted.sink.put_all(&rows.unchecked_into()).await?;
                    }
                }
            } else {
                self.refused += 1;
                for piece in pieces::slices(from, to) {
                    engine.read_passed(&pieces::between(self.file, piece.start, piece.end).await?);
                }
            }
        }
        Ok(())
    }
}
