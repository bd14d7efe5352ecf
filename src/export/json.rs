//! JSON written as it comes, two spaces a level, so that nothing has to be gathered first.

use std::io::{Result, Write};

/// A JSON text that is being written. What `out` refuses is told at the end.
pub struct Json<'a> {
    out: &'a mut dyn Write,
    depth: usize,
    /// Whether nothing stands yet in what was opened last.
    empty: bool,
    written: Result<()>,
}

impl<'a> Json<'a> {
    /// A text that goes to `out`.
    pub fn new(out: &'a mut dyn Write) -> Json<'a> {
        Json { out, depth: 0, empty: true, written: Ok(()) }
    }

    /// Ends the text with LF. The only errors are those of `out`.
    pub fn finish(mut self) -> Result<()> {
        self.put("\n");
        self.written
    }

    /// Opens an object or a list with `{` or `[`.
    pub fn open(&mut self, bracket: &str) {
        self.put(bracket);
        self.depth += 1;
        self.empty = true;
    }

    /// Closes it with `}` or `]`.
    pub fn close(&mut self, bracket: &str) {
        self.depth = self.depth.saturating_sub(1);
        if !self.empty {
            self.line();
        }
        self.put(bracket);
        self.empty = false;
    }

    /// Begins the next element of a list, or the next key.
    pub fn item(&mut self) -> &mut Json<'a> {
        if !self.empty {
            self.put(",");
        }
        self.line();
        self.empty = false;
        self
    }

    /// Begins the next value of an object.
    pub fn key(&mut self, key: &str) -> &mut Json<'a> {
        self.item().text(key);
        self.put(": ");
        self
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        // A text can always be written as JSON.
        self.put(&serde_json::to_string(text).unwrap_or_default());
    }

    /// A text, or `null`.
    pub fn text_or_null(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.put("null"),
        }
    }

    /// A number, or `null`.
    pub fn number(&mut self, number: Option<u64>) {
        self.put(&number.map_or_else(|| "null".to_owned(), |number| number.to_string()));
    }

    /// `true` or `false`.
    pub fn flag(&mut self, flag: bool) {
        self.put(if flag { "true" } else { "false" });
    }

    /// A list of texts.
    pub fn texts<T: AsRef<str>>(&mut self, texts: &[T]) {
        self.open("[");
        for text in texts {
            self.item().text(text.as_ref());
        }
        self.close("]");
    }

    /// A value that is JSON already, two spaces a level.
    pub fn value(&mut self, json: &str) {
        for (at, line) in json.lines().enumerate() {
            if at > 0 {
                self.line();
            }
            self.put(line);
        }
    }

    fn line(&mut self) {
        self.put("\n");
        for _ in 0..self.depth {
            self.put("  ");
        }
    }

    fn put(&mut self, text: &str) {
        if self.written.is_ok() {
            self.written = self.out.write_all(text.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::export::json::Json;

    #[test]
    fn the_text_is_what_serde_json_makes_of_the_same_values() {
        let mut bytes = Vec::new();
        let mut json = Json::new(&mut bytes);
        json.open("{");
        json.key("text").text("\"\\\u{1}\n\u{7f}é");
        json.key("none").text_or_null(None);
        json.key("list").open("[");
        json.item().open("{");
        json.close("}");
        json.item().number(Some(3));
        json.close("]");
        json.key("nothing").texts::<&str>(&[]);
        json.key("value").value("{\n  \"a\": true\n}");
        json.close("}");
        json.finish().expect("a Vec takes all");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let keys = ["text", "none", "list", "nothing", "value"];
        assert_eq!(keys.map(|key| text.find(&format!("\"{key}\": ")).is_some()), [true; 5]);
        assert_eq!(read["text"], "\"\\\u{1}\n\u{7f}é");
        assert!(text.ends_with(
            "  \"list\": [\n    {},\n    3\n  ],\n  \"nothing\": [],\n  \"value\": {\n    \"a\": true\n  }\n}\n"
        ));
    }
}
