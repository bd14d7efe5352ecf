//! Answers what is asked about the text of the files.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;

use crate::model::place::Place;
use crate::view::desk::Desk;
use crate::view::source::choice::{statement_at, target};
use crate::view::source::cut::{self, Span};
use crate::view::source::draw::{self, Scene};
use crate::view::source::index::RowIndex;
use crate::view::source::innermost;
use crate::view::source::marks;
use crate::view::source::seek::Search;
use crate::view::source::sent::{SourceAsk, SourceFound, SourceRow, SourceRows, SourceTell};
use crate::worker::protocol::Tell;
use crate::worker::server::Server;
use crate::worker::text::Text;

/// The most rows that are sent at once.
const MOST_ROWS: u32 = 400;

/// A text of more bytes is shown in part until its rows are counted.
const AT_ONCE: u64 = 4 << 20;

/// How much is read around a place in such a text: before it and behind it.
const AROUND: [u64; 2] = [8 << 10, 64 << 10];

/// How far behind the beginning of a line's object its end is looked for, and how far before a place the line that holds
/// it.
const NEAR: u64 = 256 << 10;

/// How long to wait, in milliseconds, before telling again how far something is.
#[expect(clippy::disallowed_types, reason = "milliseconds, not money")]
pub const PAUSE: f64 = 50.0;

/// The text that is looked at, and what was asked about it.
#[derive(Default)]
pub struct Source {
    pub(super) text: RefCell<Option<Rc<Text>>>,
    /// How often rows were asked for: only the last time is answered.
    turn: Cell<u32>,
    wish: Cell<Wish>,
    /// What the chosen line takes up.
    chosen: Cell<Option<(u64, u64)>>,
    pub(super) search: RefCell<Search>,
    pub(super) found: RefCell<SourceFound>,
    /// How often something was looked for: only the last search goes on.
    pub(super) searches: Cell<u32>,
    /// From where on to look for something once the rows are counted.
    pub(super) waiting: Cell<Option<u64>>,
}

/// Which rows are wanted.
#[derive(Clone, Copy, Default)]
struct Wish {
    from: u32,
    count: u32,
    /// The place to go to.
    focus: Option<Place>,
}

impl Source {
    /// Lets go of the text.
    pub fn close(&self) {
        *self.text.borrow_mut() = None;
        self.turn.set(self.turn.get().wrapping_add(1));
        self.wish.set(Wish::default());
        self.chosen.set(None);
        self.forget_search();
    }

    /// Drops what was looked for.
    pub(super) fn forget_search(&self) {
        self.searches.set(self.searches.get().wrapping_add(1));
        self.waiting.set(None);
        self.search.take();
        self.found.take();
    }

    /// Wants other rows.
    fn want(&self, wish: Wish) {
        self.turn.set(self.turn.get().wrapping_add(1));
        self.wish.set(Wish { count: wish.count.min(MOST_ROWS), ..wish });
    }

    /// Wants the rows around a place, as many as before unless it is said how many.
    pub(super) fn go_to(&self, offset: u64, count: Option<u32>) {
        let wish = self.wish.get();
        let focus = Some(Place { offset, ..Place::default() });
        self.want(Wish { focus, count: count.unwrap_or(wish.count), ..wish });
    }
}

impl Server {
    /// Answers something about the text.
    pub(super) fn source(self: Rc<Server>, about: u32, ask: SourceAsk) {
        wasm_bindgen_futures::spawn_local(async move {
            let done = match ask {
                SourceAsk::Rows { from, count } => {
                    // What is being gone to is still gone to.
                    self.source.want(Wish { from, count, ..self.source.wish.get() });
                    self.tell_rows(about).await
                }
                SourceAsk::Chosen { finding, line, stay, count } => {
                    self.go_to_chosen(about, finding, line, stay, count).await
                }
                SourceAsk::At { offset, to } => self.tell_line(about, offset, to).await,
                SourceAsk::Find { text, from } => self.find(about, &text, from).await,
                SourceAsk::Hit { at, count } => self.go_to_hit(about, at, count).await,
            };
            if let Err(error) = done {
                self.source_failed(about, &error);
            }
        });
    }

    pub(super) fn tell_source(&self, about: u32, tell: SourceTell) {
        self.tell(about, &Tell::Source(Box::new(tell)));
    }

    /// Whatever of the text could not be read, all of it has changed.
    fn source_failed(&self, about: u32, error: &JsValue) {
        *self.source.text.borrow_mut() = None;
        self.tell_source(about, SourceTell::Failed(crate::worker::reason::reason(error)));
    }

    async fn go_to_chosen(
        self: &Rc<Server>,
        about: u32,
        finding: Option<u32>,
        line: Option<u32>,
        stay: Option<u32>,
        count: u32,
    ) -> Result<(), JsValue> {
        let target = self.desk.borrow().as_ref().map(|desk| target(desk, finding, line));
        let Some((file, place, object)) = target else {
            return Err(JsValue::from_str("it is let go of"));
        };
        let known = self.source.text.borrow().clone().filter(|text| text.file == file);
        let same = known.is_some();
        let text = match known {
            Some(text) => text,
            None => self.open_text(about, file)?,
        };
        self.source.want(match stay.filter(|_| same) {
            Some(from) => Wish { from, count, focus: None },
            None => Wish { from: 0, count, focus: Some(place) },
        });
        self.source.chosen.set(None);
        if let Some(start) = object.filter(|_| text.is_at_hand()) {
            let bytes = text.between(start, start.saturating_add(NEAR)).await?;
            let length = innermost::length(&bytes).unwrap_or(1);
            self.source.chosen.set(Some((start, start.saturating_add(length as u64))));
        }
        if !text.is_counted() && text.is_at_hand() && text.size() > AT_ONCE {
            return self.peek(about, &text, place).await;
        }
        self.tell_rows(about).await
    }

    /// Makes a file's text the one that is looked at, and counts its rows.
    fn open_text(self: &Rc<Server>, about: u32, file: u32) -> Result<Rc<Text>, JsValue> {
        let missing = || JsValue::from_str("it is let go of");
        let handle = self.files.borrow().get(file as usize).cloned().ok_or_else(missing)?;
        let text = {
            let desk = self.desk.borrow();
            let report = desk.as_ref().map(Desk::report).ok_or_else(missing)?;
            let facts = report.files.get(file as usize).unwrap_or(&report.file);
            Rc::new(Text::new(file, handle, facts))
        };
        *self.source.text.borrow_mut() = Some(Rc::clone(&text));
        self.source.forget_search();
        let (server, counted) = (Rc::clone(self), Rc::clone(&text));
        wasm_bindgen_futures::spawn_local(async move { server.count_rows(about, counted).await });
        Ok(text)
    }

    async fn count_rows(self: Rc<Server>, about: u32, text: Rc<Text>) {
        let wanted = || self.source.text.borrow().as_ref().is_some_and(|current| Rc::ptr_eq(current, &text));
        let told = Cell::new(js_sys::Date::now());
        let go_on = |read| {
            let now = js_sys::Date::now();
            if now - told.get() >= PAUSE && wanted() {
                told.set(now);
                self.tell_source(about, SourceTell::Counting(read, text.size()));
            }
            wanted()
        };
        let counted = text.count(&go_on).await;
        if !wanted() {
            return;
        }
        let done = match counted {
            Ok(true) => self.tell_rows(about).await,
            Ok(false) => return,
            Err(error) => Err(error),
        };
        let done = match (done, self.source.waiting.take()) {
            (Ok(()), Some(from)) => self.seek(about, from).await,
            (done, _) => done,
        };
        if let Err(error) = done {
            self.source_failed(about, &error);
        }
    }

    /// Tells the rows that are wanted, if they are counted; once they are, they are told.
    pub(super) async fn tell_rows(&self, about: u32) -> Result<(), JsValue> {
        let Some(text) = self.source.text.borrow().clone().filter(|text| text.is_counted()) else {
            return Ok(());
        };
        let (turn, wish) = (self.source.turn.get(), self.source.wish.get());
        let focus = match wish.focus {
            Some(place) => Some(row_of(&text, place.offset).await?),
            None => None,
        };
        let total = text.index(RowIndex::rows);
        let from = match focus {
            Some(row) if row < wish.from || row >= wish.from.saturating_add(wish.count) => {
                row.saturating_sub(wish.count / 2)
            }
            _ => wish.from,
        };
        let from = from.min(total.saturating_sub(wish.count));
        let stretch = text.index(|index| index.of_rows(from, wish.count));
        let bytes = text.between(stretch.start.offset, stretch.to).await?;
        if turn != self.source.turn.get() {
            return Ok(());
        }
        // What is told now is not gone to again when it is told anew.
        self.source.wish.set(Wish { from, focus: None, ..wish });
        let spans = cut::rows(&bytes, stretch.start);
        let skip = (from - stretch.row) as usize;
        let spans: Vec<Span> = spans.into_iter().skip(skip).take(wish.count as usize).collect();
        let rows = self.colour(&text, &bytes, stretch.start.offset, &spans);
        let (widest, lines) = (text.index(RowIndex::widest), text.index(RowIndex::lines));
        let name = self.file_name(text.file);
        self.tell_source(
            about,
            SourceTell::Rows(SourceRows { name, total, counted: true, from, rows, focus, widest, lines }),
        );
        Ok(())
    }

    /// Tells the rows around a place of a text whose rows are not counted.
    async fn peek(&self, about: u32, text: &Text, place: Place) -> Result<(), JsValue> {
        let turn = self.source.turn.get();
        let [before, behind] = AROUND;
        // The line is shown from its beginning, unless that is far away.
        let column = u64::from(place.column.max(1)) - 1;
        let line_start = place.offset - if column > behind { 0 } else { column.min(place.offset) };
        let from = line_start.saturating_sub(before);
        let bytes = text.between(from, place.offset.saturating_add(behind)).await?;
        if turn != self.source.turn.get() || text.is_counted() {
            return Ok(());
        }
        let start = cut::beginning(&bytes, from, line_start, place.line);
        let skip = usize::try_from(start.offset - from).unwrap_or(0);
        let mut spans = cut::rows(bytes.get(skip..).unwrap_or_default(), start);
        if (bytes.len() as u64) >= behind && spans.len() > 1 {
            // The last one may go on.
            spans.pop();
        }
        spans.truncate(MOST_ROWS as usize);
        let focus = spans.partition_point(|span| span.start.offset <= place.offset).saturating_sub(1);
        let rows = self.colour(text, &bytes, from, &spans);
        let total = u32::try_from(rows.len()).unwrap_or(0);
        let lines = rows.last().map_or(1, |row| row.line);
        let name = self.file_name(text.file);
        self.tell_source(
            about,
            SourceTell::Rows(SourceRows {
                name,
                total,
                counted: false,
                from: 0,
                rows,
                focus: u32::try_from(focus).ok(),
                widest: cut::STRETCH,
                lines,
            }),
        );
        Ok(())
    }

    fn colour(&self, text: &Text, bytes: &[u8], offset: u64, spans: &[Span]) -> Vec<SourceRow> {
        let within = offset..offset.saturating_add(bytes.len() as u64).saturating_add(1);
        let desk = self.desk.borrow();
        let notes = desk.as_ref().map(|desk| marks::notes(desk, text.file, &within)).unwrap_or_default();
        let search = self.source.search.borrow();
        let current = self.source.found.borrow().at.and_then(|at| search.hits().get(at as usize).copied());
        let (hits, hit_length, chosen) = (search.hits(), search.length(), self.source.chosen.get());
        draw::rows(&Scene { text: bytes, offset, notes: &notes, hits, hit_length, current, chosen }, spans)
    }

    /// The name of a file, if there are several.
    fn file_name(&self, file: u32) -> String {
        let desk = self.desk.borrow();
        let facts = desk.as_ref().and_then(|desk| desk.report().files.get(file as usize));
        facts.map(|facts| facts.name.clone()).unwrap_or_default()
    }

    /// Tells which line stands at an offset.
    async fn tell_line(&self, about: u32, offset: u64, to: u64) -> Result<(), JsValue> {
        let Some(text) = self.source.text.borrow().clone() else { return Ok(()) };
        let statement = self.desk.borrow().as_ref().and_then(|desk| statement_at(desk, text.file, offset));
        let begun =
            self.desk.borrow().as_ref().filter(|desk| statement == Some(desk.statement())).and_then(|desk| {
                let own = &desk.examined()?.statement;
                let first = innermost::beginning(own, offset, to);
                let line = first.or_else(|| innermost::begun(own, offset))?;
                Some((line, own.lines.place(line).offset))
            });
        let line = match begun {
            // What is too far behind the beginning of a line is taken for a part of it.
            Some((line, start)) if start >= offset || offset - start > NEAR => Some(line),
            Some((line, start)) => {
                let bytes = text.between(start, offset).await?;
                let desk = self.desk.borrow();
                let open = desk.as_ref().and_then(Desk::examined);
                open.and_then(|open| innermost::innermost(&open.statement, line, &bytes))
            }
            None => None,
        };
        let line = line.map(|line| line.0);
        self.tell_source(about, SourceTell::At { statement, line, offset });
        Ok(())
    }
}

/// The row that holds an offset.
async fn row_of(text: &Text, offset: u64) -> Result<u32, JsValue> {
    let stretch = text.index(|index| index.of_offset(offset));
    let bytes = text.between(stretch.start.offset, stretch.to).await?;
    let spans = cut::rows(&bytes, stretch.start);
    let at = spans.partition_point(|span| span.start.offset <= offset).saturating_sub(1);
    let row = stretch.row.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
    Ok(row.min(text.index(RowIndex::rows).saturating_sub(1)))
}
