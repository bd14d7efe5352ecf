//! Markup that any XML reader takes, whatever stands in the texts.

use crate::view::picture::label;

/// Markup in the making.
#[derive(Default)]
pub struct Markup(String);

impl Markup {
    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    /// Adds markup as it is, which never holds anything of a file.
    pub fn raw(&mut self, markup: &str) -> &mut Markup {
        self.0.push_str(markup);
        self
    }

    /// Adds a number.
    pub fn number(&mut self, number: u32) -> &mut Markup {
        self.raw(&number.to_string())
    }

    /// Adds an attribute with a number.
    pub fn size(&mut self, name: &str, number: u32) -> &mut Markup {
        self.raw(" ").raw(name).raw("=\"").number(number).raw("\"")
    }

    /// Adds an attribute.
    pub fn attribute(&mut self, name: &str, value: &str) -> &mut Markup {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// Adds text of a file, on one line.
    pub fn text(&mut self, text: &str) -> &mut Markup {
        for c in label::plain(text) {
            self.escaped(c);
        }
        self
    }

    /// Adds text that was made plain before.
    pub fn made(&mut self, text: &str) -> &mut Markup {
        for c in text.chars() {
            self.escaped(c);
        }
        self
    }

    fn escaped(&mut self, c: char) {
        match c {
            '&' => self.0.push_str("&amp;"),
            '<' => self.0.push_str("&lt;"),
            '>' => self.0.push_str("&gt;"),
            '"' => self.0.push_str("&quot;"),
            c => self.0.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::view::picture::xml::Markup;

    #[test]
    fn text_never_becomes_markup() {
        let mut markup = Markup::default();
        markup.raw("<a").attribute("b", "\"&'<\n\u{0}").raw(">").text("</a>]]>").raw("</a>");
        let text = String::from_utf8(markup.into_bytes()).unwrap();
        assert_eq!(text, "<a b=\"&quot;&amp;'&lt; \u{fffd}\">&lt;/a&gt;]]&gt;</a>");
    }
}
