//! Takes a rule's sentence apart, so that names from the file can be set apart from its words.

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of ours.
    Words(String),
    /// A name or text from the file; it stood in backticks.
    Name(String),
}

/// The pieces of a sentence. A backtick without its fellow is a word.
pub fn pieces(sentence: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((words, after)) = rest.split_once('`') {
        let Some((name, further)) = after.split_once('`') else { break };
        if !words.is_empty() {
            pieces.push(Piece::Words(words.to_owned()));
        }
        pieces.push(Piece::Name(name.to_owned()));
        rest = further;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    pieces
}
