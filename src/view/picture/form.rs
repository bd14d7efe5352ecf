//! What a picture can be taken away as.

use serde::{Deserialize, Serialize};

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// SVG, which any browser shows.
    Svg,
    /// PNG. What is written for it is the SVG, of which a browser makes pixels.
    Png,
    /// draw.io, to work on it.
    DrawIo,
    /// Mermaid, to put it into a text.
    Mermaid,
}

impl Form {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Svg => "image/svg+xml",
            Form::Png => "image/png",
            Form::DrawIo => "application/vnd.jgraph.mxfile",
            Form::Mermaid => "text/vnd.mermaid;charset=utf-8",
        }
    }

    /// What the names of its files end with.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Svg => "svg",
            Form::Png => "png",
            Form::DrawIo => "drawio",
            Form::Mermaid => "mmd",
        }
    }
}
