//! Which findings the list shows.

use crate::view::finding_group::FindingGroup;
use crate::view::mark::Weight;

/// What a person chose to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this severity.
    pub weight: Option<Weight>,
    /// Only the rule of this code.
    pub rule: Option<String>,
}

impl Filter {
    /// Whether a group is shown.
    pub fn admits(&self, group: &FindingGroup) -> bool {
        self.weight.is_none_or(|weight| weight == group.weight)
            && self.rule.as_ref().is_none_or(|rule| *rule == group.rule)
    }
}

/// The codes and names to choose a rule from, each once, in the order of their codes.
pub fn rules(groups: &[FindingGroup]) -> Vec<(String, String)> {
    let mut rules: Vec<(String, String)> =
        groups.iter().map(|group| (group.rule.clone(), group.name.clone())).collect();
    rules.sort();
    rules.dedup();
    rules
}
