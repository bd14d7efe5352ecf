//! What a report is drawn on: elements and texts, one after another. Nothing of a file is ever more than a text.

use std::io::Result;

/// The most characters of a name, an id or a text from the file.
const MOST_SHOWN: usize = 200;

/// One thing that is drawn.
#[derive(Clone, Copy, Debug)]
pub enum Stroke<'a> {
    /// An element begins, with these attributes; their values are ours.
    Open(&'static str, &'a [(&'static str, &'a str)]),
    /// A text within it, which may be anyone's.
    Text(&'a str),
    /// The element that began last ends.
    Close(&'static str),
}

/// Where strokes go. What is refused there is told at the end.
pub struct Paper<'a> {
    hand: &'a mut dyn FnMut(Stroke<'_>) -> Result<()>,
    open: Vec<&'static str>,
    drawn: Result<()>,
}

impl<'a> Paper<'a> {
    /// Paper that hands its strokes on.
    pub fn new(hand: &'a mut dyn FnMut(Stroke<'_>) -> Result<()>) -> Paper<'a> {
        Paper { hand, open: Vec::new(), drawn: Ok(()) }
    }

    /// Whether all of it was taken.
    pub fn finish(mut self) -> Result<()> {
        while !self.open.is_empty() {
            self.close();
        }
        self.drawn
    }

    /// Begins an element of this class; none if that is empty.
    pub fn open(&mut self, name: &'static str, class: &str) -> &mut Paper<'a> {
        let class = [("class", class)];
        self.open_with(name, if class[0].1.is_empty() { &[] } else { &class })
    }

    /// Begins an element with these attributes.
    pub fn open_with(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) -> &mut Paper<'a> {
        self.stroke(Stroke::Open(name, attributes));
        self.open.push(name);
        self
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Paper<'a> {
        if !text.is_empty() {
            self.stroke(Stroke::Text(text));
        }
        self
    }

    /// Ends the element that began last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.stroke(Stroke::Close(name));
        }
    }

    /// An element with a text and nothing else.
    pub fn put(&mut self, name: &'static str, class: &str, text: &str) {
        self.open(name, class).text(text).close();
    }

    /// A heading that can be gone to.
    pub fn heading(&mut self, name: &'static str, id: &str, text: &str) {
        self.open_with(name, &[("id", id)]).text(text).close();
    }

    /// A name or another text from the file, which keeps its own writing direction. Very long ones are cut.
    pub fn name(&mut self, text: &str) {
        match text.trim() {
            "" => self.put("i", "quiet", "no name"),
            _ => self.put("bdi", "", &tame(text)),
        }
    }

    /// A sentence of a rule, which names things in backticks, with a capital and a full stop.
    pub fn sentence(&mut self, sentence: &str) {
        let whole = sentence.matches('`').count().is_multiple_of(2);
        let mut parts = sentence.split('`').enumerate().peekable();
        while let Some((at, part)) = parts.next() {
            let named = at % 2 == 1 && (whole || parts.peek().is_some());
            match (named, at) {
                (true, _) => self.put("bdi", "named", part),
                (false, 0) => {
                    self.text(&capital(part));
                }
                (false, _) => {
                    self.text(part);
                }
            }
        }
        self.text(".");
    }

    fn stroke(&mut self, stroke: Stroke<'_>) {
        if self.drawn.is_ok() {
            self.drawn = (self.hand)(stroke);
        }
    }
}

/// A text from the file on one line and not too long.
pub fn tame(text: &str) -> String {
    let mut tame: String =
        text.chars().take(MOST_SHOWN).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if text.chars().nth(MOST_SHOWN).is_some() {
        tame.push('…');
    }
    tame
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
