//! The items of a line: a list of lines, under one key or another.

use crate::input::scanner::event::Event;
use crate::input::tree::shape::shape;
use crate::input::tree::{Frame, TreeReader};
use crate::model::lines::LineId;
use crate::model::oddity::OddityKind;
use crate::model::place::{Extent, Place};
use crate::model::statement::push_segment;
use crate::model::syntax::Shape;

impl TreeReader {
    pub(super) fn item(
        &mut self,
        parent: LineId,
        ordinal: u32,
        under: Option<Box<str>>,
        event: Event<'_>,
        extent: Extent,
    ) {
        if event != Event::BeginObject {
            self.items_malformed(parent, shape(event), true, extent.start);
            self.skip_if_container(event);
            return;
        }
        let Some(line) = self.statement.lines.push(Some(parent), ordinal, extent.start) else {
            return self.frames.push(Frame::Skip);
        };
        if let Some(under) = under {
            self.place_under(line, parent, &under, ordinal);
        }
        self.frames.push(Frame::Node { line, started: self.oddities.len() });
    }

    /// Told once a line, at the first place.
    pub(super) fn items_malformed(&mut self, line: LineId, found: Shape, within: bool, place: Place) {
        if !self.statement.lines.items_malformed(line) {
            self.statement.lines.set_items_malformed(line);
            self.note(OddityKind::ItemsMalformed { found, within }, place, Some(line));
        }
    }

    /// Says where an item stands that is not under the first key for items.
    fn place_under(&mut self, line: LineId, parent: LineId, under: &str, ordinal: u32) {
        let mut pointer = self.statement.line_pointer(parent);
        push_segment(&mut pointer, under);
        push_segment(&mut pointer, &ordinal.to_string());
        self.statement.lines.set_pointer(line, pointer);
    }
}
