//! A picture for draw.io (diagrams.net), where it can be worked on: every card a table, every link an edge that stays
//! joined to its row and its table.
//!
//! Labels are plain text there, not markup, since no style says `html=1`. What is cut stands whole in the tooltip.

use std::collections::BTreeSet;

use crate::view::mark::Mark;
use crate::view::picture::caption::Caption;
use crate::view::picture::drawing::{Card, CardRow, Drawing, Link};
use crate::view::picture::label::{first, fitted, isolated, named, width_of};
use crate::view::picture::measure::{HEADER, MARGIN, ROW};
use crate::view::picture::svg::{EDGE, FAULT, QUIET, TITLES};
use crate::view::picture::svg_card::{figure, more};
use crate::view::picture::xml::Markup;

/// So many letters of a name are shown.
const MOST: usize = 60;
/// The size of letters in rows.
const LETTERS: u32 = 12;
/// Beside a text in its cell.
const PAD: u32 = 8;

const TABLE: &str = "shape=table;startSize=HEAD;container=1;collapsible=1;childLayout=tableLayout;fixedRows=1;rowLines=1;\
    columnLines=0;fontStyle=1;align=left;spacingLeft=8;spacingRight=8;overflow=hidden;whiteSpace=nowrap;resizeLast=1;";
const TABLE_ROW: &str = "shape=tableRow;horizontal=0;startSize=0;swimlaneHead=0;swimlaneBody=0;fillColor=none;collapsible=0;\
    dropTarget=0;points=[[0,0.5],[1,0.5]];portConstraint=eastwest;top=0;left=0;right=0;bottom=0;strokeColor=#ebebe6;";
const CELL: &str = "shape=partialRectangle;connectable=0;fillColor=none;top=0;left=0;bottom=0;right=0;spacingLeft=8;\
    spacingRight=8;fontSize=12;";
const EDGE_STYLE: &str = "edgeStyle=entityRelationEdgeStyle;rounded=0;startArrow=ERmandOne;startFill=0;endArrow=ERmany;endFill=0;\
    exitX=1;exitY=0.5;exitDx=0;exitDy=0;entryX=0;entryY=0;entryDx=0;entryDy=";

/// Writes the whole picture.
pub fn write(drawing: &Drawing, caption: &Caption) -> Vec<u8> {
    let mut out = Markup::default();
    out.raw("<mxfile")
        .attribute("host", &caption.tool())
        .raw(">\n<diagram id=\"hierarchy\" name=\"Hierarchy\">\n");
    out.raw("<mxGraphModel grid=\"0\" page=\"0\" math=\"0\"><root>\n");
    out.raw("<mxCell id=\"0\"/>\n<mxCell id=\"1\" parent=\"0\"/>\n");
    for (at, column) in (0_u32..).zip(&drawing.columns) {
        let style = format!("text;align=left;verticalAlign=top;fontSize=11;fontColor={QUIET};");
        let cell = Cell {
            id: format!("column{at}"),
            parent: "1".to_owned(),
            label: first(&column.title, MOST),
            style,
        };
        cell.write(&mut out, "", (column.x, 0, column.width, 20));
    }
    let mut drawn = BTreeSet::new();
    for card in &drawing.cards {
        table(&mut out, card, &mut drawn);
    }
    for (at, link) in (0_u32..).zip(&drawing.links) {
        edge(&mut out, at, link, &drawn);
    }
    let style = format!("text;align=left;verticalAlign=top;fontSize=11;fontColor={QUIET};");
    let label = format!("{} · {}", first(&caption.line(), 400), caption.tool());
    let cell = Cell { id: "foot".to_owned(), parent: "1".to_owned(), label, style };
    cell.write(
        &mut out,
        &caption.whole(),
        (MARGIN, drawing.height.saturating_add(TITLES), drawing.width.max(560), 20),
    );
    out.raw("</root></mxGraphModel>\n</diagram>\n</mxfile>\n");
    out.into_bytes()
}

/// A table and its rows, whose ids are noted.
fn table(out: &mut Markup, card: &Card, drawn: &mut BTreeSet<String>) {
    let id = format!("card{}", card.id);
    let colours = if card.fails { (FAULT, "#fdf5f4") } else { (EDGE, "#f6f6f3") };
    let style = TABLE.replace("HEAD", &HEADER.to_string());
    let style =
        format!("{style}strokeColor={};fillColor={};swimlaneFillColor=#ffffff;", colours.0, colours.1);
    let label = with(&card.name, &[&figure(&card.amount, card.figure), &sign(card.mark)]);
    let cell = Cell { id: id.clone(), parent: "1".to_owned(), label, style };
    let frame = (card.x, card.y.saturating_add(TITLES), card.width, card.height);
    let cut = card.name.chars().count() > MOST;
    cell.write(out, if cut { &card.name } else { "" }, frame);
    drawn.insert(id.clone());
    // The columns of a table are as wide in every row.
    let values = card.rows.iter().map(|row| width_of(&value(row), LETTERS) + 2 * PAD).max().unwrap_or(0);
    let right = values.min(card.width - card.width / 3);
    let table = Table { id: &id, left: card.width - right, right };
    for (at, row) in (0_u32..).zip(&card.rows) {
        let known = row_id(card.id, row.id);
        let label = fitted(named(&row.name), table.left.saturating_sub(2 * PAD), LETTERS);
        let told =
            if row.key.is_empty() { row.name.clone() } else { [named(&row.name), &row.key].join(" · ") };
        let style = if row.fails { format!("fontColor={FAULT};") } else { String::new() };
        table.row(out, &known, HEADER + at * ROW, &[(label, &told), (value(row), "")], &style);
        drawn.insert(known);
    }
    if card.more > 0 {
        let cells = [(more(card.more), ""), (String::new(), "")];
        table.row(out, &format!("{id}more"), card.height.saturating_sub(ROW), &cells, "");
    }
}

/// The table that rows stand in.
struct Table<'a> {
    id: &'a str,
    /// How wide its names are.
    left: u32,
    /// How wide its values are.
    right: u32,
}

impl Table<'_> {
    /// Writes a row of a name and a value, each with what its tooltip says if that is more.
    fn row(&self, out: &mut Markup, id: &str, y: u32, [name, value]: &[(String, &str); 2], style: &str) {
        let cell = |id: &str, parent: &str, label: &str, style: String| {
            let [id, parent, label] = [id, parent, label].map(str::to_owned);
            Cell { id, parent, label, style }
        };
        let whole = (0, y, self.left + self.right, ROW);
        cell(id, self.id, "", TABLE_ROW.to_owned()).write(out, "", whole);
        let left = cell(&format!("{id}name"), id, &name.0, format!("{CELL}align=left;{style}"));
        left.write(out, name.1, (0, 0, self.left, ROW));
        let right = cell(&format!("{id}value"), id, &value.0, format!("{CELL}align=right;{style}"));
        right.write(out, value.1, (self.left, 0, self.right, ROW));
    }
}

/// What stands at the right of a row: its value and its mark.
fn value(row: &CardRow) -> String {
    let sign = sign(row.mark);
    let value = figure(&row.value, row.figure);
    let value = if row.figure { value } else { first(&value, MOST) };
    if sign.is_empty() { value } else { [value, sign].join(" ") }
}

/// A link between what is there: where its row is not drawn, it comes from the card.
fn edge(out: &mut Markup, at: u32, link: &Link, drawn: &BTreeSet<String>) {
    let to = format!("card{}", link.to);
    let row = row_id(link.from, link.row);
    let from = if drawn.contains(&row) { row } else { format!("card{}", link.from) };
    if !drawn.contains(&to) || !drawn.contains(&from) {
        return;
    }
    let colour = if link.fails { FAULT } else { EDGE };
    out.raw("<mxCell").attribute("id", &format!("link{at}"));
    if !link.difference.is_empty() {
        out.attribute("value", &figure(&link.difference, true));
    }
    let style = format!("{EDGE_STYLE}{};strokeColor={colour};fontColor={colour};", HEADER / 2);
    out.attribute("style", &style)
        .attribute("parent", "1")
        .attribute("source", &from)
        .attribute("target", &to);
    out.raw(" edge=\"1\"><mxGeometry relative=\"1\" as=\"geometry\"/></mxCell>\n");
}

fn row_id(card: u32, row: u32) -> String {
    format!("card{card}row{row}")
}

/// A name and what is said of it, as one plain text.
fn with(name: &str, more: &[&str]) -> String {
    let mut text = isolated(&first(named(name), MOST));
    for more in more.iter().filter(|more| !more.is_empty()) {
        text += " · ";
        text += more;
    }
    text
}

fn sign(mark: Option<Mark>) -> String {
    mark.map_or(String::new(), |mark| mark.sign().to_owned())
}

/// A cell but for where it is.
struct Cell {
    id: String,
    parent: String,
    /// Plain text.
    label: String,
    style: String,
}

impl Cell {
    /// Writes it at (x, y, width, height); `whole` is told in its tooltip if the label says less.
    fn write(&self, out: &mut Markup, whole: &str, (x, y, width, height): (u32, u32, u32, u32)) {
        let told = !whole.is_empty() && whole != self.label;
        if told {
            out.raw("<UserObject").attribute("id", &self.id).raw(" label=\"").made(&self.label).raw("\"");
            out.attribute("tooltip", whole).raw("><mxCell");
        } else {
            out.raw("<mxCell").attribute("id", &self.id).raw(" value=\"").made(&self.label).raw("\"");
        }
        out.attribute("style", &self.style)
            .attribute("parent", &self.parent)
            .raw(" vertex=\"1\"><mxGeometry");
        if x > 0 {
            out.size("x", x);
        }
        if y > 0 {
            out.size("y", y);
        }
        out.size("width", width).size("height", height).raw(" as=\"geometry\"/></mxCell>");
        out.raw(if told { "</UserObject>\n" } else { "\n" });
    }
}
