//! One statement with its findings and its keys, ready for every table.

use std::collections::BTreeMap;

use crate::flatten::identity::Identity;
use crate::flatten::keys::{ItemKeys, Key};
use crate::flatten::lines::{self, section_key};
use crate::flatten::shape::Shape;
use crate::model::amount::Amount;
use crate::model::finding::{Finding, Severity};
use crate::model::lines::LineId;
use crate::model::report::Examined;

/// Findings too many to be listed: their rule, what they weigh, and how many they are.
pub type More = (&'static str, Severity, u64);

/// A statement as the engine hands it over.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// Its number among all statements, from 0.
    pub number: u32,
    /// The name of its file.
    pub file: &'a str,
    /// The statement and its checks.
    pub examined: &'a Examined,
    /// The findings about it.
    pub findings: &'a [Finding],
    /// Findings about it that are not listed.
    pub more: &'a [More],
}

/// A statement with its keys.
#[derive(Clone, Debug)]
pub struct Entered<'a> {
    /// The statement.
    pub judged: Judged<'a>,
    /// The extent of all statements.
    pub shape: Shape,
    /// Who, when and in what it is, with the keys of that.
    pub identity: Identity,
    /// How many statements up to this one have its `statement_key`, this one among them.
    pub repetition: u32,
    /// The number of its first finding, from 1.
    pub first_finding: i64,
    /// The key of each line, in file order; see [`ItemKeys`].
    keys: Vec<Key>,
    /// What can be summed, in file order.
    pub postings: Vec<Posting>,
}

/// An account, or what is posted to a group itself beside its items.
#[derive(Clone, Copy, Debug)]
pub struct Posting {
    /// The line.
    pub line: LineId,
    /// The amount, if it can be read.
    pub amount: Option<Amount>,
    /// Whether it is posted to a group itself.
    pub is_own: bool,
    /// The key of its account.
    pub account_key: Key,
    /// The group it stands in.
    pub category: LineId,
}

impl<'a> Entered<'a> {
    /// Makes the keys; `repetition` counts statements of one key.
    pub fn new(judged: Judged<'a>, shape: Shape, repetition: impl FnOnce(Key) -> u32) -> Entered<'a> {
        let identity = Identity::of(&judged.examined.statement);
        let keys = line_keys(judged.examined);
        let postings = postings(judged.examined, &keys, identity.entity_key);
        let repetition = repetition(identity.statement_key);
        Entered { judged, shape, identity, repetition, first_finding: 1, keys, postings }
    }

    /// The statement's number, from 1.
    pub fn statement_id(&self) -> i64 {
        i64::from(self.judged.number) + 1
    }

    /// The key of a line.
    pub fn key(&self, line: LineId) -> Key {
        self.keys.get(line.0 as usize).copied().unwrap_or_default()
    }

    /// The names from the section down to a line, joined by ` > `.
    pub fn path(&self, line: LineId) -> String {
        self.judged.examined.statement.path(line).join(" > ")
    }

    /// The key of the section that a line stands in, as the tables show it.
    pub fn section(&self, line: LineId) -> &str {
        self.judged.examined.statement.section_of(line).map_or("", section_key)
    }

    /// The amount of a posting exactly as the file writes it; empty if it writes none.
    pub fn written(&self, posting: &Posting) -> String {
        match posting.amount {
            Some(amount) if posting.is_own => amount.to_string(),
            _ => self.judged.examined.statement.lines.literal(posting.line),
        }
    }

    /// The key of the balance of an account in this statement.
    pub fn balance_key(&self, account: Key) -> Key {
        let (statement, repetition) = (self.identity.statement_key.text(), self.repetition.to_string());
        Key::of(&[statement.as_str(), "#", &repetition, "/", account.text().as_str()])
    }
}

fn line_keys(examined: &Examined) -> Vec<Key> {
    let mut keys = Vec::with_capacity(examined.statement.lines.len() as usize);
    let mut sections = ItemKeys::default();
    let mut above: Vec<ItemKeys<'_>> = Vec::new();
    let made = lines::each(&examined.statement, |line| {
        above.truncate(usize::from(line.level));
        let text = match above.last_mut() {
            Some(items) => items.next(line.name),
            None => sections.next(line.section),
        };
        keys.push(Key::parse(&text));
        above.push(ItemKeys::under(text));
        Ok::<(), std::convert::Infallible>(())
    });
    made.unwrap_or_else(|never| match never {});
    keys
}

fn postings(examined: &Examined, keys: &[Key], entity: Key) -> Vec<Posting> {
    let lines = &examined.statement.lines;
    let key = |line: LineId| keys.get(line.0 as usize).copied().unwrap_or_default();
    let mut postings = Vec::new();
    let mut by_id: BTreeMap<&str, Vec<(Key, usize)>> = BTreeMap::new();
    for line in lines.all() {
        let own = lines.own(line);
        let is_account = lines.is_account(line);
        if !is_account && own.is_none() {
            continue;
        }
        let (amount, category) = match (is_account, lines.parent(line)) {
            (true, Some(parent)) => (lines.amount(line), parent),
            _ => (own, line),
        };
        let id = lines.account_id(line);
        let account_key = if id.is_empty() {
            Key::of(&[entity.text().as_str(), "/line/", key(line).text().as_str()])
        } else {
            by_id.entry(id).or_default().push((key(line), postings.len()));
            Key::default()
        };
        postings.push(Posting { line, amount, is_own: !is_account, account_key, category });
    }
    for (id, mut of_id) in by_id {
        of_id.sort_unstable();
        for (ordinal, (_, at)) in (1_u32..).zip(of_id) {
            if let Some(posting) = postings.get_mut(at) {
                let ordinal = ordinal.to_string();
                posting.account_key = Key::of(&[entity.text().as_str(), "/id/", id, "#", &ordinal]);
            }
        }
    }
    postings
}
