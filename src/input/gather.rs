//! Finds the objects of one document that are statements: the whole of it, or elements of a list.

use std::sync::Arc;

use crate::input::decide::decide;
use crate::input::infer::lines::is_items;
use crate::input::scanner::event::Event;
use crate::input::scanner::flat::Flat;
use crate::input::signs;
use crate::input::tree::shape::shape;
use crate::input::tree::{Outcome, Step, TreeReader};
use crate::model::currency;
use crate::model::header::LONGEST_INHERITED;
use crate::model::lines::room::Size;
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::place::{Extent, Place};
use crate::model::source::{Envelope, Envelopes, Plan, Source};
use crate::model::statement::{Statement, push_segment};
use crate::model::syntax::Shape;
use crate::model::unknown_field::UnknownField;

mod known;

/// How many values that are no statement are told, so that a list of a million numbers stays readable.
const MOST_STRANGERS: usize = 100;

/// How many bytes of statements wait for the end of the envelope around them. What an envelope says behind more than
/// that is said too late for the statements that were let go.
const MOST_WAITING: u64 = 8 << 20;

/// A statement as read, with what was odd about it and where it came from.
#[derive(Debug)]
pub struct Found {
    /// The statement.
    pub statement: Statement,
    /// What was odd. Their number of the statement is not set.
    pub oddities: Vec<Oddity>,
    /// Where it came from.
    pub source: Source,
}

/// Takes a document's events and finds its statements.
#[derive(Default)]
pub struct Gather {
    plan: Option<Arc<Plan>>,
    /// How many keys of the plan's path lead to the document's root.
    depth: usize,
    levels: Vec<Level>,
    /// The statements that are complete, in the order in which they ended.
    found: Vec<Found>,
    /// What was odd beside them.
    oddities: Vec<Oddity>,
    strangers: usize,
    /// How many bytes of the text the statements found take.
    waiting: u64,
    /// How much the last statement had.
    size: Size,
}

/// A point to which the reading can be taken back.
#[derive(Clone, Copy, Default)]
struct Mark {
    found: usize,
    oddities: usize,
}

/// What is open around the current event.
enum Level {
    /// A list whose elements may be statements.
    List { pointer: String, next: u32, place: Place, depth: usize },
    /// An object that may be a statement, what was there before it, and whether anything in it was handed over.
    Object { reader: Box<TreeReader>, before: Mark, used: bool },
    /// Anything else.
    Skip,
}

impl Gather {
    /// For a document that is read by this plan; the canonical keys without one.
    pub fn new(plan: Option<Arc<Plan>>) -> Gather {
        Gather { plan, ..Gather::default() }
    }

    /// For one statement alone, to which all keys of the plan's path led.
    pub fn within(plan: Option<Arc<Plan>>) -> Gather {
        let mapping = plan.as_ref().and_then(|plan| plan.mapping.as_ref());
        let depth = mapping.map_or(0, |mapping| mapping.path.len());
        Gather { plan, depth, ..Gather::default() }
    }

    /// How much the last statement had, for the next document.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The statements will probably have as much.
    #[must_use]
    pub fn expecting(self, size: Size) -> Gather {
        Gather { size, ..self }
    }

    /// The next event of the document.
    pub fn event(&mut self, event: Event<'_>, extent: Extent, root: &str) {
        match self.levels.last_mut() {
            Some(Level::Object { reader, .. }) => match reader.event(event, extent) {
                Step::More => {}
                Step::Enter => {
                    let mut pointer = reader.pointer().to_owned();
                    push_segment(&mut pointer, reader.last_key());
                    let depth = reader.depth();
                    if event == Event::BeginArray {
                        self.levels.push(Level::List { pointer, next: 0, place: extent.start, depth });
                    } else {
                        self.element(event, extent, pointer, depth);
                    }
                }
                Step::Done => self.end_object(extent.end),
            },
            Some(Level::List { pointer, next, place, depth }) => {
                if event == Event::EndArray {
                    let (pointer, place, empty) = (pointer.clone(), *place, *next == 0);
                    self.levels.pop();
                    if empty {
                        self.stranger(Shape::Array, Vec::new(), true, pointer, place);
                    }
                    return;
                }
                let mut pointer = pointer.clone();
                push_segment(&mut pointer, &next.to_string());
                *next += 1;
                let depth = *depth;
                self.element(event, extent, pointer, depth);
            }
            Some(Level::Skip) => self.skip(event),
            None if event == Event::BeginArray => {
                let pointer = root.to_owned();
                self.levels.push(Level::List { pointer, next: 0, place: extent.start, depth: 0 });
            }
            None => self.element(event, extent, root.to_owned(), self.depth),
        }
    }

    /// Whether the next value may be a line of a statement that is read in one step.
    pub fn takes_flat(&self) -> bool {
        matches!(self.levels.last(), Some(Level::Object { reader, .. }) if reader.takes_flat())
    }

    /// Takes a line; of a group all that stands before its items. Answers whether it did.
    pub fn flat(&mut self, object: &Flat<'_>) -> bool {
        match self.levels.last_mut() {
            Some(Level::Object { reader, .. }) => reader.flat(object),
            _ => false,
        }
    }

    /// Whether an element of the document's own list is open, or the document is none; false between elements.
    pub fn in_element(&self) -> bool {
        !matches!(self.levels.as_slice(), [Level::List { .. }])
    }

    /// Whether what was found so far could be read by no better plan: figures were read, and no field of a line was
    /// passed over where ids are missing, nor one that may hold further lines.
    pub fn convinces(&self) -> bool {
        let open = self.levels.iter().filter_map(|level| match level {
            Level::Object { reader, .. } => Some(reader.statement()),
            Level::List { .. } | Level::Skip => None,
        });
        let mut figures = false;
        for statement in self.found.iter().map(|found| &found.statement).chain(open) {
            let lines = &statement.lines;
            figures |= lines.has_figures();
            let mut passed_over = statement.unknown_fields.iter().filter(|field| field.line.is_some());
            let missed = |field: &UnknownField| !lines.has_ids() || is_items(&field.key);
            if !statement.sections.is_empty() && passed_over.any(missed) {
                return false;
            }
        }
        figures && !self.found.iter().flat_map(|found| &found.oddities).any(is_malformed)
    }

    /// Forgets what was found since the last element began, but for faults.
    pub fn take_back(&mut self, found: usize, oddities: usize) {
        self.found.truncate(found);
        self.oddities.truncate(oddities);
    }

    /// How many statements and oddities there are.
    pub fn counts(&self) -> (usize, usize) {
        (self.found.len(), self.oddities.len())
    }

    /// Whether so much waits that it is not to wait any longer.
    pub fn is_full(&self) -> bool {
        self.waiting >= MOST_WAITING
    }

    /// Hands over the statements that need not wait any longer: all of them once the document has ended, else those that
    /// no envelope can add to any more.
    pub fn release(&mut self, ended: bool) -> Vec<Found> {
        let enclosed = self.levels.iter().any(|level| matches!(level, Level::Object { .. }));
        if self.found.is_empty() || (!ended && enclosed && !self.is_full()) {
            return Vec::new();
        }
        let from = |levels: &[Level]| levels.iter().rposition(|level| matches!(level, Level::Object { .. }));
        let mut end = self.levels.len();
        while let Some(at) = self.levels.get(..end).and_then(from).filter(|_| !ended) {
            end = at;
            if let Some(Level::Object { reader, before, used }) = self.levels.get_mut(at) {
                let envelope = envelope_of(reader.statement());
                let inner = self.found.get_mut(before.found..).unwrap_or_default();
                enclose(inner, &envelope);
                *used |= self.found.len() > before.found;
                before.found = 0;
            }
        }
        self.waiting = 0;
        std::mem::take(&mut self.found)
    }

    /// Hands over what was odd beside the statements.
    pub fn release_oddities(&mut self) -> Vec<Oddity> {
        for level in &mut self.levels {
            if let Level::Object { before, used, .. } = level {
                *used |= self.oddities.len() > before.oddities;
                before.oddities = 0;
            }
        }
        std::mem::take(&mut self.oddities)
    }

    fn mark(&self) -> Mark {
        Mark { found: self.found.len(), oddities: self.oddities.len() }
    }

    /// A value where a statement may stand.
    fn element(&mut self, event: Event<'_>, extent: Extent, pointer: String, depth: usize) {
        match event {
            Event::BeginObject => {
                let mapping = self.plan.as_ref().and_then(|plan| plan.mapping.clone());
                let reader = Box::new(TreeReader::new(mapping, depth, pointer, extent.start, self.size));
                let before = self.mark();
                self.levels.push(Level::Object { reader, before, used: false });
            }
            Event::Unreadable | Event::EndDocument => {}
            _ => {
                self.stranger(shape(event), Vec::new(), false, pointer, extent.start);
                self.skip(event);
            }
        }
    }

    fn skip(&mut self, event: Event<'_>) {
        match event {
            Event::BeginObject | Event::BeginArray => self.levels.push(Level::Skip),
            Event::EndObject | Event::EndArray => {
                self.levels.pop();
            }
            _ => {}
        }
    }

    fn end_object(&mut self, end: u64) {
        let Some(Level::Object { reader, before, used }) = self.levels.pop() else { return };
        let Outcome { mut statement, oddities, first_keys, is_statement, too_large } = reader.finish();
        let is_envelope = used || self.found.len() > before.found || self.oddities.len() > before.oddities;
        let inner = self.found.get_mut(before.found..).unwrap_or_default();
        if !inner.is_empty() {
            enclose(inner, &envelope_of(&statement));
        }
        if too_large {
            self.oddities.push(Oddity {
                kind: OddityKind::TooManyLines,
                place: statement.place,
                statement: None,
                line: None,
                pointer: Some(statement.pointer),
            });
        } else if is_statement {
            self.size = statement.lines.size();
            finish(&mut statement);
            if let Some(plan) = &self.plan {
                statement.dialect = plan.dialect;
                statement.evidence.clone_from(&plan.evidence);
            }
            let source = Source {
                start: statement.place,
                end,
                nth: 0,
                plan: self.plan.clone(),
                envelopes: None,
                pointer: statement.pointer.as_str().into(),
            };
            self.waiting += end - statement.place.offset;
            self.found.push(Found { statement, oddities, source });
        } else {
            self.oddities.extend(oddities);
            if !is_envelope {
                self.stranger(Shape::Object, first_keys, false, statement.pointer, statement.place);
            }
        }
    }

    fn stranger(&mut self, found: Shape, keys: Vec<String>, empty_list: bool, pointer: String, place: Place) {
        self.strangers += 1;
        if self.strangers <= MOST_STRANGERS {
            let kind = OddityKind::NoStatement { found, keys, empty_list };
            self.oddities.push(Oddity { kind, place, statement: None, line: None, pointer: Some(pointer) });
        }
    }
}

/// What is done with every statement once it is complete.
pub fn finish(statement: &mut Statement) {
    decide(statement);
    signs::recognise(statement);
}

/// What an object says of the statements in it.
fn envelope_of(statement: &Statement) -> Envelope {
    let stated = statement.currencies.iter();
    let short = stated.filter(|stated| stated.line.is_none() && stated.text.len() <= LONGEST_INHERITED);
    Envelope {
        header: statement.header.clone(),
        currencies: short.cloned().collect(),
        pointer: statement.pointer.clone(),
    }
}

/// Gives statements what the envelope around them says.
fn enclose(inner: &mut [Found], envelope: &Envelope) {
    // Statements of one list have the same envelopes, which are kept once.
    let mut last: Option<(Envelopes, Arc<Vec<Envelope>>)> = None;
    for found in inner {
        inherit(&mut found.statement, envelope);
        let own = found.source.envelopes.take();
        let same = |a: &Envelopes, b: &Envelopes| match (a, b) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        let known =
            last.as_ref().filter(|(before, _)| same(before, &own)).map(|(_, after)| Arc::clone(after));
        let after = known.unwrap_or_else(|| {
            let mut all = own.as_deref().cloned().unwrap_or_default();
            all.push(envelope.clone());
            Arc::new(all)
        });
        last = Some((own, Arc::clone(&after)));
        found.source.envelopes = Some(after);
    }
}

/// Gives a statement what an envelope around it says and it does not say itself.
pub fn inherit(statement: &mut Statement, envelope: &Envelope) {
    if statement.header.currency.is_none() {
        for stated in &envelope.currencies {
            currency::state(&mut statement.currencies, &stated.text, None);
        }
    }
    statement.header.inherit(&envelope.header, &envelope.pointer);
}

fn is_malformed(oddity: &Oddity) -> bool {
    matches!(oddity.kind, OddityKind::SectionMalformed { .. } | OddityKind::ItemsMalformed { .. })
}
