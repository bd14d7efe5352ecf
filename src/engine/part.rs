//! A part of a file that an engine of its own reads, so that several can read one file.
//!
//! From the moment on that a report keeps no more statements, nothing that is said of one depends on those before it but
//! its number and its lines. A part begins where an object begins a line of a text of many documents (NDJSON), and ends
//! before another such line ([`crate::engine::stretch`]). Whether it really begins and ends between two documents, and no
//! statement of it is to be kept, is seen when it is taken over: what was read before it must have come to rest at its
//! beginning, and the part at its own end. If not, or if anything was odd beside its statements, nothing of it is taken, and
//! its bytes are read once more by who read those before them. So neither the places where a file is divided nor how early a
//! part is read change anything that is said of it.

use crate::engine::book::said::Said;
use crate::engine::book::{Book, Room};
use crate::engine::stretch::last_beginning;
use crate::engine::table::Table;
use crate::engine::wire::Wire;
use crate::engine::wire_entry::place;
use crate::engine::{Digesting, Engine, Reading, asked};
use crate::export::format::Format;
use crate::input::reader::Reader;
use crate::model::place::Place;
use crate::model::settings::Settings;

/// The rows that are made of a part.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    /// The format of their table.
    pub format: Format,
    /// Whether cells are guarded against spreadsheets.
    pub guard: bool,
    /// Whether nothing else is wanted. If a report is wanted as well, rows of very many bytes are given up.
    pub alone: bool,
}

impl Rows {
    fn table(self) -> Option<Table> {
        let table = Table::amid(self.format, self.guard)?;
        Some(if self.alone { table } else { table.of_at_most(MOST_OF_PART) })
    }
}

/// The most bytes of rows that are made of a part beside its report.
const MOST_OF_PART: u64 = 64 << 20;

/// What the engine of a part says of it, without the bytes of its table.
#[derive(Debug, Default)]
pub struct Part {
    begins: Place,
    ends: Place,
    said: Said,
    guarded: u64,
    /// How many bytes its table has; nothing if that was given up.
    made: Option<u64>,
}

impl Part {
    /// Where in the text it begins, and where it ends.
    pub fn extent(&self) -> (u64, u64) {
        (self.begins.offset, self.ends.offset)
    }

    /// As bytes, to be sent from worker to worker.
    pub fn pack(self) -> Vec<u8> {
        Wire::write(self, Part::describe)
    }

    /// Of such bytes.
    pub fn unpack(bytes: Vec<u8>) -> Option<Part> {
        Wire::read(bytes, Part::default(), Part::describe)
    }

    fn describe(wire: &mut Wire, part: &mut Part) {
        let Part { begins, ends, said, guarded, made } = part;
        place(wire, begins);
        place(wire, ends);
        Said::describe(wire, said);
        wire.number(guarded);
        wire.perhaps(made, || 0, Wire::number);
    }
}

impl Engine {
    /// An engine for a part, with its rows of a table if they are wanted.
    pub(super) fn amid(settings: Settings, room: Room, rows: Option<Rows>) -> Engine {
        let reader = Reader::amid(asked(&settings));
        let reading = Reading { name: String::new(), bytes: 0, digest: Digesting::Elsewhere, reader };
        Engine {
            reading: Some(reading),
            book: Book::new(settings, Room { lines: None, ..room }),
            unjudged: rows.is_some_and(|rows| rows.alone),
            table: rows.and_then(Rows::table),
            beside: None,
        }
    }

    pub(super) fn only_count(&mut self, codes: &[String]) {
        self.book.use_up(codes);
    }

    /// What stands before `place` is read elsewhere.
    pub(super) fn pass_to(&mut self, place: Place) {
        if let Some(reading) = &mut self.reading {
            reading.reader.pass_to(place);
        }
    }

    /// What is said of what was read since `begins`, as [`crate::engine::stretch::Stretch::part`] has it.
    pub(super) fn part(self, begins: Place) -> Option<Part> {
        let reader = self.reading.map(|reading| reading.reader).filter(Reader::is_sound)?;
        let guarded = self.table.as_ref().map_or(0, Table::guarded);
        let made = self.table.as_ref().map_or(Some(0), Table::made);
        Some(Part { begins, ends: reader.rests()?, said: self.book.said(), guarded, made })
    }

    /// The codes of the rules of which no further finding about a statement of a part is kept.
    pub fn used_up(&self) -> Vec<&'static str> {
        self.book.used_up(false)
    }

    /// Whether files could be read in parts once no more statements are kept: rows of other tables than the compact CSV say
    /// how many statements came before them.
    pub fn may_be_parted(&self) -> bool {
        self.table.as_ref().is_none_or(Table::can_be_parted)
    }

    /// The file's next bytes. Answers from which offset of the text on parts will be taken over, as far as can be said: if the
    /// file is one of many documents, where the room for statements is used up if all are like those so far.
    pub fn feed_to_parts(&mut self, bytes: &[u8]) -> Option<u64> {
        let at = last_beginning(bytes).filter(|_| self.may_be_parted());
        let (head, tail) = bytes.split_at(at.unwrap_or(0));
        self.feed(head);
        let rests = at.and_then(|_| self.rests());
        let until = rests.and_then(|place| self.room_until(place.offset));
        self.feed(tail);
        until
    }

    /// Where the room for statements is used up, of a file of which so many bytes were read.
    fn room_until(&self, read: u64) -> Option<u64> {
        if self.unjudged { Some(read) } else { self.book.room_until(read) }
    }

    /// Where it has come to, if an object that begins the next line is a document of its own.
    fn rests(&self) -> Option<Place> {
        self.reading.as_ref()?.reader.rests()
    }

    /// How many bytes of the file were read, here or elsewhere.
    pub fn bytes_read(&self) -> u64 {
        self.reading.as_ref().map_or(0, |reading| reading.bytes)
    }

    /// At which byte of the file its text begins, if that is UTF-8.
    pub fn text_from(&self) -> Option<u64> {
        self.reading.as_ref()?.reader.text_from()
    }

    /// Takes over what was read as the part that follows, if it is what would have been read here; says whether it is. Its
    /// rows of the table stand behind those that wait here. The digest must be left to somebody else.
    pub fn take_part(&mut self, mut part: Part) -> bool {
        let rests = self.rests().filter(|_| self.may_be_parted() && (self.unjudged || self.book.is_loose()));
        let Some(rests) = rests.filter(|place| place.offset == part.begins.offset) else { return false };
        let Some(reading) = &mut self.reading else { return false };
        if matches!(reading.digest, Digesting::Here(_)) {
            return false;
        }
        let lines = rests.line.saturating_sub(part.begins.line);
        part.ends.move_down(lines);
        part.said.move_down(lines);
        reading.reader.pass_to(part.ends);
        reading.bytes += part.ends.offset.saturating_sub(part.begins.offset);
        if let Some(table) = &mut self.table {
            table.add_elsewhere(part.guarded, part.made);
        }
        self.book.take_said(part.said);
        true
    }
}
