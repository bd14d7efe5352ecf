//! Which line of a statement stands at a place of the file's text.
//!
//! Lines know where they begin. Where one ends shows in the text: as many brackets are open at a place as its JSON pointer
//! has segments, so that a line holds all places up to where fewer are open than its own pointer has.

use crate::model::lines::LineId;
use crate::model::statement::Statement;
use crate::view::source::cut::Within;

/// The line that begins last at or before an offset, if any does.
pub fn begun(statement: &Statement, offset: u64) -> Option<LineId> {
    let lines = &statement.lines;
    // Lines of flat rows need not stand in the order of their tree.
    let begun = lines.all().map(|line| (lines.place(line).offset, line));
    begun
        .filter(|(start, _)| *start <= offset)
        .max_by_key(|(start, line)| (*start, *line))
        .map(|(_, line)| line)
}

/// The first line that begins from one offset up to another, if any does.
pub fn beginning(statement: &Statement, from: u64, to: u64) -> Option<LineId> {
    let lines = &statement.lines;
    let begun = lines.all().map(|line| (lines.place(line).offset, line));
    begun.filter(|(start, _)| (from..to).contains(start)).min().map(|(_, line)| line)
}

/// The innermost line that holds the place behind `text`, which begins where `line` does, the line that begins last before
/// it; none if the place is outside all of them. Rows that are not nested in the file end where the next one begins.
pub fn innermost(statement: &Statement, line: LineId, text: &[u8]) -> Option<LineId> {
    let own = statement.line_pointer(line);
    let fewest = i64::try_from(segments(&own)).unwrap_or(i64::MAX) + fewest_open(text);
    let ancestry = statement.lines.ancestry(line);
    let (mut holder, mut nested) = (None, true);
    for above in ancestry {
        let pointer = statement.line_pointer(above);
        let inside =
            own.strip_prefix(pointer.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if inside && i64::try_from(segments(&pointer)).is_ok_and(|segments| segments < fewest) {
            holder = Some(above);
        }
        nested &= inside;
    }
    if nested { holder } else { Some(line) }
}

/// The length of the value that begins `text`, if it ends in it. Only objects and lists have a length here.
pub fn length(text: &[u8]) -> Option<usize> {
    let (mut within, mut open) = (Within::Nothing, 0_i64);
    for (at, byte) in text.iter().enumerate() {
        open += step(&mut within, *byte);
        if open <= 0 {
            return (at > 0).then_some(at + 1);
        }
    }
    None
}

/// The fewest brackets that are open anywhere behind the first byte of `text`, which is a bracket and counts as one.
fn fewest_open(text: &[u8]) -> i64 {
    let mut within = Within::Nothing;
    let open = text.iter().scan(0, |open, byte| {
        *open += step(&mut within, *byte);
        Some(*open)
    });
    open.min().unwrap_or(1)
}

/// What a byte adds to the brackets that are open.
fn step(within: &mut Within, byte: u8) -> i64 {
    let before = std::mem::replace(within, within.after(byte));
    match (before, byte) {
        (Within::Nothing, b'{' | b'[') => 1,
        (Within::Nothing, b'}' | b']') => -1,
        _ => 0,
    }
}

fn segments(pointer: &str) -> usize {
    pointer.matches('/').count()
}
