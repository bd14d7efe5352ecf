//! A part of a file that an engine of its own reads, so that several can read one file.
//!
//! From the moment on that a report keeps no more statements, nothing that is said of one depends on those before it but
//! its number. A part begins where an object begins a line of a text of many documents (NDJSON), and ends before another
//! such line. Whether it really begins and ends between two documents is seen when it is taken over: what was read before
//! it must have come to rest at its beginning, and the part at its own end. If not, or if anything was odd beside its
//! statements, nothing of it is taken, and its bytes are read once more by who read those before them. So the places where
//! a file is divided change nothing that is said of it.

use crate::engine::book::said::Said;
use crate::engine::book::{Book, Room};
use crate::engine::divider::last_beginning;
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
    /// An engine for the part of a file that begins at `place`, with its rows of a table if they are wanted. Of the room only
    /// that for findings is used.
    pub fn amid(settings: Settings, room: Room, place: Place, rows: Option<Rows>) -> Engine {
        let reader = Reader::amid(asked(&settings), place);
        let reading = Reading { name: String::new(), bytes: 0, digest: Digesting::Elsewhere, reader };
        Engine {
            reading: Some(reading),
            book: Book::new(settings, Room { lines: None, ..room }),
            unjudged: rows.is_some_and(|rows| rows.alone),
            table: rows.and_then(Rows::table),
            beside: None,
        }
    }

    /// Of these rules, told by their codes, findings are only counted: who takes the part over keeps none of them, as told by
    /// [`Engine::used_up`].
    pub fn only_count(&mut self, codes: &[String]) {
        self.book.use_up(codes);
    }

    /// The codes of the rules of which no further finding about a statement of a part is kept.
    pub fn used_up(&self) -> Vec<&'static str> {
        self.book.used_up(false)
    }

    /// Whether all that is still to come could be read in parts.
    fn can_be_parted(&self) -> bool {
        self.may_be_parted() && (self.unjudged || self.book.is_loose())
    }

    /// Whether files could be read in parts once no more statements are kept: rows of other tables than the compact CSV say
    /// how many statements came before them.
    pub fn may_be_parted(&self) -> bool {
        self.table.as_ref().is_none_or(Table::can_be_parted)
    }

    /// The file's next bytes. If what follows may be read as a part, none behind the last place where one may begin; answers
    /// how many bytes stand before that place, and where it is.
    pub fn feed_to_rest(&mut self, bytes: &[u8]) -> Option<(usize, Place)> {
        let at = Some(bytes).filter(|_| self.can_be_parted()).and_then(|bytes| last_beginning(bytes, 0));
        let (head, tail) = bytes.split_at(at.unwrap_or(0));
        self.feed(head);
        let rest = at.zip(self.rests());
        if rest.is_none() {
            self.feed(tail);
        }
        rest
    }

    /// Where it has come to, if what follows may be read as a part: by an engine that is told to begin there.
    pub fn rests(&self) -> Option<Place> {
        self.reading.as_ref().filter(|_| self.can_be_parted())?.reader.rests()
    }

    /// The file's next bytes, which are read elsewhere.
    pub fn pass(&mut self, bytes: &[u8]) {
        self.count(bytes);
    }

    /// Bytes that were passed and have to be read here after all.
    pub fn read_passed(&mut self, bytes: &[u8]) {
        self.read(bytes, None);
    }

    /// The end of a part: what is said of it; nothing if it ends within a document or if anything was odd beside its
    /// statements.
    pub fn part(self, begins: Place) -> Option<Part> {
        let reader = self.reading.map(|reading| reading.reader).filter(Reader::is_sound)?;
        let guarded = self.table.as_ref().map_or(0, Table::guarded);
        let made = self.table.as_ref().map_or(Some(0), Table::made);
        Some(Part { begins, ends: reader.rests()?, said: self.book.said(), guarded, made })
    }

    /// Takes over what was read as the part that follows, if it is what would have been read here; says whether it is. Its
    /// rows of the table stand behind those that wait here.
    pub fn take_part(&mut self, part: Part) -> bool {
        if self.rests() != Some(part.begins) {
            return false;
        }
        if let Some(reading) = &mut self.reading {
            reading.reader.pass_to(part.ends);
        }
        if let Some(table) = &mut self.table {
            table.add_elsewhere(part.guarded, part.made);
        }
        self.book.take_said(part.said);
        true
    }
}
