//! Which findings the list shows.

use crate::model::order::arranged;
use crate::view::finding_group::FindingGroup;
use crate::view::mark::Weight;

/// What a person chose to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Severities that are not shown, each once, in order.
    pub hidden: Vec<Weight>,
    /// Only the rule of this code.
    pub rule: Option<String>,
}

impl Filter {
    /// Shows a severity, or hides it.
    pub fn show(&mut self, weight: Weight, shown: bool) {
        self.hidden.retain(|hidden| *hidden != weight);
        if !shown {
            let at = self.hidden.partition_point(|hidden| *hidden < weight);
            self.hidden.insert(at, weight);
        }
    }

    /// Whether a group is shown. What was accepted weighs nothing and is hidden with no severity.
    pub fn admits(&self, group: &FindingGroup) -> bool {
        (group.accepted || !self.hidden.contains(&group.weight))
            && self.rule.as_ref().is_none_or(|rule| *rule == group.rule)
    }
}

/// The codes and names to choose a rule from, each once, in the order of their codes.
pub fn rules(groups: &[FindingGroup]) -> Vec<(String, String)> {
    let rules = groups.iter().map(|group| (group.rule.clone(), group.name.clone())).collect();
    let mut rules = arranged(rules, Ord::cmp);
    rules.dedup();
    rules
}
