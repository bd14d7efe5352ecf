//! Pictures to take away: any XML reader and Mermaid take them, whatever stands in a file.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use tieout::engine;
use tieout::model::settings::Settings;
use tieout::view::desk::Desk;
use tieout::view::hit::Hit;
use tieout::view::mark::Mark;
use tieout::view::picture::caption::Caption;
use tieout::view::picture::drawing::{Card, CardRow, Column, Drawing, Link};
use tieout::view::picture::form::Form;
use tieout::view::picture::measure::{CARD, GAP, HEADER, MARGIN, ROW, SPACE, height, left};
use tieout::view::picture::take_away::Picture;
use tieout::view::picture::{drawio, mermaid, svg};

const HOSTILE: &[&str] = &[
    "",
    " \n\t ",
    "\"]\n  evil[\"",
    "%%{init: {\"theme\": \"dark\"}}%%",
    "</svg><script>alert(1)</script>",
    "]]> & <b>bold</b> 'quoted' \"twice\"",
    "direction LR",
    "~generic~ \\ ; # style: #x;",
    "🎉👩‍🚀 café e\u{301}",
    "רכוש שוטף",
    "\u{202e}drowssap\u{2066}",
    "\u{0}\u{7}\u{1b}[31m\u{ffff}",
    "PK",
    "1. Cash",
    "$$x^2$$ `code` *bold* _under_",
];

/// A section whose items have these names, and a card for each of the first `cards` of them.
fn drawing(names: &[String], cards: usize, amount: &str) -> Drawing {
    let row = |at: usize, name: &String| CardRow {
        id: 1 + u32::try_from(at).unwrap(),
        key: format!("id-{at}\"<"),
        name: name.clone(),
        value: amount.to_owned(),
        figure: true,
        mark: (at < cards).then_some(Mark::Differs),
        leads: at < cards,
        fails: at < cards,
        place: 1,
        hit: Hit::default(),
        picked: false,
    };
    let card = |at: u32, name: &str, rows: Vec<CardRow>| Card {
        id: at,
        column: u32::from(at > 0),
        parent: (at > 0).then_some(0),
        place: 1,
        of: 1,
        x: left(u32::from(at > 0)),
        y: MARGIN + at.saturating_sub(1) * (HEADER + SPACE),
        width: CARD,
        height: height(u32::try_from(rows.len()).unwrap()),
        name: name.to_owned(),
        amount: amount.to_owned(),
        figure: true,
        difference: if at > 0 { "-0.01".to_owned() } else { String::new() },
        fails: true,
        mark: Some(if at > 0 { Mark::Differs } else { Mark::Ties }),
        open: !rows.is_empty(),
        rows,
        more: 0,
    };
    let rows: Vec<CardRow> = names.iter().enumerate().map(|(at, name)| row(at, name)).collect();
    let mut all = vec![card(0, "Assets", rows)];
    let mut links = Vec::new();
    for (at, name) in (1_u32..).zip(names.iter().take(cards)) {
        let own = card(at, name, Vec::new());
        links.push(Link {
            from: 0,
            row: at,
            to: at,
            start: (left(0) + CARD, MARGIN + HEADER + at * ROW - ROW / 2),
            end: (left(1), own.y + HEADER / 2),
            turn: left(0) + CARD + 20,
            difference: "-0.01".to_owned(),
            fails: true,
        });
        all.push(own);
    }
    let high = all.iter().map(|card| card.y + card.height).max().unwrap();
    let column = |at: u32, title: &str| Column { x: left(at), width: CARD, title: title.to_owned() };
    Drawing {
        width: left(2) - GAP + MARGIN,
        height: high + MARGIN,
        columns: vec![column(0, "main categories"), column(1, "first level")],
        cards: all,
        links,
        note: None,
    }
}

fn hostile() -> Vec<String> {
    let mut names: Vec<String> = HOSTILE.iter().map(|name| (*name).to_owned()).collect();
    names.push("W".repeat(10_000));
    names
}

fn caption(file: &str, drawing: &Drawing) -> Caption {
    Caption::new(file, String::new(), drawing)
}

#[test]
fn an_svg_has_every_card_and_every_row_whatever_their_names_are() {
    let names = hostile();
    let drawing = drawing(&names, names.len(), "-1234567890123456789012345.678");
    let bytes = svg::write(&drawing, &caption("</title>\"&.json", &drawing));
    let text = String::from_utf8(bytes).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let having = |attribute: &str| {
        let all = document.descendants().filter_map(|node| node.attribute(attribute).map(str::to_owned));
        all.collect::<Vec<_>>()
    };
    assert_eq!(having("data-card").len(), drawing.cards.len());
    assert_eq!(having("data-row").len(), names.len());
    assert_eq!(having("data-to").len(), drawing.links.len());
    assert!(!document.descendants().any(|node| node.has_tag_name("script") || node.has_tag_name("b")));
    let texts: Vec<&str> = document.descendants().filter_map(|node| node.text()).collect();
    assert!(texts.contains(&"−1,234,567,890,123,456,789,012,345.678"), "an amount keeps all its digits");
    assert!(
        texts.iter().any(|text| text.contains(&"W".repeat(10_000))),
        "a long name stands whole in a title"
    );
    let drawn = document.descendants().filter(|node| node.has_tag_name("text"));
    assert!(drawn.filter_map(|node| node.text()).all(|text| text.chars().count() < 120));
    assert!(
        !text.contains("http") || text.matches("http").count() == 1,
        "it names nothing but its own language"
    );
    assert!(texts.contains(&concat!("Tieout ", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn the_same_drawing_gives_the_same_bytes() {
    let drawing = drawing(&hostile(), 3, "1.00");
    let caption = caption("a.json", &drawing);
    assert_eq!(svg::write(&drawing, &caption), svg::write(&drawing, &caption));
    assert_eq!(drawio::write(&drawing, &caption), drawio::write(&drawing, &caption));
    assert_eq!(mermaid::write(&drawing, &caption), mermaid::write(&drawing, &caption));
}

#[test]
fn in_draw_io_every_cell_is_known_by_one_id_and_every_edge_has_both_ends() {
    let names = hostile();
    let drawing = drawing(&names, names.len(), "-1234567890123456789012345.678");
    let text = String::from_utf8(drawio::write(&drawing, &caption("a.json", &drawing))).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let ids: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name("mxCell") || node.has_tag_name("UserObject"))
        .filter_map(|node| node.attribute("id"))
        .collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len());
    let cells: Vec<_> = document.descendants().filter(|node| node.has_tag_name("mxCell")).collect();
    for cell in &cells {
        for end in ["parent", "source", "target"] {
            assert!(cell.attribute(end).is_none_or(|end| known.contains(end)), "{cell:?}");
        }
    }
    let style = |wanted: &str| {
        cells
            .iter()
            .filter(|cell| cell.attribute("style").is_some_and(|style| style.contains(wanted)))
            .count()
    };
    assert_eq!(style("shape=table;"), drawing.cards.len());
    assert_eq!(style("shape=tableRow;"), names.len());
    let edges: Vec<_> = cells.iter().filter(|cell| cell.attribute("edge").is_some()).collect();
    assert_eq!(edges.len(), drawing.links.len());
    assert!(edges.iter().all(|edge| edge.attribute("style").unwrap().contains("endArrow=ERmany;")));
    assert!(edges.iter().all(|edge| edge.attribute("value") == Some("−0.01")));
    assert_eq!(style("html=1"), 0, "labels are plain text");
}

#[test]
fn mermaid_gets_a_line_an_item_with_names_that_are_words() {
    let names = hostile();
    let drawing = drawing(&names, names.len(), "-1234567890123456789012345.678");
    let (text, note) = mermaid::write(&drawing, &caption("%%{a}\n.json", &drawing));
    assert_eq!(note, None);
    assert_eq!(text.matches("||--o{").count(), drawing.links.len());
    assert_eq!(text.lines().filter(|line| line.ends_with("\"] {")).count(), drawing.cards.len());
    let items = text.lines().filter(|line| line.starts_with("        ")).count();
    assert_eq!(items, names.len());
    assert!(!text.contains("%%{") && !text.contains('~') && !text.contains('\\'));
    assert!(text.contains("−1,234,567,890,123,456,789,012,345.678"));
    insta::assert_snapshot!(text);
}

#[test]
fn what_is_too_large_for_mermaid_is_cut_with_a_note_and_what_fails_comes_first() {
    let names: Vec<String> = (0..100_000).map(|at| format!("Item {at}")).collect();
    let mut large = drawing(&names, 600, "1.00");
    for card in &mut large.cards[1..] {
        card.fails = card.id > 590;
    }
    let (text, note) = mermaid::write(&large, &caption("a.json", &large));
    let note = note.unwrap();
    assert!(text.encode_utf16().count() <= mermaid::MOST_TEXT, "{}", text.len());
    assert!(text.matches("||--o{").count() <= mermaid::MOST_EDGES);
    assert!(note.contains("500 links and 50,000 letters"), "{note}");
    assert!(text.contains(&format!("%% {note}")));
    assert!(
        text.contains("Item_599_600[") && text.contains("Item_0_1["),
        "what fails is in, and what else fits"
    );
    assert!(text.contains("rows more \"and 99,988 more\""));
}

#[test]
fn a_group_of_a_hundred_thousand_items_is_written_whole_as_svg_and_for_draw_io() {
    let names: Vec<String> = (0..100_000).map(|at| format!("Item {at}")).collect();
    let large = drawing(&names, 0, "1.00");
    let caption = caption("a.json", &large);
    for bytes in [svg::write(&large, &caption), drawio::write(&large, &caption)] {
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("Item 99999"));
    }
}

/// The picture of a file's first statement.
fn taken(name: &str, bytes: &[u8], form: Form) -> Picture {
    Desk::new(engine::check(name, bytes, Settings::default())).take_picture(form).unwrap()
}

/// A balance sheet with these assets.
fn sheet(assets: &str) -> String {
    let side = r#"{"name": "L", "value": "1", "items": [{"account_id": "1", "name": "Loan", "value": "1"}]}"#;
    format!(r#"{{"assets": {assets}, "liabilities": {side}, "equity": {side}}}"#)
}

#[test]
fn the_picture_of_the_canonical_sheet_has_its_groups_its_items_and_the_difference() {
    let bytes = include_bytes!("fixtures/canonical.json");
    let picture = taken("canonical.json", bytes, Form::Svg);
    assert_eq!((picture.ending.as_str(), &picture.note), (".diagram.svg", &None));
    let text = String::from_utf8(picture.bytes).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let count = |name: &str| document.descendants().filter(|node| node.has_attribute(name)).count();
    // 3 sections and 13 groups have a card, all lines but the sections a row, all groups a link.
    assert_eq!((count("data-card"), count("data-row"), count("data-to")), (16, 34, 13));
    let root = document.root_element();
    let size = (picture.width.to_string(), picture.height.to_string());
    assert_eq!((root.attribute("width"), root.attribute("height")), (Some(&*size.0), Some(&*size.1)));
    assert!(text.contains(">76,998.10</text>") && text.contains(">canonical.json</text>"));
    insta::assert_snapshot!(String::from_utf8(taken("canonical.json", bytes, Form::Mermaid).bytes).unwrap());
}

#[test]
fn a_chain_of_500_groups_is_drawn_to_its_end() {
    // Objects within objects may not be so deep; rows that name their parents may.
    let row = |id: &str, parent: &str, group: bool| {
        format!(
            r#"{{"account": "{id}", "account_name": "{id}", "parent_account": "{parent}", "is_group": {group}, "currency": "EUR", "total": 1}}"#
        )
    };
    let mut rows = vec![row("Assets", "", true)];
    let mut parent = "Assets".to_owned();
    for depth in 1..500 {
        let name = format!("Group {depth}");
        rows.push(row(&name, &parent, true));
        parent = name;
    }
    rows.push(row("Cash", &parent, false));
    let json = format!("[{}]", rows.join(","));
    for form in [Form::Svg, Form::DrawIo] {
        let picture = taken("chain.json", json.as_bytes(), form);
        let text = String::from_utf8(picture.bytes).unwrap();
        assert!(text.contains("Group 499") && text.contains("Cash"), "{form:?}");
        assert_eq!(picture.note, None);
    }
    let picture = taken("chain.json", json.as_bytes(), Form::Mermaid);
    let text = String::from_utf8(picture.bytes).unwrap();
    assert!(text.encode_utf16().count() <= mermaid::MOST_TEXT);
    assert!(text.matches("||--o{").count() > 300);
    assert!(picture.note.unwrap().contains(" of 500 groups are drawn"));
}

#[test]
fn of_a_group_of_a_hundred_thousand_items_the_first_are_drawn_and_the_rest_is_counted() {
    let items: Vec<String> = (0..100_000)
        .map(|at| format!(r#"{{"account_id": "{at}", "name": "Item {at}", "value": "1"}}"#))
        .collect();
    let json = sheet(&format!(r#"{{"name": "Assets", "value": "1", "items": [{}]}}"#, items.join(",")));
    let text = String::from_utf8(taken("wide.json", json.as_bytes(), Form::Svg).bytes).unwrap();
    let rows = text.matches("data-row").count();
    assert!(rows > 1_000);
    let left = 100_002 - rows;
    assert!(text.contains(&format!("… and {},{:03} more", left / 1_000, left % 1_000)), "{rows}");
    let picture = taken("wide.json", json.as_bytes(), Form::Mermaid);
    assert!(String::from_utf8(picture.bytes).unwrap().encode_utf16().count() <= mermaid::MOST_TEXT);
    assert!(picture.note.unwrap().contains(" items of large groups are not drawn"));
}
