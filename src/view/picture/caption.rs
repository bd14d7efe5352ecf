//! What a picture says about itself: of which file it is, what is left out of it, and what drew it.

use crate::view::amount_text::Separators;
use crate::view::picture::drawing::Drawing;
use crate::view::picture::label::first;

/// So many letters of a name are shown.
const MOST: usize = 80;

/// The words at the foot of a picture. Nothing of the time it was made, so that the same bytes give the same picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The file's name.
    pub file: String,
    /// Which statement of the file it is, if there are several.
    pub statement: String,
    /// What is not drawn, and why; empty if everything is.
    pub note: String,
}

impl Caption {
    /// The words for a picture of a statement of this file.
    pub fn new(file: &str, statement: String, drawing: &Drawing) -> Caption {
        let more = drawing.cards.iter().fold(0_u64, |sum, card| sum + u64::from(card.more));
        let told = match more {
            0 => None,
            1 => Some("1 item of a large group is not drawn".to_owned()),
            more => {
                let count = Separators::default().write(&more.to_string());
                Some(format!("{count} items of large groups are not drawn"))
            }
        };
        let note: Vec<String> = drawing.note.clone().into_iter().chain(told).collect();
        Caption { file: file.to_owned(), statement, note: note.join(" · ") }
    }

    /// All of it but for what drew it.
    pub fn whole(&self) -> String {
        joined([&self.file, &self.statement, &self.note])
    }

    /// The same with names cut, so that they leave room for the note.
    pub fn line(&self) -> String {
        let parts = [&self.file, &self.statement].map(|part| first(part, MOST));
        joined([&parts[0], &parts[1], &self.note])
    }

    /// What drew it.
    pub fn tool(&self) -> String {
        format!("Tieout {}", env!("CARGO_PKG_VERSION"))
    }
}

fn joined(parts: [&String; 3]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
}
