//! Answers what the page asks of a picture.

use crate::view::desk::Desk;
use crate::view::picture::scene::{Act, Motif, Scene, Sight};
use crate::worker::protocol::Tell;
use crate::worker::server::Server;

impl Server {
    /// Where no statement is open, there is nothing to draw.
    pub(super) fn picture(&self, desk: &mut Desk, about: u32, (motif, act, sight): (Motif, Act, Sight)) {
        let statement = desk.statement();
        let nothing = || Scene { motif, statement, sight, ..Scene::default() };
        let scene = desk.picture(motif, act, sight).unwrap_or_else(nothing);
        self.tell(about, &Tell::Picture(Box::new(scene)));
    }
}
