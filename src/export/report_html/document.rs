//! Strokes as one HTML file with its own closed policy, style and script.

use std::io::{Result, Write};

use crate::export::report_html::opening;
use crate::export::report_html::paper::Stroke;
use crate::export::report_html::policy::policy;
use crate::model::report::Report;

/// What the file looks like: the page's own colours and sizes, and the sheet that the page prints by.
const STYLE: [&str; 4] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/printed.css"),
    include_str!("../../../style/paper.css"),
    include_str!("../../../style/alone.css"),
];

/// What the file can do: sort a table. It reads well without.
const SCRIPT: &str = include_str!("sort.js");

/// A file that is being written.
pub struct Document<'a> {
    out: &'a mut dyn Write,
}

impl<'a> Document<'a> {
    /// Writes everything up to the first element of the report.
    pub fn begin(report: &Report, out: &'a mut dyn Write) -> Result<Document<'a>> {
        let style = STYLE.concat();
        let mut document = Document { out };
        document.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")?;
        document.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")?;
        document.raw(&policy(&style, SCRIPT))?;
        document.raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")?;
        document.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")?;
        document.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")?;
        document.escaped(&opening::title(report))?;
        document.raw("</title>\n<style>")?;
        document.raw(&style)?;
        document.raw("</style>\n</head>\n<body>\n<main class=\"printed\">")?;
        Ok(document)
    }

    /// Writes one stroke.
    pub fn take(&mut self, stroke: &Stroke<'_>) -> Result<()> {
        match stroke {
            Stroke::Text(text) => self.escaped(text),
            Stroke::Close(name) => {
                self.raw("</")?;
                self.raw(name)?;
                self.raw(">")
            }
            Stroke::Open(name, attributes) => {
                let lone = matches!(
                    *name,
                    "section" | "article" | "table" | "tr" | "li" | "p" | "h2" | "h3" | "div"
                );
                self.raw(if lone { "\n<" } else { "<" })?;
                self.raw(name)?;
                for (key, value) in *attributes {
                    self.raw(" ")?;
                    self.raw(key)?;
                    self.raw("=\"")?;
                    self.escaped(value)?;
                    self.raw("\"")?;
                }
                self.raw(">")
            }
        }
    }

    /// Writes the rest.
    pub fn end(mut self) -> Result<()> {
        self.raw("\n</main>\n<script>")?;
        self.raw(SCRIPT)?;
        self.raw("</script>\n</body>\n</html>\n")?;
        self.out.flush()
    }

    fn raw(&mut self, text: &str) -> Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// A text that may be anyone's: no character of it is more than a character.
    fn escaped(&mut self, text: &str) -> Result<()> {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'', '\0']) {
            let (plain, special) = rest.split_at(at);
            self.raw(plain)?;
            self.raw(match special.as_bytes().first() {
                Some(b'&') => "&amp;",
                Some(b'<') => "&lt;",
                Some(b'>') => "&gt;",
                Some(b'"') => "&quot;",
                Some(b'\'') => "&#39;",
                _ => "\u{fffd}",
            })?;
            rest = special.get(1..).unwrap_or_default();
        }
        self.raw(rest)
    }
}
