//! Where a statement came from, so that its bytes alone can be read again.

use std::sync::Arc;

use crate::model::currency::StatedCurrency;
use crate::model::dialect::Dialect;
use crate::model::header::Header;
use crate::model::mapping::Mapping;
use crate::model::place::Place;

/// How a document is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The shape.
    pub dialect: Dialect,
    /// The keys of its lines, unless they are the canonical ones; only for trees.
    pub mapping: Option<Arc<Mapping>>,
    /// What the shape was recognised by: keys, as written.
    pub evidence: Vec<String>,
}

/// What an envelope says of the statements in it.
#[derive(Clone, Debug, Default)]
pub struct Envelope {
    /// What it states beside them; a statement takes of it what it does not state itself.
    pub header: Header,
    /// The currencies it names.
    pub currencies: Vec<StatedCurrency>,
    /// The JSON pointer of the envelope.
    pub pointer: String,
}

/// The envelopes around a statement, the innermost first; those of one list share them.
pub type Envelopes = Option<Arc<Vec<Envelope>>>;

/// Where a statement came from.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Where the value begins that holds it: the statement's own object, or a whole report of several statements.
    pub start: Place,
    /// The offset behind that value, in the text of the file (UTF-8, without a byte-order mark, unpacked).
    pub end: u64,
    /// Which of the statements of that value it is, from 0.
    pub nth: u32,
    /// How that value is read.
    pub plan: Option<Arc<Plan>>,
    /// The envelopes around it, the innermost first; none for most.
    pub envelopes: Envelopes,
    /// The JSON pointer of that value.
    pub pointer: Box<str>,
}

impl Source {
    /// It stands so many lines further on in the file than was known. Its envelopes are moved if nobody shares them.
    pub fn move_down(&mut self, lines: u32) {
        self.start.move_down(lines);
        for envelope in self.envelopes.as_mut().and_then(Arc::get_mut).into_iter().flatten() {
            let Header { dates, totals, .. } = &mut envelope.header;
            let places = dates.iter_mut().map(|date| &mut date.place);
            for place in places.chain(totals.iter_mut().map(|total| &mut total.place)) {
                place.move_down(lines);
            }
        }
    }
}
