//! Sentences of rules, with the file's own words set apart, and sizes of files.

use leptos::prelude::*;

use crate::ui::tag::tag;
use crate::view::message::{Piece, pieces};

/// A sentence in which names stood in backticks. Each name keeps its own writing direction.
#[expect(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
#[component]
pub fn Sentence(
    /// The sentence.
    text: String,
    /// Whether it stands alone, and so begins with a capital and ends with a full stop.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    let mut parts = pieces(&text);
    if let Some(Piece::Words(words)) = parts.first_mut().filter(|_| alone) {
        *words = capital(words);
    }
    let draw = |piece| match piece {
        Piece::Words(words) => words.into_any(),
        Piece::Name(name) => tag("bdi").class("named").child(name).into_any(),
    };
    let stop = if alone { "." } else { "" };
    (parts.into_iter().map(draw).collect_view(), stop)
}

/// The words with a capital letter first.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| std::iter::once(first.to_ascii_uppercase()).chain(letters).collect())
        .unwrap_or_default()
}

/// A name from the file, or words for its absence. It keeps its own writing direction.
#[component]
pub fn Name(
    /// The name; may be empty.
    name: String,
) -> impl IntoView {
    if name.trim().is_empty() {
        tag("i").class("nameless").child("no name").into_any()
    } else {
        tag("bdi").child(name).into_any()
    }
}

/// A size in bytes for a person: `11.3 KB`; 1 KB is 1,000 bytes.
pub fn size(bytes: u64) -> String {
    let (unit, name) = match bytes {
        1 => return "1 byte".to_owned(),
        0..1_000 => return format!("{bytes} bytes"),
        1_000..1_000_000 => (1_000, "KB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        _ => (1_000_000_000, "GB"),
    };
    format!("{}.{} {name}", bytes / unit, bytes % unit * 10 / unit)
}
