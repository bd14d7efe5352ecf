//! A file that helpers read: divides it into parts, says who reads which, and takes in what comes of them, in their order.

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
use crate::worker::pieces::{Pieces, part};
use crate::worker::reading::{Wanted, take};

/// From which size on a file is shared, in bytes; smaller ones are read before helpers are of use.
pub const LEAST: u64 = 32 << 20;

/// How many parts in a row may be of no use before the rest of a file is read without helpers.
const MOST_REFUSED: usize = 8;

/// The fewest bytes of a part: it is to be worth its messages.
const PART: u64 = 2 << 20;

/// A file that is shared from some place on.
pub struct Shared<'a> {
    helpers: &'a Helpers,
    file: &'a File,
    divider: Divider,
    /// The part that grows: where it begins in the text and in the file.
    begins: Place,
    from: u64,
    /// The offset in the file up to which it was looked at.
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
    /// Reads the bytes that stand in `file` from the offset `before` on, or as many as have to be read before the others can
    /// be shared with helpers that listen.
    pub fn begin(
        (helpers, file): (&'a Helpers, &'a File),
        before: u64,
        bytes: &[u8],
        engine: &mut Engine,
    ) -> Option<Shared<'a>> {
        let (at, begins) = engine.feed_to_rest(bytes)?;
        let tail = bytes.get(at..).unwrap_or_default();
        if helpers.room() == 0 {
            engine.feed(tail);
            return None;
        }
        engine.pass(tail);
        let mut divider = Divider::at(begins);
        divider.feed(tail);
        let (from, to) = (before + at as u64, before + bytes.len() as u64);
        Some(Shared { helpers, file, divider, begins, from, to, given: VecDeque::new(), refused: 0 })
    }

    /// Up to which offset of the file everything is read.
    pub fn read(&self) -> u64 {
        self.given.front().map_or(self.from, |given| given.from)
    }

    /// The file's next bytes. Answers whether it is worth while to go on; if not, all of them are read.
    pub async fn add(
        &mut self,
        bytes: &[u8],
        engine: &mut Engine,
        table: &mut Option<Wanted<'_>>,
    ) -> Result<bool, JsValue> {
        engine.pass(bytes);
        let cut = self.divider.feed(bytes);
        let start = self.to;
        self.to += bytes.len() as u64;
        let cut = cut.map(|(at, place)| (at, start + at as u64, place));
        let Some((at, end, place)) = cut.filter(|(_, end, _)| end - self.from >= PART) else {
            return Ok(true);
        };
        self.give(end, engine);
        if self.refused >= MOST_REFUSED {
            self.settle(0, engine, table).await?;
            engine.read_passed(bytes.get(at..).unwrap_or_default());
            return Ok(false);
        }
        self.begins = place;
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
        let from = std::mem::replace(&mut self.from, to);
        let only_count = engine.used_up().into_iter().map(str::to_owned).collect();
        let answer = self.helpers.give(self.file, (from, to), self.begins, only_count);
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
            let said =
                answer.shift().dyn_into().ok().and_then(|said: Uint8Array| Part::unpack(said.to_vec()));
            if said.is_some_and(|said| engine.take_part(said)) {
                self.refused = 0;
                if let Some(wanted) = table.as_mut().filter(|_| engine.has_table()) {
                    wanted.sink.put(&engine.take_table()).await?;
                    for rows in answer {
                        wanted.sink.put_all(&rows.unchecked_into()).await?;
                    }
                }
            } else {
                self.refused += 1;
                let (mut pieces, mut window) = (Pieces::unpacked(&part(self.file, from, to)?)?, Vec::new());
                while let Some(bytes) = pieces.next().await? {
                    take(&bytes, &mut window);
                    pieces.give_back(&bytes);
                    engine.read_passed(&window);
                }
            }
        }
        Ok(())
    }
}
