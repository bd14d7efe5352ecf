//! The picture as the page has it: the part that is at hand, and where in it the reader is.

use leptos::prelude::*;

use crate::ui::choose;
use crate::ui::history;
use crate::ui::state::State;
use crate::view::fragment::Selection;
use crate::view::picture::scene::{Area, At, Motif, Overview, Scene};

/// What is known of the picture. Only handles; may be copied.
#[derive(Clone, Copy)]
pub struct Pictured {
    /// Which picture is shown.
    pub motif: RwSignal<Motif>,
    /// The part at hand.
    pub scene: RwSignal<Scene>,
    /// The whole in few rectangles.
    pub overview: RwSignal<Overview>,
    /// Where the reader is.
    pub at: RwSignal<At>,
    /// Whether a part is on its way.
    pub asked: RwSignal<bool>,
    /// The part to bring into sight.
    pub show: RwSignal<Option<Area>>,
    /// Whether the picture is another than before, and so is seen from its beginning.
    pub fresh: RwSignal<bool>,
}

impl Pictured {
    /// No picture yet.
    pub fn new() -> Pictured {
        Pictured {
            motif: RwSignal::new(Motif::Hierarchy),
            scene: RwSignal::new(Scene::default()),
            overview: RwSignal::new(Overview::default()),
            at: RwSignal::new(At::default()),
            asked: RwSignal::new(false),
            show: RwSignal::new(None),
            fresh: RwSignal::new(false),
        }
    }

    /// Lets go of a picture of another file.
    pub fn forget(self) {
        self.scene.set(Scene::default());
        self.asked.set(false);
    }
}

/// Takes a part that was asked for, unless another picture is shown by now.
pub fn take(state: State, scene: Scene) {
    let picture = state.picture;
    picture.asked.set(false);
    let now = state.selection.get_untracked();
    if scene.statement != now.statement || scene.motif != picture.motif.get_untracked() {
        return;
    }
    let fresh = picture.scene.with_untracked(|before| {
        let of = |scene: &Scene| (scene.motif, scene.statement, scene.failing);
        before.drawing.width == 0 || of(before) != of(&scene)
    });
    if let Some(overview) = &scene.overview {
        picture.overview.set(overview.clone());
    }
    let (focus, chosen, at) = (scene.focus, scene.chosen, scene.at);
    picture.at.set(at);
    picture.scene.set(scene);
    if fresh {
        picture.fresh.set(true);
    }
    if focus.is_some() {
        picture.show.set(focus);
    }
    if let Some(line) = chosen.filter(|line| now.line != Some(*line)) {
        choose::go(state, Selection { statement: now.statement, line: Some(line), finding: None });
        history::replace(state);
    }
}
