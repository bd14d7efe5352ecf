//! Which statements have one tree.

use std::sync::Arc;

use crate::model::lines::skeleton::Skeleton;
use crate::model::statement::{Section, Statement, StatementKind};

/// What statements have in common that are written alike: their sections, lines, names and account ids, and which lines have
/// amounts. They may differ in their figures, in their header and in where they stand. Most statements of a file are like the
/// one before them, a month earlier; what was found out of one tree goes for all.
#[derive(Debug)]
pub struct Kin {
    skeleton: Arc<Skeleton>,
    sections: Vec<Section>,
    kind: StatementKind,
}

impl Kin {
    /// That of a statement.
    pub fn of(statement: &Statement) -> Kin {
        let skeleton = Arc::clone(statement.lines.skeleton());
        Kin { skeleton, sections: statement.sections.clone(), kind: statement.kind }
    }

    /// Whether a statement is one of them.
    pub fn has(&self, statement: &Statement) -> bool {
        Arc::ptr_eq(&self.skeleton, statement.lines.skeleton())
            && self.kind == statement.kind
            && self.sections == statement.sections
    }

    /// Whether there may be others than the one at hand: whoever else knows its skeleton makes them.
    pub fn may_have_others(&self) -> bool {
        let own_and_its_lines = 2;
        Arc::strong_count(&self.skeleton) > own_and_its_lines
    }
}

#[cfg(test)]
mod tests {
    use crate::model::dialect::Dialect;
    use crate::model::kin::Kin;
    use crate::model::place::Place;
    use crate::model::statement::{Section, SectionKind, Statement};

    fn statement() -> Statement {
        let mut statement = Statement::new(Dialect::Canonical, String::new(), Place::default());
        let line = statement.lines.push(None, 0, Place::default()).expect("a line");
        statement.sections.push(Section::new(SectionKind::Assets, "assets".to_owned(), line));
        statement
    }

    #[test]
    fn only_what_shares_lines_and_sections_is_kin() {
        let one = statement();
        assert!(!Kin::of(&one).has(&statement()), "it is equal, but nobody knows that");
        let mut other = one.clone();
        assert!(Kin::of(&one).has(&other));
        other.sections = vec![Section { kind: SectionKind::Unknown, ..one.sections[0].clone() }];
        assert!(!Kin::of(&one).has(&other));
    }

    #[test]
    fn a_statement_that_nobody_else_knows_of_has_no_others() {
        let one = statement();
        assert!(!Kin::of(&one).may_have_others());
        let other = one.clone();
        assert!(Kin::of(&other).may_have_others());
    }
}
