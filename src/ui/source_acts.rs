//! Asks about the text of a file, and takes the answers; what is chosen here is chosen everywhere.

#![expect(clippy::disallowed_types, reason = "pixels, not money")]

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::choose;
use crate::ui::state::{Look, State, Tab};
use crate::view::fragment::Selection;
use crate::view::source::sent::{SourceAsk, SourceNote, SourceRow, SourceRows, SourceTell};
use crate::worker::protocol::Ask;

/// How many rows are asked for before it is known how many are in sight.
const FIRST: u32 = 120;

/// How many rows beside the one that is gone to are brought into sight with it.
const AROUND: u32 = 8;

/// Shows the text at a finding, or else at a line of the open statement.
pub fn open_at(state: State, finding: Option<u32>, line: Option<u32>) {
    state.look.set(Look::Source);
    state.tab.set(Tab::Views);
    let selection = state.selection.get_untracked();
    state.source.stays.set(false);
    go_to(state, Selection { line, finding, ..selection });
    state.source.visited.set(Some(selection));
}

/// Goes to what is chosen, unless it was gone to before. What was chosen in the text itself is only marked.
pub fn follow(state: State, selection: Selection) {
    let before = state.source.visited.get_untracked();
    let at_hand = state.source.rows.with_untracked(|rows| !rows.rows.is_empty());
    if at_hand && before == Some(selection) {
        return;
    }
    go_to(state, selection);
    state.source.visited.set(Some(selection));
}

fn go_to(state: State, selection: Selection) {
    let stays = state.source.stays.get_untracked();
    state.source.stays.set(false);
    state.source.failed.set(None);
    state.source.asked.set(true);
    let stay = state.source.rows.with_untracked(|rows| rows.from);
    ask(
        state,
        SourceAsk::Chosen {
            finding: selection.finding,
            line: selection.line,
            stay: stays.then_some(stay),
            count: FIRST,
        },
    );
}

/// Draws the rows anew, for something about them has changed.
pub fn refresh(state: State) {
    let from = state.source.rows.with_untracked(|rows| (!rows.rows.is_empty()).then_some(rows.from));
    if let Some(from) = from {
        ask(state, SourceAsk::Rows { from, count: FIRST });
    }
}

/// Asks the worker.
pub fn ask(state: State, ask: SourceAsk) {
    acts::ask(state, &Ask::Source(ask));
}

/// Takes an answer.
pub fn take(state: State, tell: SourceTell) {
    let source = state.source;
    match tell {
        SourceTell::Rows(rows) => take_rows(state, rows),
        SourceTell::Counting(read, of) => source.counting.set(Some((read, of))),
        SourceTell::Failed(reason) => {
            source.forget();
            source.failed.set(Some(reason));
        }
        SourceTell::Found(found) => {
            // What was typed since is looked for by now.
            if source.wanted.with_untracked(|wanted| *wanted == found.text) {
                source.found.set(found);
            }
        }
        SourceTell::At { statement, line, offset } => take_line(state, statement, line, offset),
    }
}

fn take_rows(state: State, rows: SourceRows) {
    let source = state.source;
    source.asked.set(false);
    if rows.counted {
        source.counting.set(None);
    }
    let (focus, total) = (rows.focus, rows.total);
    let first = source.rows.with_untracked(|before| before.rows.is_empty());
    source.rows.set(rows);
    match focus {
        Some(row) => {
            let before = source.cursor.get_untracked();
            source.cursor.set(row);
            if first {
                // The sizes are known only once the view is drawn.
                request_animation_frame(move || {
                    request_animation_frame(move || bring(state, row, before, total));
                });
            } else {
                bring(state, row, before, total);
            }
        }
        None if source.cursor.get_untracked() >= total => source.cursor.set(total.saturating_sub(1)),
        None => {}
    }
}

/// Brings a row into sight with some of those around it, and sideways what is marked in it.
fn bring(state: State, row: u32, before: u32, total: u32) {
    let show = state.source.show;
    // Whoever has gone on since is left where they are.
    let gone_on = move || state.source.cursor.get_untracked() != row;
    if gone_on() {
        return;
    }
    let around = if row >= before {
        row.saturating_add(AROUND).min(total.saturating_sub(1))
    } else {
        row.saturating_sub(AROUND)
    };
    show.set(Some(around));
    request_animation_frame(move || {
        if !gone_on() {
            show.set(Some(row));
            request_animation_frame(bring_sideways);
        }
    });
}

/// Scrolls sideways to the place that was gone to, if it is not in sight.
fn bring_sideways() {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let place = find("#panel-source .hit.current").or_else(|| find("#panel-source .here .under"));
    let (Some(grid), Some(place)) = (find("#panel-source .grid"), place) else { return };
    let Some(gutter) = find("#panel-source .grid-head .gutter") else { return };
    let (own, frame) = (place.get_bounding_client_rect(), grid.get_bounding_client_rect());
    let left = gutter.get_bounding_client_rect().right();
    if own.right() <= frame.right() && own.left() >= left {
        return;
    }
    // What would be in sight from the beginning of the row is shown from there.
    let wide = frame.right() - left;
    let from = own.left() - left + f64::from(grid.scroll_left());
    #[expect(clippy::cast_possible_truncation, reason = "pixels, not money")]
    let to = if from + own.width() < wide { 0 } else { (from - wide / 4.0) as i32 };
    grid.set_scroll_left(to.max(0));
}

fn take_line(state: State, statement: Option<u32>, line: Option<u32>, offset: u64) {
    let pending = state.source.pending.get_untracked();
    match (statement, line) {
        (Some(statement), Some(line)) if statement == state.selection.get_untracked().statement => {
            state.source.pending.set(None);
            let chosen = Selection { statement, line: Some(line), finding: None };
            if state.selection.get_untracked() != chosen {
                state.source.stays.set(true);
                choose::line(state, line);
            }
        }
        (Some(statement), None) if statement != state.selection.get_untracked().statement => {
            state.source.pending.set(pending.filter(|(from, _)| *from == offset));
            state.source.stays.set(true);
            choose::statement(state, statement);
        }
        _ => {
            state.source.pending.set(None);
            state.said.set("No line of the statement stands here".to_owned());
        }
    }
}

/// Another statement is open: perhaps because something of it was chosen in the text.
pub fn opened(state: State) {
    if let Some((offset, to)) = state.source.pending.get_untracked() {
        ask(state, SourceAsk::At { offset, to });
    }
}

/// Chooses the line that stands at a place of a row, or else the first one that begins in it.
pub fn choose_at(state: State, row: u32, within: Option<u32>) {
    let offsets = state.source.rows.with_untracked(|rows| {
        let at = row.checked_sub(rows.from)? as usize;
        let offset = rows.rows.get(at)?.offset;
        let next = rows.rows.get(at + 1).map_or(offset + 1, |next| next.offset);
        Some(match within {
            Some(within) => (offset + u64::from(within), offset + u64::from(within)),
            None => (offset, next),
        })
    });
    let Some((offset, to)) = offsets else { return };
    state.source.cursor.set(row);
    state.source.pending.set(Some((offset, to)));
    ask(state, SourceAsk::At { offset, to });
}

/// Chooses a finding of a row: the one after that which is chosen, if one is.
pub fn choose_note(state: State, row: u32) {
    let Some(SourceRow { notes, .. }) = row_at(state, row) else { return };
    let chosen = state.selection.get_untracked().finding;
    let listed: Vec<&SourceNote> = notes.iter().filter(|note| note.finding.is_some()).collect();
    let at = listed.iter().position(|note| note.finding == chosen).map_or(0, |at| at + 1);
    state.source.cursor.set(row);
    match listed.get(at).or(listed.first()) {
        Some(SourceNote { finding: Some(finding), statement, line, .. }) => {
            if chosen != Some(*finding) {
                state.source.stays.set(true);
            }
            choose::finding(state, *finding, *statement, *line);
        }
        // Findings that the report does not keep are told by their line.
        _ => choose_at(state, row, None),
    }
}

/// A row, if it is at hand.
pub fn row_at(state: State, row: u32) -> Option<SourceRow> {
    state.source.rows.with_untracked(|rows| rows.rows.get(row.checked_sub(rows.from)? as usize).cloned())
}
