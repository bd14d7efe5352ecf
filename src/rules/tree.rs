//! What is found out of a statement's tree, whatever its amounts are: once for all that have the same one.

use std::cell::OnceCell;

use crate::model::kin::Kin;
use crate::model::statement::Statement;
use crate::rules::alike::Alike;
use crate::rules::usual_sign::NameSigns;

/// What the names and ids of a statement's lines tell.
#[derive(Debug)]
pub struct Tree {
    /// Which lines have names that are equal, or nearly.
    pub alike: Alike,
    signs: OnceCell<NameSigns>,
    kin: Kin,
    /// The rules that look at the tree alone, and had nothing to say of it.
    silent: Vec<&'static str>,
}

impl Tree {
    /// That of a statement.
    pub fn of(statement: &Statement) -> Tree {
        Tree {
            alike: Alike::of(statement),
            signs: OnceCell::new(),
            kin: Kin::of(statement),
            silent: Vec::new(),
        }
    }

    /// What the names of accounts tell of their signs, found out once it is asked for.
    pub fn signs(&self, statement: &Statement) -> &NameSigns {
        self.signs.get_or_init(|| NameSigns::of(statement))
    }

    /// Whether another statement has the same tree.
    pub fn is_of(&self, statement: &Statement) -> bool {
        self.kin.has(statement)
    }

    /// Whether others than the statement at hand may have it.
    pub fn may_be_of_others(&self) -> bool {
        self.kin.may_have_others()
    }

    /// Whether this rule is known to have nothing to say of it.
    pub fn is_silent(&self, rule: &str) -> bool {
        self.silent.contains(&rule)
    }

    /// These rules had nothing to say of it.
    pub fn silence(&mut self, rules: Vec<&'static str>) {
        self.silent.extend(rules);
    }
}
