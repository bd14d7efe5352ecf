//! J004 bad-encoding: the file is not UTF-8.

use crate::model::encoding::Encoding;
use crate::model::finding::Severity;
use crate::model::level::Level;
use crate::model::oddity::OddityKind;
use crate::model::syntax::FaultKind;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Noticed, Rule, Test};

/// J004: the file is not UTF-8.
pub const RULE: Rule = Rule {
    code: "J004",
    name: "bad-encoding",
    level: Level::Error,
    what: "the file is not UTF-8",
    why: "letters outside plain ASCII come out wrong or are lost in other programs",
    fix: "save the file as UTF-8 without a byte-order mark",
    bad: b"{\"assets\": {\"name\": \"Caf\xe9\"}}",
    good: example::TIES,
    settings: "",
    test: Test::Noticed(test),
};

fn test(noticed: &Noticed<'_>, drafts: &mut Drafts) {
    for oddity in noticed.oddities {
        let (message, severity) = match &oddity.kind {
            OddityKind::Fault(FaultKind::NotUtf8 { byte }) => {
                (format!("byte 0x{byte:02X} does not belong in UTF-8"), Severity::Error)
            }
            OddityKind::Encoding(Encoding::Utf8Bom) => {
                ("the file begins with a byte-order mark, which was passed over".to_owned(), Severity::Info)
            }
            OddityKind::Encoding(Encoding::Utf16Le | Encoding::Utf16Be) => {
                ("the file is UTF-16; it was read, but JSON should be UTF-8".to_owned(), Severity::Info)
            }
            _ => continue,
        };
        drafts.push(Draft::about(oddity, message).weighing(severity));
    }
}
