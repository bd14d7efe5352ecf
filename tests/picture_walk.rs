//! Opening, closing and going about in a picture, and pictures of sheets that are out of the ordinary.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write;

use std::collections::BTreeSet;

use tieout::engine;
use tieout::export::{csv_compact, csv_full};
use tieout::flatten::schema::Kind;
use tieout::flatten::shape::Shape;
use tieout::flatten::table::Table as Written;
use tieout::model::settings::Settings;
use tieout::view::desk::Desk;
use tieout::view::picture::scene::{Act, Area, At, CardPart, Motif, Scene, Sight, Way};
use tieout::view::picture::table_list::TABLES;

const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");

fn desk(text: &[u8]) -> Desk {
    Desk::new(engine::check("sheet.json", text, Settings::default()))
}

fn act(desk: &mut Desk, act: Act) -> Scene {
    let area = Area { x: 0, y: 0, width: 800, height: 600 };
    desk.picture(Motif::Hierarchy, act, Sight { area, far: false }).unwrap()
}

fn go(desk: &mut Desk, ways: &[Way]) -> At {
    ways.iter().map(|way| act(desk, Act::Go(*way)).at).last().unwrap()
}

fn row(card: u32, row: u32) -> At {
    At { card, part: CardPart::Row(row) }
}

/// A sheet whose assets are this JSON of items.
fn assets(value: &str, items: &str) -> String {
    format!(
        r#"{{"assets":{{"name":"A","value":"{value}","items":[{items}]}},"liabilities":{{"name":"L","value":"0"}},"equity":{{"name":"E","value":"{value}"}}}}"#
    )
}

#[test]
fn arrow_keys_lead_from_row_to_row_and_along_the_links() {
    let mut desk = desk(CANONICAL);
    assert_eq!(act(&mut desk, Act::Look).at, At::header(0));
    assert_eq!(go(&mut desk, &[Way::Right]), row(0, 1), "the first row of the assets");
    assert_eq!(go(&mut desk, &[Way::Right]), At::header(1), "the card of Current Assets");
    assert_eq!(go(&mut desk, &[Way::Down, Way::Down]), row(1, 6), "its second row");
    assert_eq!(go(&mut desk, &[Way::Right, Way::Right]), row(6, 7));
    assert_eq!(go(&mut desk, &[Way::Down]), At::header(8), "the next card of the column");
    assert_eq!(go(&mut desk, &[Way::Up]), row(6, 7), "the last row of the one before");
    assert_eq!(go(&mut desk, &[Way::Left, Way::Left]), row(1, 6), "the row that leads to it");
    assert_eq!(go(&mut desk, &[Way::Left, Way::Left, Way::Left, Way::Left, Way::Left]), At::header(0));
    assert_eq!(go(&mut desk, &[Way::Last]), row(32, 33), "the last row of the last card");
    assert_eq!(go(&mut desk, &[Way::First]), At::header(0));
    assert_eq!(
        go(&mut desk, &[Way::CardDown, Way::CardDown, Way::CardDown]),
        At::header(31),
        "Equity is last"
    );
}

#[test]
fn a_closed_card_hides_what_is_beneath_it_and_opens_to_the_right() {
    let mut desk = desk(CANONICAL);
    let closed = act(&mut desk, Act::Toggle(0));
    assert_eq!((closed.at, closed.cards), (At::header(0), 10));
    assert!(closed.drawing.cards[0].rows.is_empty() && !closed.drawing.cards[0].open);
    let open = act(&mut desk, Act::Go(Way::Right));
    assert_eq!((open.at, open.cards), (At::header(0), 16));
    assert_eq!(act(&mut desk, Act::All(false)).cards, 3);
    assert_eq!(act(&mut desk, Act::All(true)).cards, 16);
}

#[test]
fn a_line_chosen_elsewhere_is_brought_into_sight() {
    let mut desk = desk(CANONICAL);
    act(&mut desk, Act::All(false));
    let scene = act(&mut desk, Act::Reveal(28));
    let focus = scene.focus.unwrap();
    assert_eq!(scene.at, row(24, 28), "Flex Platinum Card");
    assert!(scene.sight.area.holds(focus), "what is sent is around it");
    assert!(scene.drawing.cards.iter().any(|card| card.id == 24));
    assert_eq!(act(&mut desk, Act::Reveal(17)).at, At::header(17), "a group is its card");
    assert_eq!(act(&mut desk, Act::Reveal(999)).focus, None);
    act(&mut desk, Act::Failing(true));
    assert_eq!(act(&mut desk, Act::Reveal(3)).focus, None, "it is in no failing branch");
}

#[test]
fn more_than_two_hundred_groups_are_open_only_where_they_fail() {
    let group = |at: u32| {
        let value = if at == 150 { 101 } else { 1 };
        format!(
            r#"{{"name":"G{at}","value":"{value}","items":[{{"name":"x","value":"1","account_id":"{at}"}}]}}"#
        )
    };
    let groups: Vec<String> = (0..10_000).map(group).collect();
    let mut desk = desk(assets("10100", &groups.join(",")).as_bytes());
    let drawing = desk.whole_picture(Motif::Hierarchy).unwrap();
    let assets = &drawing.cards[0];
    // The first twenty, and the one that fails.
    assert_eq!((assets.rows.len(), assets.more), (21, 9_979));
    let open: Vec<&str> =
        drawing.cards.iter().filter(|card| card.open).map(|card| card.name.as_str()).collect();
    assert_eq!(open, ["A", "G150", "L", "E"]);
    let more = act(&mut desk, Act::More(0));
    assert_eq!(more.at, At { card: 0, part: CardPart::More });
    assert_eq!(desk.whole_picture(Motif::Hierarchy).unwrap().cards[0].rows.len(), 121);
    assert_eq!(act(&mut desk, Act::Reveal(2 * 7_000 + 1)).at, At::header(14_001));
}

#[test]
fn a_group_of_a_hundred_thousand_items_shows_the_first_and_those_chosen() {
    let items: Vec<String> =
        (0..100_000).map(|at| format!(r#"{{"name":"x","value":"1","account_id":"{at}"}}"#)).collect();
    let mut desk = desk(assets("100000", &items.join(",")).as_bytes());
    let card = &act(&mut desk, Act::Look).drawing.cards[0];
    assert_eq!((card.rows.len(), card.more), (20, 99_980));
    let scene = act(&mut desk, Act::Reveal(50_001));
    assert_eq!(scene.at, row(0, 50_001));
    let last = scene.drawing.cards[0].rows.last().unwrap();
    assert_eq!((last.place, scene.drawing.cards[0].more), (50_001, 99_979));
}

#[test]
fn what_cannot_be_drawn_is_said_and_the_failing_branches_are_drawn() {
    // Each group of forty has forty groups with one item each, so that all rows are shown when all are open.
    let (mut text, mut total) = (String::new(), 0);
    for outer in 0..40 {
        let mut middle = String::new();
        for at in 0..40 {
            let mut inner = String::new();
            for deep in 0..40 {
                let wrong = 100 * i32::from((outer, at, deep) == (7, 8, 9));
                let comma = if deep == 0 { "" } else { "," };
                write!(
                    inner,
                    r#"{comma}{{"name":"g","value":"{}","items":[{{"name":"x","value":"1"}}]}}"#,
                    1 + wrong
                )
                .unwrap();
                total += 1 + wrong;
            }
            let comma = if at == 0 { "" } else { "," };
            write!(
                middle,
                r#"{comma}{{"name":"m","value":"{}","items":[{inner}]}}"#,
                40 + 100 * i32::from((outer, at) == (7, 8))
            )
            .unwrap();
        }
        let comma = if outer == 0 { "" } else { "," };
        write!(
            text,
            r#"{comma}{{"name":"o","value":"{}","items":[{middle}]}}"#,
            1_600 + 100 * i32::from(outer == 7)
        )
        .unwrap();
    }
    let mut desk = desk(assets(&total.to_string(), &text).as_bytes());
    let scene = act(&mut desk, Act::All(true));
    let note = scene.drawing.note.clone().unwrap();
    assert!(note.contains("only failing branches are drawn"), "{note}");
    let names: Vec<String> =
        desk.whole_picture(Motif::Hierarchy).unwrap().cards.into_iter().map(|card| card.name).collect();
    assert_eq!(names, ["A", "o", "m", "g"]);
    assert_eq!(act(&mut desk, Act::All(false)).drawing.note, None);
}

#[test]
fn a_deep_chain_a_single_line_and_odd_names_are_drawn() {
    let depth = 240;
    let name = "n".repeat(10_000);
    let open: String = format!(r#"{{"name":"{name}","value":"1","items":["#).repeat(depth);
    let chain = format!(r#"{open}{{"name":"x","value":"1"}}{}"#, "]}".repeat(depth));
    let mut deep = desk(assets("1", &chain).as_bytes());
    let drawing = {
        act(&mut deep, Act::All(true));
        deep.whole_picture(Motif::Hierarchy).unwrap()
    };
    assert_eq!(drawing.columns.len(), depth + 1);
    assert_eq!(drawing.columns.last().unwrap().title, "level 240");
    assert_eq!(drawing.cards[1].name, name, "carried whole");

    let mut single =
        desk(br#"{"assets":{"name":"<b>\u202E\ud83d\ude00","value":"9999999999999999999999999999"}}"#);
    let card = act(&mut single, Act::Look).drawing.cards[0].clone();
    assert_eq!((card.name.as_str(), card.amount.as_str()), ("<b>\u{202e}😀", "9999999999999999999999999999"));
    assert!(desk(b"").picture(Motif::Hierarchy, Act::Look, Sight::default()).is_none());
}

#[test]
fn when_nothing_fails_it_is_said() {
    let mut desk = desk(assets("1", r#"{"name":"x","value":"1"}"#).as_bytes());
    let scene = act(&mut desk, Act::Failing(true));
    assert_eq!((scene.cards, scene.drawing.note.is_some()), (0, true));
    assert_eq!(go(&mut desk, &[Way::Down]), At::default());
}

#[test]
fn a_difference_that_was_accepted_is_no_failing_branch_but_is_told() {
    let text = assets("101", r#"{"name":"G","value":"101","items":[{"name":"x","value":"1"}]}"#);
    let mut settings = Settings::default();
    settings.levels.insert("T001".to_owned(), tieout::model::level::Level::Off);
    let mut desk = Desk::new(engine::check("sheet.json", text.as_bytes(), settings));
    let drawing = desk.whole_picture(Motif::Hierarchy).unwrap();
    assert!(drawing.cards.iter().all(|card| !card.fails));
    assert_eq!(drawing.links[0].difference, "100");
}

#[test]
fn the_tables_are_those_that_are_written() {
    let columns = |name: &str| -> Vec<&str> {
        let table = TABLES.iter().find(|table| table.name == name).unwrap();
        table.columns.iter().map(|(name, ..)| *name).collect()
    };
    assert_eq!(columns("line"), csv_full::COLUMNS);
    assert_eq!(columns("line_compact"), csv_compact::COLUMNS);
    // Of the levels of `account_line`, which every file has another number of, the first stands for all.
    for schema in Written::ALL.map(|table| table.schema(Shape::default())) {
        let table = TABLES.iter().find(|table| table.name == schema.table.name()).unwrap();
        let own = table.columns.iter().map(|(name, kind, key)| {
            (name.trim_end_matches(" …").to_owned(), *kind, key.is_primary(), key.foreign())
        });
        let theirs = schema.columns.iter().map(|column| {
            let kind = match column.kind {
                Kind::Text => "text",
                Kind::Whole => "whole number",
                Kind::Decimal => "decimal",
                Kind::Flag => "yes/no",
                Kind::Day => "date",
            };
            let name = &*column.name;
            let foreign = schema.foreign_keys.iter().find(|key| key.columns.last() == Some(&name));
            let is_primary = schema.primary_key.contains(&name);
            (name.to_owned(), kind, is_primary, foreign.map(|key| key.table.name()))
        });
        assert_eq!(own.collect::<Vec<_>>(), theirs.collect::<Vec<_>>(), "{}", table.name);
    }
    assert_eq!(TABLES.len(), Written::ALL.len() + 1);
    let drawing = desk(CANONICAL).whole_picture(Motif::Tables).unwrap();
    let foreign = TABLES.iter().flat_map(|table| table.columns).filter(|(_, _, key)| key.foreign().is_some());
    assert_eq!((drawing.cards.len(), drawing.links.len()), (TABLES.len(), foreign.count()));
    let mut apart = BTreeSet::new();
    for link in &drawing.links {
        let (one, many) = (&drawing.cards[link.from as usize], &drawing.cards[link.to as usize]);
        // To the right, or around the right side of a column.
        assert!(one.column <= many.column, "{} leads to {}", one.name, many.name);
        let around = one.column == many.column;
        assert!(link.turn > link.start.0 && (link.turn > link.end.0) == around && link.turn < drawing.width);
        assert!(one.y < link.start.1 && link.start.1 < one.y + one.height);
        assert!(many.y < link.end.1 && link.end.1 < many.y + many.height);
        apart.insert((link.turn, link.end));
    }
    assert_eq!(apart.len(), drawing.links.len(), "no two links are one");
}
