//! What is true of every picture: no two cards overlap, order is kept, links do not cross, and the same sheet gives the
//! same picture.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use proptest::prelude::*;
use tieout::engine;
use tieout::model::settings::Settings;
use tieout::view::desk::Desk;
use tieout::view::picture::drawing::{Card, Drawing, Link};
use tieout::view::picture::scene::{Act, Area, Motif, Sight};

const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");

fn desk(text: &[u8]) -> Desk {
    Desk::new(engine::check("sheet.json", text, Settings::default()))
}

/// A line and its items.
#[derive(Clone, Debug)]
struct Node {
    amount: i32,
    items: Vec<Node>,
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = (-5..50).prop_map(|amount| Node { amount, items: Vec::new() });
    leaf.prop_recursive(6, 120, 50, |inner| {
        let items = prop_oneof![4 => prop::collection::vec(inner.clone(), 0..6), 1 => prop::collection::vec(inner, 38..50)];
        (any::<bool>(), items).prop_map(|(ties, items)| {
            let sum: i32 = items.iter().map(|item| item.amount).sum();
            Node { amount: if ties { sum } else { sum + 1_000 }, items }
        })
    })
}

fn json(node: &Node) -> String {
    let items: Vec<String> = node.items.iter().map(json).collect();
    format!(r#"{{"name":"n","value":"{}","items":[{}]}}"#, node.amount, items.join(","))
}

fn sheet([assets, liabilities, equity]: &[Node; 3]) -> String {
    let (assets, liabilities, equity) = (json(assets), json(liabilities), json(equity));
    format!(r#"{{"assets":{assets},"liabilities":{liabilities},"equity":{equity}}}"#)
}

fn area(card: &Card) -> Area {
    Area { x: card.x, y: card.y, width: card.width, height: card.height }
}

fn overlap(one: Area, other: Area) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

/// The three straight pieces of a link: across, up or down, across; each as from and to.
type Piece = ((u32, u32), (u32, u32));

fn pieces(link: &Link) -> [Piece; 3] {
    let (bend, further) = ((link.turn, link.start.1), (link.turn, link.end.1));
    [(link.start, bend), (bend, further), (further, link.end)]
}

/// Whether a level and an upright piece go through each other, rather than touch.
fn cross(level: Piece, upright: Piece) -> bool {
    let (x, y) = (upright.0.0, level.0.1);
    let inside = |at: u32, one: u32, other: u32| one.min(other) < at && at < one.max(other);
    inside(x, level.0.0, level.1.0) && inside(y, upright.0.1, upright.1.1)
}

fn links_cross(one: &Link, other: &Link) -> bool {
    let ([out, upright, into], [other_out, other_upright, other_into]) = (pieces(one), pieces(other));
    [out, into].into_iter().any(|level| cross(level, other_upright))
        || [other_out, other_into].into_iter().any(|level| cross(level, upright))
}

fn hold_the_properties(drawing: &Drawing) {
    for (at, card) in drawing.cards.iter().enumerate() {
        for other in &drawing.cards[at + 1..] {
            assert!(!overlap(area(card), area(other)), "{card:?} and {other:?}");
            // What is read first stands higher in its column.
            assert!(card.column != other.column || card.y < other.y);
        }
        let column = &drawing.columns[card.column as usize];
        assert_eq!((card.x, card.width), (column.x, column.width));
        assert!(area(card).right() <= drawing.width && area(card).bottom() <= drawing.height);
        let parent = card.parent.map(|parent| drawing.cards.iter().find(|card| card.id == parent).unwrap());
        assert_eq!(parent.map_or(0, |parent| parent.column + 1), card.column, "the next column");
        assert_eq!(parent.is_some(), drawing.links.iter().any(|link| link.to == card.id));
    }
    for (at, link) in drawing.links.iter().enumerate() {
        let from = drawing.cards.iter().find(|card| card.id == link.from).unwrap();
        let to = drawing.cards.iter().find(|card| card.id == link.to).unwrap();
        assert_eq!(to.parent, Some(from.id));
        assert!(from.rows.iter().any(|row| row.id == link.row && row.leads));
        assert_eq!((link.start.0, link.end.0), (from.x + from.width, to.x));
        assert!(link.start.0 < link.turn && link.turn < link.end.0);
        assert!(from.y < link.start.1 && link.start.1 < from.y + from.height);
        for other in &drawing.links[at + 1..] {
            assert!(!links_cross(link, other), "{link:?} and {other:?}");
        }
    }
}

/// What of the whole is in a part.
fn cut(whole: &Drawing, part: Area) -> (Vec<u32>, Vec<u32>) {
    let cards = whole.cards.iter().filter(|card| overlap(area(card), part)).map(|card| card.id).collect();
    let down = |link: &Link| {
        let (top, bottom) = (link.start.1.min(link.end.1), link.start.1.max(link.end.1));
        link.start.0 < part.right() && part.x < link.end.0 && top < part.bottom() && part.y <= bottom
    };
    (cards, whole.links.iter().filter(|link| down(link)).map(|link| link.to).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_sheet_gives_an_orderly_picture(
        sections in [node(), node(), node()],
        (x, y, width, height) in (0_u32..1_500, 0_u32..3_000, 1_u32..900, 1_u32..900),
        closed in 0_u32..40,
    ) {
        let text = sheet(&sections);
        let (mut one, mut other) = (desk(text.as_bytes()), desk(text.as_bytes()));
        one.picture(Motif::Hierarchy, Act::Toggle(closed), Sight::default());
        other.picture(Motif::Hierarchy, Act::Toggle(closed), Sight::default());
        let whole = one.whole_picture(Motif::Hierarchy).unwrap();
        hold_the_properties(&whole);
        prop_assert_eq!(&whole, &other.whole_picture(Motif::Hierarchy).unwrap());

        let part = Area { x, y, width, height };
        let scene = one.picture(Motif::Hierarchy, Act::Look, Sight { area: part, far: false }).unwrap();
        let (cards, links) = cut(&whole, part);
        prop_assert_eq!(scene.drawing.cards.iter().map(|card| card.id).collect::<Vec<_>>(), cards);
        let seen: Vec<u32> = scene.drawing.links.iter().map(|link| link.to).collect();
        prop_assert!(links.iter().all(|link| seen.contains(link)), "{:?} in {:?}", links, seen);

        one.picture(Motif::Hierarchy, Act::Failing(true), Sight::default());
        let failing = one.whole_picture(Motif::Hierarchy).unwrap();
        hold_the_properties(&failing);
        prop_assert!(failing.cards.iter().all(|card| card.fails));
    }
}

#[test]
fn the_canonical_sheet_is_sixteen_cards_in_four_columns() {
    let mut desk = desk(CANONICAL);
    let drawing = desk.whole_picture(Motif::Hierarchy).unwrap();
    hold_the_properties(&drawing);
    let titles: Vec<&str> = drawing.columns.iter().map(|column| column.title.as_str()).collect();
    assert_eq!(titles, ["main categories", "first level", "second level", "third level"]);
    assert_eq!((drawing.cards.len(), drawing.links.len()), (16, 13));
    assert_eq!(drawing.note, None);
    let card = |name: &str| drawing.cards.iter().find(|card| card.name == name).unwrap();
    let current = card("Current Liabilities");
    assert_eq!(
        (current.amount.as_str(), current.difference.as_str(), current.fails),
        ("1014525.75", "76998.10", true)
    );
    let link = drawing.links.iter().find(|link| link.to == current.id).unwrap();
    assert_eq!((link.difference.as_str(), link.fails, link.from), ("76998.10", true, card("Liabilities").id));
    let bank = card("Bank Accounts");
    assert_eq!(
        (bank.rows[1].key.as_str(), bank.rows[1].value.as_str()),
        ("b58e60f6-fe20-451e-9fc2-87eb58bcb297", "-1272375.00")
    );
    assert!(!card("ASSETS").fails && card("Liabilities").fails && !card("Credit Cards").fails);
}

#[test]
fn of_the_canonical_sheet_one_branch_fails() {
    let mut desk = desk(CANONICAL);
    let scene = desk.picture(Motif::Hierarchy, Act::Failing(true), Sight::default()).unwrap();
    assert!(scene.failing);
    let drawing = desk.whole_picture(Motif::Hierarchy).unwrap();
    let names: Vec<&str> = drawing.cards.iter().map(|card| card.name.as_str()).collect();
    assert_eq!(names, ["Liabilities", "Current Liabilities"]);
    let more = desk.picture(Motif::Hierarchy, Act::More(16), Sight::default()).unwrap();
    assert_eq!(more.cards, 2, "the other item is shown, its card is not");
    assert_eq!(desk.whole_picture(Motif::Hierarchy).unwrap().cards[0].rows.len(), 2);
    // What leads to the failing total alone; and all that this total is the sum of.
    assert_eq!((drawing.cards[0].rows.len(), drawing.cards[0].more), (1, 1));
    assert_eq!((drawing.cards[1].rows.len(), drawing.cards[1].more), (2, 0));
}
