//! A picture as Mermaid's text for entity diagrams, within what Mermaid takes.

use std::collections::BTreeSet;

use crate::view::mark::Mark;
use crate::view::picture::caption::Caption;
use crate::view::picture::drawing::{Card, CardRow, Drawing, Link};
use crate::view::picture::label::{first, isolated, named};
use crate::view::picture::mermaid_word::{attribute, entity, quoted};
use crate::view::picture::svg_card::figure;

/// Mermaid draws no more links than this unless a page asks it to (its `maxEdges`).
pub const MOST_EDGES: usize = 500;
/// Mermaid reads no longer text than this, in UTF-16 units, unless a page asks it to (its `maxTextSize`).
pub const MOST_TEXT: usize = 50_000;
/// Left for the lines at the beginning.
const RESERVED: usize = 1_000;
/// So many rows of a card are written where not all fit.
const FEW: usize = 12;
/// So many letters of a name are written.
const MOST: usize = 60;

/// The text, and what is told of it if not everything fits.
pub fn write(drawing: &Drawing, caption: &Caption) -> (String, Option<String>) {
    let mut fit = Fit::new(drawing, usize::MAX);
    let (failing, others): (Vec<&Card>, Vec<&Card>) = drawing.cards.iter().partition(|card| card.fails);
    if !drawing.cards.iter().all(|card| fit.take(card)) {
        // What leads to a card that fails does so too, and every card comes before those that it leads to.
        fit = Fit::new(drawing, FEW);
        fit.cut = !failing.into_iter().chain(others).all(|card| fit.take(card)) || fit.cut;
    }
    let note = fit.note().or_else(|| Some(caption.note.clone()).filter(|note| !note.is_empty()));
    // Without a bracket there is no order within a comment.
    let file = first(&caption.line(), 200).replace('{', "(");
    let mut text = format!("%% {file} · {}\n", caption.tool());
    if let Some(note) = &note {
        text.extend(["%% ", &note.replace('{', "("), "\n"]);
    }
    text += "erDiagram\n    direction LR\n";
    text += &fit.tables;
    text += &fit.edges;
    (text, note)
}

/// As much of a drawing as fits.
struct Fit<'a> {
    drawing: &'a Drawing,
    /// The links, by the card that they lead to.
    links: Vec<&'a Link>,
    /// At most so many rows a card.
    rows: usize,
    taken: BTreeSet<u32>,
    linked: usize,
    cut: bool,
    room: usize,
    tables: String,
    edges: String,
}

impl<'a> Fit<'a> {
    fn new(drawing: &'a Drawing, rows: usize) -> Fit<'a> {
        let mut links: Vec<&Link> = drawing.links.iter().collect();
        links.sort_by_key(|link| link.to);
        let (taken, tables, edges) = (BTreeSet::new(), String::new(), String::new());
        Fit { drawing, links, rows, taken, linked: 0, cut: false, room: MOST_TEXT - RESERVED, tables, edges }
    }

    /// Takes a card and its link, if there is room for both.
    fn take(&mut self, card: &'a Card) -> bool {
        let from = self.links.partition_point(|link| link.to < card.id);
        let own = self.links.get(from..).unwrap_or_default();
        let own: Vec<&Link> = own.iter().take_while(|link| link.to == card.id).copied().collect();
        let edges: String = own.iter().map(|link| self.edge(link, card)).collect();
        let Some(table) = self.table(card, self.room.saturating_sub(units(&edges))) else { return false };
        if self.linked + own.len() > MOST_EDGES {
            return false;
        }
        self.room -= units(&table) + units(&edges);
        self.tables += &table;
        self.edges += &edges;
        self.linked += own.len();
        self.taken.insert(card.id);
        true
    }

    fn edge(&self, link: &Link, to: &Card) -> String {
        let from = self.drawing.cards.iter().find(|card| card.id == link.from);
        let Some(from) = from else { return String::new() };
        let says = match link.difference.as_str() {
            "" => "holds".to_owned(),
            exact => format!("differs by {}", figure(exact, true)),
        };
        format!("    {} ||--o{{ {} : \"{says}\"\n", entity(&from.name, from.id), entity(&to.name, to.id))
    }

    /// The lines of a card; nothing if they need more room than this.
    fn table(&mut self, card: &'a Card, room: usize) -> Option<String> {
        let label = quoted(&label(card));
        let mut text = format!("    {}[\"{label}\"] {{\n", entity(&card.name, card.id));
        let shown = self.shown(card);
        let left = card.rows.len() - shown.len() + card.more as usize;
        for row in shown {
            text += &line(row);
            if text.len() > 4 * room {
                return None;
            }
        }
        if left > 0 {
            text.extend(["        rows more \"and ", &number(left), " more\"\n"]);
        }
        text += "    }\n";
        (units(&text) <= room).then_some(text)
    }

    /// The rows that are written, in their order: those that fail before others if not all can be.
    fn shown(&mut self, card: &'a Card) -> Vec<&'a CardRow> {
        if card.rows.len() <= self.rows {
            return card.rows.iter().collect();
        }
        self.cut = true;
        let failing = card.rows.iter().filter(|row| row.fails).take(self.rows).count();
        let mut others = self.rows - failing;
        let mut fails = failing;
        let wanted = |row: &&CardRow| {
            let left = if row.fails { &mut fails } else { &mut others };
            let wanted = *left > 0;
            *left = left.saturating_sub(1);
            wanted
        };
        card.rows.iter().filter(wanted).collect()
    }

    fn note(&self) -> Option<String> {
        let (taken, of) = (self.taken.len(), self.drawing.cards.len());
        let what = if taken < of {
            format!("{} of {} groups are drawn, those that fail first", number(taken), number(of))
        } else if self.cut {
            format!("of each group up to {FEW} items are written, those that fail first")
        } else {
            return None;
        };
        let limits = format!("{} links and {} letters", number(MOST_EDGES), number(MOST_TEXT));
        Some(format!("too large for Mermaid, which takes {limits}: {what}"))
    }
}

/// The name of a card, its amount and how it came out.
fn label(card: &Card) -> String {
    let mut label = isolated(&first(named(&card.name), MOST));
    if !card.amount.is_empty() {
        label.extend([" · ", &first(&figure(&card.amount, card.figure), MOST)]);
    }
    match card.mark {
        Some(mark) => label + &format!(" {} {}", mark.sign(), mark.word()),
        None => label,
    }
}

/// A row: what it is, its cleaned name, and as a comment what that leaves out.
fn line(row: &CardRow) -> String {
    let kind = if row.leads { "group" } else { "account" };
    let name = attribute(&row.name);
    let whole = first(named(&row.name), MOST);
    let mut said = Vec::new();
    if name.replace('_', " ") != whole {
        said.push(isolated(&whole));
    }
    if !row.value.is_empty() {
        said.push(first(&figure(&row.value, row.figure), MOST));
    }
    said.extend(
        row.mark.filter(|mark| *mark != Mark::Ties).map(|mark| format!("{} {}", mark.sign(), mark.word())),
    );
    let comment = quoted(&said.join(" · "));
    if comment.is_empty() {
        format!("        {kind} {name}\n")
    } else {
        format!("        {kind} {name} \"{comment}\"\n")
    }
}

fn number(count: usize) -> String {
    figure(&count.to_string(), true)
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
