//! The pictures of the open statement as a person left them, answering what the page asks.

use crate::model::lines::LineId;
use crate::model::report::Examined;
use crate::view::picture::choices::Choices;
use crate::view::picture::content;
use crate::view::picture::drawing::Drawing;
use crate::view::picture::failing::Failing;
use crate::view::picture::groups;
use crate::view::picture::layout::Layout;
use crate::view::picture::scene::{Act, Area, At, CardPart, Motif, Scene, Sight, Way};
use crate::view::picture::table_list::TABLES;
use crate::view::picture::tables;
use crate::view::picture::walk::{self, Led};
use crate::view::picture::window;

/// Both pictures. Nothing is laid out before it is asked for.
#[derive(Debug, Default)]
pub struct Easel {
    choices: Option<Choices>,
    groups: Option<Groups>,
    at: At,
    at_table: At,
    /// The picture that the page knows the whole of as it is now.
    known: Option<Motif>,
}

/// The groups as they are laid out now.
#[derive(Debug)]
struct Groups {
    failing: Failing,
    layout: Layout,
}

impl Easel {
    /// The figures are others; what is open stays open.
    pub fn forget_figures(&mut self) {
        self.groups = None;
    }

    /// Does an act and answers the part of the picture that is in sight, or the part around where the act led.
    pub fn answer(&mut self, examined: &Examined, motif: Motif, act: Act, sight: Sight) -> Scene {
        match motif {
            Motif::Hierarchy => self.answer_groups(examined, act, sight),
            Motif::Tables => self.answer_tables(act),
        }
    }

    /// The whole of a picture as it is shown now.
    pub fn whole(&mut self, examined: &Examined, motif: Motif) -> Drawing {
        match motif {
            Motif::Hierarchy => {
                let Groups { failing, layout } = self.groups(examined);
                let all: Vec<u32> = (0..count(layout)).collect();
                content::draw(examined, failing, layout, &(all.clone(), all), true)
            }
            Motif::Tables => tables::draw(TABLES, &tables::layout(TABLES)),
        }
    }

    fn answer_groups(&mut self, examined: &Examined, act: Act, sight: Sight) -> Scene {
        let went = self.take(examined, act);
        let known = self.known == Some(Motif::Hierarchy) && self.groups.is_some();
        let only_failing = self.choices(examined).failing;
        let at = self.at;
        let Groups { failing, layout } = self.groups(examined);
        let at = walk::settle(layout, at).unwrap_or_default();
        let focus = walk::area(layout, at).filter(|_| went);
        let area = match focus {
            Some(focus) if !sight.area.holds(focus) => sight.area.around(focus),
            _ => sight.area,
        };
        let lines = &examined.statement.lines;
        let fails = |card: u32| layout.card(card).is_some_and(|card| failing.within(lines, LineId(card.id)));
        let scene = Scene {
            motif: Motif::Hierarchy,
            statement: 0,
            drawing: content::draw(examined, failing, layout, &window::within(layout, area), !sight.far),
            sight: Sight { area, ..sight },
            at,
            focus,
            chosen: at.chosen().filter(|_| went && matches!(act, Act::Go(_) | Act::Toggle(_))),
            failing: only_failing,
            cards: count(layout),
            overview: (!known).then(|| window::overview(layout, &fails)),
        };
        (self.at, self.known) = (at, Some(Motif::Hierarchy));
        scene
    }

    /// Tables are few, and so always drawn wholly.
    fn answer_tables(&mut self, act: Act) -> Scene {
        let layout = tables::layout(TABLES);
        let went = match act {
            Act::Stand(at) => walk::area(&layout, at).map(|_| at),
            Act::Go(way) => match walk::step(&layout, self.at_table, way) {
                Some(Led::To(at)) => Some(at),
                Some(Led::Closed(_)) | None => None,
            },
            Act::Look | Act::Toggle(_) | Act::All(_) | Act::More(_) | Act::Failing(_) | Act::Reveal(_) => {
                None
            }
        };
        self.at_table = walk::settle(&layout, went.unwrap_or(self.at_table)).unwrap_or_default();
        self.known = Some(Motif::Tables);
        let drawing = tables::draw(TABLES, &layout);
        let area = Area { x: 0, y: 0, width: drawing.width, height: drawing.height };
        Scene {
            motif: Motif::Tables,
            statement: 0,
            drawing,
            sight: Sight { area, far: false },
            at: self.at_table,
            focus: went.and_then(|at| walk::area(&layout, at)),
            chosen: None,
            failing: false,
            cards: count(&layout),
            overview: Some(window::overview(&layout, &|_| false)),
        }
    }

    /// Does an act on the groups; whether the reader is somewhere else by it, or what is around is.
    fn take(&mut self, examined: &Examined, act: Act) -> bool {
        match act {
            Act::Look => return false,
            Act::Stand(at) => {
                self.at = at;
                return false;
            }
            Act::Go(way) => return self.go(examined, way),
            Act::Reveal(line) => return self.reveal(examined, LineId(line)),
            Act::Toggle(card) => {
                let Groups { layout, .. } = self.groups(examined);
                let card = walk::find(layout, card).and_then(|at| layout.card(at));
                let Some(card) = card.copied() else { return false };
                self.at = At::header(card.id);
                self.choose(examined, |choices| choices.set(LineId(card.id), !card.open));
            }
            Act::More(card) => {
                self.at = At { card, part: CardPart::More };
                self.choose(examined, |choices| choices.show_more(LineId(card)));
            }
            Act::All(open) => self.choose(examined, |choices| choices.set_all(open)),
            Act::Failing(only) => self.choose(examined, |choices| choices.failing = only),
        }
        true
    }

    fn go(&mut self, examined: &Examined, way: Way) -> bool {
        let at = self.at;
        let Groups { layout, .. } = self.groups(examined);
        match walk::settle(layout, at).and_then(|at| walk::step(layout, at, way)) {
            Some(Led::To(at)) => self.at = at,
            Some(Led::Closed(card)) => {
                self.choose(examined, |choices| choices.set(LineId(card), true));
            }
            None => return false,
        }
        true
    }

    /// Goes to a line, which is shown for it, unless only branches that fail are and it is in none.
    fn reveal(&mut self, examined: &Examined, line: LineId) -> bool {
        let lines = &examined.statement.lines;
        if line.0 >= lines.len() {
            return false;
        }
        let own = At::header(line.0);
        let row = lines.parent(line).map(|parent| At { card: parent.0, part: CardPart::Row(line.0) });
        let has_card = lines.is_group(line) || row.is_none();
        let wanted = if has_card { Some(own) } else { row };
        let drawn = |layout: &Layout, at: Option<At>| at.filter(|at| walk::area(layout, *at).is_some());
        if drawn(&self.groups(examined).layout, wanted).is_none() {
            self.choose(examined, |choices| choices.reveal(lines, line));
        }
        let layout = &self.groups(examined).layout;
        let Some(at) = drawn(layout, wanted).or_else(|| drawn(layout, row)) else { return false };
        self.at = at;
        true
    }

    fn choose(&mut self, examined: &Examined, change: impl FnOnce(&mut Choices)) {
        change(self.choices(examined));
        self.groups = None;
    }

    fn choices(&mut self, examined: &Examined) -> &mut Choices {
        self.choices.get_or_insert_with(|| Choices::new(&examined.statement.lines))
    }

    fn groups(&mut self, examined: &Examined) -> &Groups {
        let choices = self.choices.get_or_insert_with(|| Choices::new(&examined.statement.lines));
        self.groups.get_or_insert_with(|| {
            let failing = Failing::of(examined);
            let layout = Layout::of(groups::plan(&examined.statement, &failing, choices));
            Groups { failing, layout }
        })
    }
}

fn count(layout: &Layout) -> u32 {
    u32::try_from(layout.plan.cards.len()).unwrap_or(u32::MAX)
}
