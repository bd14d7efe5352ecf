//! Draws rows of a text: colours, findings under their places, what was looked for, and the chosen line.

use std::ops::Range;

use crate::view::mark::Weight;
use crate::view::source::cut::Span;
use crate::view::source::ink::{Ink, Token, tokens};
use crate::view::source::sent::{Hit, Share, SourceNote, SourcePiece, SourceRow};
use crate::view::source::shown;

/// The most findings that are told of one row.
const MOST_NOTES: usize = 12;

/// What rows are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// A stretch of the text that has the rows and some more.
    pub text: &'a [u8],
    /// Its offset.
    pub offset: u64,
    /// The findings in it, by place, then worst first.
    pub notes: &'a [SourceNote],
    /// Where something that was looked for begins, rising.
    pub hits: &'a [u64],
    /// How many bytes that has.
    pub hit_length: u64,
    /// Which of the hits was gone to, by its offset.
    pub current: Option<u64>,
    /// What the chosen line takes up; only its first byte if its end is not known.
    pub chosen: Option<(u64, u64)>,
}

/// Draws rows that follow one another.
pub fn rows(scene: &Scene, spans: &[Span]) -> Vec<SourceRow> {
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return Vec::new() };
    let (from, to) = (scene.at(first.start.offset), scene.at(last.end));
    let tokens = tokens(scene.text, from, to, first.start.within);
    let next = spans.iter().skip(1).map(|span| span.start.offset).chain([u64::MAX]);
    spans.iter().zip(next).map(|(span, next)| row(scene, &tokens, span, next)).collect()
}

fn row(scene: &Scene, tokens: &[Token], span: &Span, next: u64) -> SourceRow {
    let (from, to) = (scene.at(span.start.offset), scene.at(span.end));
    let own = from_until(scene.notes, |note| note.offset, span.start.offset, next);
    let mut under: Vec<(Range<usize>, Weight)> = Vec::new();
    for note in own.iter().filter(|note| !note.accepted) {
        under.push((extent(scene, tokens, scene.at(note.offset).min(to), to), note.weight));
    }
    let chosen = scene.chosen.map_or(0..0, |(start, end)| scene.at(start)..scene.at(end));
    let longest = usize::try_from(scene.hit_length).unwrap_or(usize::MAX);
    let before = span.start.offset.saturating_sub(scene.hit_length);
    let hits = from_until(scene.hits, |hit| *hit, before, span.end).iter().map(|hit| {
        // What begins in the row before may end in this one.
        let skipped = usize::try_from(scene.offset.saturating_sub(*hit)).unwrap_or(0);
        let start = scene.at(*hit);
        (start..start + longest.saturating_sub(skipped), scene.current == Some(*hit))
    });
    let hits: Vec<(Range<usize>, bool)> = hits.collect();

    let first = tokens.partition_point(|token| token.end <= from);
    let tokens = tokens.get(first..).unwrap_or_default();
    let mut cuts: Vec<usize> = vec![from, to];
    cuts.extend(tokens.iter().map(|token| token.end).take_while(|end| *end < to));
    cuts.extend(under.iter().flat_map(|(range, _)| [range.start, range.end]));
    cuts.extend(hits.iter().flat_map(|(range, _)| [range.start, range.end]));
    cuts.extend([chosen.start, chosen.end]);
    cuts.retain(|cut| (from..=to).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();

    let mut pieces = Vec::new();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let ink = tokens.iter().find(|token| token.end > start).map_or(Ink::Fault, |token| token.ink);
        let hit = match hits.iter().filter(|(range, _)| range.contains(&start)).map(|(_, is)| *is).max() {
            None => Hit::None,
            Some(false) => Hit::One,
            Some(true) => Hit::Current,
        };
        let look = SourcePiece {
            at: 0,
            text: String::new(),
            ink,
            sign: false,
            under: under.iter().filter(|(range, _)| range.contains(&start)).map(|(_, weight)| *weight).min(),
            hit,
            chosen: chosen.contains(&start),
        };
        let text = scene.text.get(start..end).unwrap_or_default();
        for run in shown::runs(text, matches!(ink, Ink::Key | Ink::Text)) {
            let at = u32::try_from(start - from + run.at).unwrap_or(u32::MAX);
            pieces.push(SourcePiece { at, text: run.text, sign: run.sign, ..look.clone() });
        }
    }
    // What is missing at the end of a line has a place all the same.
    if let Some(weight) = under.iter().filter(|(range, _)| range.start >= to).map(|(_, weight)| *weight).min()
    {
        let at = u32::try_from(to - from).unwrap_or(u32::MAX);
        let (text, ink) = (" ".to_owned(), Ink::Fault);
        let (sign, hit, chosen) = (false, Hit::None, false);
        pieces.push(SourcePiece { at, text, ink, sign, under: Some(weight), hit, chosen });
    }
    SourceRow {
        offset: span.start.offset,
        line: span.start.line,
        continued: span.start.continued,
        chosen: share(scene.text, from..to, &chosen),
        pieces,
        notes: told(own),
        more: u32::try_from(own.len().saturating_sub(MOST_NOTES)).unwrap_or(u32::MAX),
    }
}

impl Scene<'_> {
    /// An offset as a place in the stretch that is at hand.
    fn at(&self, offset: u64) -> usize {
        usize::try_from(offset.saturating_sub(self.offset)).unwrap_or(usize::MAX).min(self.text.len())
    }
}

/// The findings of one row, worst first.
fn told(own: &[SourceNote]) -> Vec<SourceNote> {
    let mut notes = own.to_vec();
    notes.sort_by_key(|note| (note.accepted, note.weight));
    notes.truncate(MOST_NOTES);
    notes
}

/// Those of a rising list from one offset up to another.
fn from_until<T>(list: &[T], offset: impl Fn(&T) -> u64, from: u64, to: u64) -> &[T] {
    let begin = list.partition_point(|one| offset(one) < from);
    let end = list.partition_point(|one| offset(one) < to);
    list.get(begin..end).unwrap_or_default()
}

/// What a finding at `at` is about, within its row: the value or key that begins there.
fn extent(scene: &Scene, tokens: &[Token], at: usize, to: usize) -> Range<usize> {
    let rest = scene.text.get(at..to).unwrap_or_default();
    let end = match rest.first() {
        // Of what has others in it the bracket is marked: the rest would be most of the row.
        Some(b'{' | b'[' | b',' | b':' | b'}' | b']' | b' ' | b'\t') => at + 1,
        _ => tokens.iter().map(|token| token.end).find(|end| *end > at).unwrap_or(at + 1),
    };
    at..end.min(to)
}

/// How much of a row is within `range`.
fn share(text: &[u8], row: Range<usize>, range: &Range<usize>) -> Share {
    let written = |part: Range<usize>| {
        let part = text.get(part).unwrap_or_default();
        part.iter().any(|byte| !matches!(byte, b' ' | b'\t' | b','))
    };
    let (from, to) = (range.start.clamp(row.start, row.end), range.end.clamp(row.start, row.end));
    if from >= to {
        Share::None
    } else if written(row.start..from) || written(to..row.end) {
        Share::Part
    } else {
        Share::Whole
    }
}
