//! A picture for draw.io (diagrams.net), where it can be worked on: every card a table, every link an edge that stays
//! joined to its row and its table.
//!
//! Labels are plain text there, not markup, since no style says `html=1`. What is cut stands whole in the tooltip.

use std::collections::BTreeSet;

use crate::view::mark::Mark;
use crate::view::picture::caption::Caption;
use crate::view::picture::drawing::{Card, CardRow, Drawing, Link};
use crate::view::picture::label::{first, isolated, named};
use crate::view::picture::measure::{HEADER, MARGIN, ROW};
use crate::view::picture::svg::{EDGE, FAULT, QUIET, TITLES};
use crate::view::picture::svg_card::{figure, more};
use crate::view::picture::xml::Markup;

/// So many letters of a name are shown.
const MOST: usize = 60;

const TABLE: &str = "shape=table;startSize=HEAD;container=1;collapsible=1;childLayout=tableLayout;fixedRows=1;rowLines=1;\
    columnLines=0;fontStyle=1;align=left;spacingLeft=8;spacingRight=8;overflow=hidden;whiteSpace=nowrap;resizeLast=1;";
const TABLE_ROW: &str = "shape=tableRow;horizontal=0;startSize=0;swimlaneHead=0;swimlaneBody=0;fillColor=none;collapsible=0;\
    dropTarget=0;points=[[0,0.5],[1,0.5]];portConstraint=eastwest;top=0;left=0;right=0;bottom=0;strokeColor=#ebebe6;";
const CELL: &str = "shape=partialRectangle;connectable=0;fillColor=none;top=0;left=0;bottom=0;right=0;overflow=hidden;\
    spacingLeft=8;spacingRight=8;";
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
    cell.write(out, named(&card.name), frame);
    drawn.insert(id.clone());
    for (at, row) in (0_u32..).zip(&card.rows) {
        let known = row_id(card.id, row.id);
        let value = [figure(&row.value, row.figure), sign(row.mark)].join(" ");
        self::row(
            out,
            (&id, known.clone()),
            card.width,
            HEADER + at * ROW,
            (&label_of(row), value.trim(), row.fails),
            &row.name,
        );
        drawn.insert(known);
    }
    if card.more > 0 {
        let at = card.height.saturating_sub(ROW);
        row(out, (&id, format!("{id}more")), card.width, at, (&more(card.more), "", false), "");
    }
}

fn row(
    out: &mut Markup,
    (table, id): (&str, String),
    width: u32,
    y: u32,
    (name, value, fails): (&str, &str, bool),
    whole: &str,
) {
    let colour = if fails { format!("fontColor={FAULT};") } else { String::new() };
    let right = if value.is_empty() { 0 } else { width / 2 };
    let cell =
        Cell { id: id.clone(), parent: table.to_owned(), label: String::new(), style: TABLE_ROW.to_owned() };
    cell.write(out, "", (0, y, width, ROW));
    let style = format!("{CELL}align=left;{colour}");
    let cell = Cell { id: format!("{id}name"), parent: id.clone(), label: name.to_owned(), style };
    cell.write(out, whole, (0, 0, width - right, ROW));
    if right > 0 {
        let style = format!("{CELL}align=right;{colour}");
        let cell = Cell { id: format!("{id}value"), parent: id, label: value.to_owned(), style };
        cell.write(out, "", (width - right, 0, right, ROW));
    }
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

/// What stands at the left of a row: its name, and what it is known by.
fn label_of(row: &CardRow) -> String {
    with(&row.name, &[&first(&row.key, MOST)])
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
        let told = self.label.contains('…') && !whole.is_empty();
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
