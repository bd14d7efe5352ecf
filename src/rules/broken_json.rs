//! J001 broken-json: the text is not JSON.

use crate::model::level::Level;
use crate::model::oddity::OddityKind;
use crate::model::syntax::{Expected, FaultKind, Foreign, Found, Shape};
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Noticed, Rule, Test};
use crate::rules::words::{self, quoted};

/// J001: the text is not JSON.
pub const RULE: Rule = Rule {
    code: "J001",
    name: "broken-json",
    level: Level::Error,
    what: "the text is not JSON",
    why: "a program that reads the file stops here, or reads something else than was meant",
    fix: "mend each place that is listed, or export the file again; copying a file through a text or chat program often changes its quotes or cuts it off",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"},]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "3000", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::Noticed(test),
};

fn test(noticed: &Noticed<'_>, drafts: &mut Drafts) {
    for oddity in noticed.oddities {
        let message = match &oddity.kind {
            OddityKind::Fault(FaultKind::Syntax { found: Found::Char('<'), .. })
                if oddity.place.offset == 0 =>
            {
                "found `<`: this looks like a web page or XML; expected JSON".to_owned()
            }
            OddityKind::Fault(FaultKind::Syntax { found: Found::Word(word), .. })
                if oddity.place.offset == 0 =>
            {
                let word = quoted(word);
                format!(
                    "found the bare word {word}: this looks like a table (CSV) or plain text; expected JSON"
                )
            }
            OddityKind::Fault(FaultKind::Syntax { found, expected }) => sentence(found, *expected),
            OddityKind::Fault(FaultKind::Foreign(kind)) => {
                let kind = match kind {
                    Foreign::Pdf => "a PDF",
                    Foreign::Zip => "a zip, perhaps a workbook (XLSX)",
                    Foreign::Ole => "a workbook or document of an old kind (XLS, DOC)",
                    Foreign::Image => "an image",
                    Foreign::Packed => "packed, and not with gzip",
                    Foreign::Data => "a table or database (Parquet, SQLite)",
                };
                format!("this is {kind}: export the balance sheet as JSON")
            }
            OddityKind::Fault(FaultKind::TooMany) => {
                "there are more such places; the rest of the file was not read".to_owned()
            }
            _ => continue,
        };
        drafts.push(Draft::about(oddity, message));
    }
}

fn sentence(found: &Found, expected: Expected) -> String {
    let found_words = match found {
        Found::End { open: 0, .. } if expected == Expected::Value => {
            return "the file is empty: there is nothing to read".to_owned();
        }
        Found::End { open, since } => {
            let brackets = words::count(u64::from(*open), "bracket is", "brackets are");
            let since = since.map(|place| format!(", the innermost since line {}", place.line));
            format!("the text ends while {brackets} open{}", since.unwrap_or_default())
        }
        Found::UnclosedString => "a text in quotes is not closed before its line or the file ends".to_owned(),
        Found::CutString => {
            return "the file seems to be cut off: it ends within a text in quotes that begins here; get the whole file again"
                .to_owned();
        }
        Found::Char(c) => format!("found {}", character(*c)),
        Found::WrongClose(c) => format!("found {}, which closes what is not open", character(*c)),
        Found::TrailingComma => "found a comma with nothing after it".to_owned(),
        Found::Comment => "found a comment".to_owned(),
        Found::SingleQuoted => "found single quotes".to_owned(),
        Found::SmartQuoted => "found typographic quotes".to_owned(),
        Found::Word(word) => format!("found the bare word {}", quoted(word)),
        Found::BadNumber(text) => format!("found {}, which is no number in JSON", quoted(text)),
        Found::Value(shape) => format!("found {}", self::shape(*shape)),
        Found::BadEscape(text) => format!("found the escape {}", quoted(text)),
        Found::Control(c) => format!("found a raw {} within a text", character(*c)),
    };
    format!("{found_words}; expected {}", expected_words(expected))
}

fn character(c: char) -> String {
    match c {
        '`' => "a backtick".to_owned(),
        '\t' => "tab".to_owned(),
        '\n' | '\r' => "line end".to_owned(),
        '\u{fffd}' => "a character that cannot be shown".to_owned(),
        c if c.is_control() || c.is_whitespace() => format!("character U+{:04X}", u32::from(c)),
        c => quoted(&c.to_string()),
    }
}

/// A shape with its article.
pub fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Object => "an object",
        Shape::Array => "a list",
        Shape::Text => "a text",
        Shape::Number => "a number",
        Shape::Boolean => "a yes/no value (true or false)",
        Shape::Null => "null",
    }
}

fn expected_words(expected: Expected) -> &'static str {
    match expected {
        Expected::Value => "a value",
        Expected::Key => "a key in double quotes",
        Expected::KeyOrClose => "a key in double quotes, or `}`",
        Expected::ValueOrClose => "a value, or `]`",
        Expected::Colon => "`:`",
        Expected::CommaOrCloseObject => "`,` or `}`",
        Expected::CommaOrCloseArray => "`,` or `]`",
        Expected::End => "the end of the file",
        Expected::CloseQuote => "a double quote",
        Expected::Escape => "one of JSON's escapes, such as `\\n` or `\\u00e9`",
        Expected::Number => "a number such as `-1234.50`",
        Expected::DoubleQuotes => "double quotes",
        Expected::NoComment => "none, because JSON has no comments",
    }
}
