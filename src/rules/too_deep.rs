//! J006 too-deep: the nesting is deeper than 512 levels.

use crate::model::level::Level;
use crate::model::oddity::OddityKind;
use crate::model::syntax::FaultKind;
use crate::rules::example;
use crate::rules::rule::{Draft, Drafts, Noticed, Rule, Test};

/// J006: the nesting is deeper than 512 levels.
pub const RULE: Rule = Rule {
    code: "J006",
    name: "too-deep",
    level: Level::Error,
    what: "the nesting is deeper than 512 levels",
    why: "no balance sheet is that deep; such a file is damaged, or made to bring programs down",
    fix: "export the file again; if it really is a balance sheet, split it",
    bad: &[b'['; 600],
    good: example::TIES,
    settings: "",
    test: Test::Noticed(test),
};

fn test(noticed: &Noticed<'_>, drafts: &mut Drafts) {
    for oddity in noticed.oddities {
        if oddity.kind == OddityKind::Fault(FaultKind::TooDeep) {
            let message = "more than 512 objects or lists are open here; reading stopped".to_owned();
            drafts.push(Draft::about(oddity, message));
        }
    }
}
