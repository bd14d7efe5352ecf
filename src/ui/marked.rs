//! A text of the file in which the part is marked that a search found.

use leptos::prelude::*;

use crate::ui::tag::tag;

/// How many bytes of a long text stand before the mark, so that the mark is in sight.
const BEFORE: usize = 24;

/// The text, which keeps its own writing direction, with these bytes of it marked.
pub fn marked(text: String, range: Option<(u32, u32)>) -> AnyView {
    let parts = range.and_then(|(from, to)| {
        let (from, to) = (from as usize, to as usize);
        Some((text.get(..from)?, text.get(from..to)?, text.get(to..)?))
    });
    let Some((before, found, after)) = parts else { return tag("bdi").child(text).into_any() };
    let cut = before.char_indices().rev().take_while(|(at, _)| before.len() - at <= BEFORE).last();
    let near = cut.and_then(|(at, _)| before.get(at..)).unwrap_or(before);
    let far = before.len() - near.len() > BEFORE;
    let before = if far { format!("…{near}") } else { before.to_owned() };
    tag("bdi").child(before).child(tag("mark").child(found.to_owned())).child(after.to_owned()).into_any()
}
