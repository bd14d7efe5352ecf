//! Keeps the mould of the last statement, and knows whether it is worth making another.

use std::sync::Arc;

use crate::input::mould::{Cast, Mould};
use crate::model::source::Plan;

/// The most statements that are read between two moulds, where moulds are of no use.
const LONGEST_WAIT: u32 = 63;

/// The last mould, if any, and how the last text fits it.
pub struct Press {
    mould: Option<Mould>,
    /// How its statement was read.
    plan: Option<Arc<Plan>>,
    cast: Cast,
    /// Whether a statement was made of the mould.
    used: bool,
    /// How many statements are read before the next mould is made, each time that one was of no use; and how many are left.
    wait: u32,
    left: u32,
}

impl Default for Press {
    fn default() -> Press {
        Press { mould: None, plan: None, cast: Cast::default(), used: true, wait: 0, left: 0 }
    }
}

impl Press {
    /// How long the statement is that the text begins with, if it fits the mould and is read by the same plan.
    pub fn fit(&mut self, text: &str, plan: Option<&Arc<Plan>>) -> Option<usize> {
        let same = match (&self.plan, plan) {
            (None, None) => true,
            (Some(own), Some(plan)) => Arc::ptr_eq(own, plan),
            _ => false,
        };
        let length = self.mould.as_ref().filter(|_| same)?.fit(text, &mut self.cast)?;
        self.used = true;
        Some(length)
    }

    /// The mould, and how the last text that fits does.
    pub fn fitted(&self) -> Option<(&Mould, &Cast)> {
        Some((self.mould.as_ref()?, &self.cast))
    }

    /// A statement was read: whether a mould is to be made of it.
    pub fn count_down(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left == 0
    }

    /// The next mould, or that none can be made, of a statement that was read by this plan.
    pub fn put(&mut self, mould: Option<Mould>, plan: Option<Arc<Plan>>) {
        self.wait = if self.used { 0 } else { (2 * self.wait + 1).min(LONGEST_WAIT) };
        (self.left, self.used, self.mould, self.plan) = (self.wait + 1, false, mould, plan);
    }
}
