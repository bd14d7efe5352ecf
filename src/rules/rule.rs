//! What a rule is: a value with its words, its examples and its test.

use crate::model::check::Check;
use crate::model::finding::{Figures, Finding, LineSaid, Severity};
use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::model::oddity::Oddity;
use crate::model::place::Place;
use crate::model::settings::Settings;
use crate::model::statement::Statement;
use crate::model::waiver::Fingerprint;
use crate::rules::amounts::Amounts;
use crate::rules::tree::Tree;

/// A rule. Its texts are for people: plain words, no code beyond backticked names.
pub struct Rule {
    /// A letter and three digits; the letter groups rules by what they look at. Never changes.
    pub code: &'static str,
    /// Kebab case; reads well after "allow".
    pub name: &'static str,
    /// What its findings weigh, unless settings or the finding itself say otherwise.
    pub level: Level,
    /// When it fires.
    pub what: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// What to do about it.
    pub fix: &'static str,
    /// A file that fires this rule and no other.
    pub bad: &'static [u8],
    /// A like file that fires none.
    pub good: &'static [u8],
    /// The settings, as `tieout.json` has them, with which the examples are checked; empty for the usual ones.
    pub settings: &'static str,
    /// How it is tested.
    pub test: Test,
}

/// What a rule looks at.
#[derive(Clone, Copy)]
pub enum Test {
    /// What was noticed while reading a statement, or beside all of them.
    Noticed(fn(&Noticed<'_>, &mut Drafts)),
    /// Each statement.
    Statement(fn(&Subject<'_>, &mut Drafts)),
    /// Each statement, of which nothing but the tree tells whether there is anything to say: where it has nothing to say of
    /// one statement, it has nothing to say of its kin.
    Tree(fn(&Subject<'_>, &mut Drafts)),
    /// Statements that are looked at together, with their numbers.
    Together(fn(&[(u32, &Statement)], &mut Drafts)),
}

/// What was noticed.
#[derive(Clone, Copy)]
pub struct Noticed<'a> {
    /// In file order.
    pub oddities: &'a [Oddity],
    /// Of which statement, with its number; none if it is of no statement.
    pub statement: Option<(u32, &'a Statement)>,
}

/// What one rule has to say, up to as much as a reader can use: a statement may have millions of lines.
#[derive(Clone, Debug)]
pub struct Drafts {
    /// The first ones.
    pub list: Vec<Draft>,
    /// How many more there are that weigh as much as the rule does.
    pub more: u64,
    /// How many may be listed.
    room: usize,
}

/// The most drafts of one rule about one statement that are kept.
pub const MOST_DRAFTS: usize = 10_000;

impl Drafts {
    /// None so far, and room for so many as a reader can use; or for none, where they are only to be counted.
    pub fn new(only_counted: bool) -> Drafts {
        Drafts { list: Vec::new(), more: 0, room: if only_counted { 0 } else { MOST_DRAFTS } }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty() && self.more == 0
    }

    /// Adds one, which is not made if there is no room for it.
    pub fn add(&mut self, draft: impl FnOnce() -> Draft) {
        if self.list.len() < self.room {
            self.list.push(draft());
        } else {
            self.more += 1;
        }
    }

    /// Adds one that may weigh less than the rule does.
    pub fn push(&mut self, draft: Draft) {
        if self.list.len() < MOST_DRAFTS {
            self.list.push(draft);
        } else {
            self.more += 1;
        }
    }

    /// Adds several.
    pub fn extend(&mut self, drafts: impl IntoIterator<Item = Draft>) {
        for draft in drafts {
            self.push(draft);
        }
    }
}

/// A statement with the comparisons already made.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its checks: the totals in file order, then the equation, then the totals stated beside the tree.
    pub checks: &'a [Check],
    /// What its lines have for amounts.
    pub amounts: &'a Amounts,
    /// What its tree tells.
    pub tree: &'a Tree,
    /// The decimals its amounts are taken to be rounded to.
    pub decimals: u32,
    /// The settings it is checked with.
    pub settings: &'a Settings,
}

/// A finding as a rule writes it; the rule's code and name are added by [`Draft::finish`].
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: String,
    /// Where the message says the number of another line of the file, if it does.
    pub line_said: Option<LineSaid>,
    /// Where in the file, if not where the line begins.
    pub place: Option<Place>,
    /// The statement, if a rule over the file is about one.
    pub statement: Option<u32>,
    /// The line, if it is about one.
    pub line: Option<LineId>,
    /// The pointer, if not the line's or the statement's.
    pub pointer: Option<String>,
    /// The amounts, if it is about some.
    pub figures: Option<Figures>,
    /// The severity, if it is less than the rule's own.
    pub severity: Option<Severity>,
    /// What it stands or falls with beside its line and its figures, such as the text of a date: a waiver of the
    /// finding holds as long as this stays.
    pub basis: String,
    /// Whether it is about the whole statement, and its line only the first place where it shows: a waiver then holds
    /// wherever that is.
    pub widespread: bool,
}

impl Draft {
    /// A draft about the statement or file as a whole.
    pub fn new(message: String) -> Draft {
        Draft { message, ..Draft::default() }
    }

    /// A draft about a line.
    pub fn at(line: LineId, message: String) -> Draft {
        Draft { message, line: Some(line), ..Draft::default() }
    }

    /// A draft about something odd.
    pub fn about(oddity: &Oddity, message: String) -> Draft {
        let pointer = oddity.pointer.clone();
        let place = Some(oddity.place);
        Draft { message, place, statement: oddity.statement, line: oddity.line, pointer, ..Draft::default() }
    }

    /// The same draft, whose message goes on with the number of another line of the file and with what comes `behind` it.
    #[must_use]
    pub fn saying_line(mut self, place: Place, behind: &str) -> Draft {
        let (at, line) = (u32::try_from(self.message.len()).unwrap_or(u32::MAX), place.line);
        self.message += &line.to_string();
        self.message += behind;
        self.line_said = Some(LineSaid { at, line });
        self
    }

    /// The same draft with what it stands or falls with.
    #[must_use]
    pub fn on(self, basis: impl Into<String>) -> Draft {
        self.based(basis.into())
    }

    fn based(mut self, basis: String) -> Draft {
        self.basis = basis;
        self
    }

    /// The same draft about the statement with this number.
    #[must_use]
    pub fn of(mut self, statement: u32) -> Draft {
        self.statement = Some(statement);
        self
    }

    /// The same draft about a field, whose value begins at `place`.
    #[must_use]
    pub fn field(mut self, place: Place, pointer: String) -> Draft {
        (self.place, self.pointer) = (Some(place), Some(pointer));
        self
    }

    /// The same draft with the amounts it is about.
    #[must_use]
    pub fn with(mut self, figures: Figures) -> Draft {
        self.figures = Some(figures);
        self
    }

    /// The same draft of another severity, if it is less than the rule's own.
    #[must_use]
    pub fn weighing(mut self, severity: Severity) -> Draft {
        self.severity = Some(severity);
        self
    }

    /// The same draft about the whole statement, with `line` only the first place where it shows.
    #[must_use]
    pub fn widespread(mut self, line: Option<LineId>) -> Draft {
        (self.line, self.widespread) = (line, true);
        self
    }

    /// What it weighs, if its rule weighs `severity`.
    pub fn weight(&self, severity: Severity) -> Severity {
        self.severity.map_or(severity, |own| own.max(severity))
    }

    /// The finding that `rule` makes of this draft, which is about `statement`, if about any. It weighs `severity`,
    /// or less if the draft says so.
    pub fn finish(self, rule: &Rule, severity: Severity, statement: Option<&Statement>) -> Finding {
        let own =
            statement.map(|statement| self.line.map_or(statement.place, |line| statement.lines.place(line)));
        let place = self.place.or(own);
        Finding {
            rule: rule.code,
            name: rule.name,
            severity: self.weight(severity),
            message: self.message,
            line_said: self.line_said,
            file: 0,
            statement: self.statement,
            line: self.line,
            place,
            pointer: self.pointer,
            figures: self.figures,
            causes: Vec::new(),
            path: Vec::new(),
            fingerprint: Fingerprint::default(),
            waiver: None,
        }
    }
}
