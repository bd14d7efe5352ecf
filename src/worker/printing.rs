//! Draws what is printed of the report and the open statement, for the page to set on paper.

use crate::export::report_html::{self, PRINT, paper};
use crate::view::desk::Desk;
use crate::view::printed::Stroke;
use crate::worker::protocol::{self, Tell};
use crate::worker::server::Server;

impl Server {
    /// Tells what there is to print.
    pub(super) fn print(&self, about: u32) {
        let desk = self.desk.borrow();
        let Some(desk) = desk.as_ref() else { return };
        self.hand_over(about, &Tell::Printed, &protocol::pack_strokes(&strokes(desk)));
    }
}

fn strokes(desk: &Desk) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut open = desk.examined().map(|examined| (desk.statement(), examined)).into_iter();
    let drawn = report_html::draw(desk.report(), &mut open, PRINT, &mut |stroke| {
        strokes.push(match stroke {
            paper::Stroke::Open(name, with) => {
                let with = with.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
                Stroke::Open(name.to_owned(), with.collect())
            }
            paper::Stroke::Text(text) => Stroke::Text(text.to_owned()),
            paper::Stroke::Close(_) => Stroke::Close,
        });
        Ok(())
    });
    // A list takes every stroke.
    drop(drawn);
    strokes
}
