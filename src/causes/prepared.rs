//! A statement made ready for the search: integers at one scale, and indexes of what the failing totals ask for.

use crate::model::amount::Amount;
use crate::model::check::{Check, Outcome, Subject};
use crate::model::lines::LineId;
use crate::model::order::sorted;
use crate::model::report::Examined;
use crate::model::settings::Tolerance;
use crate::model::statement::Statement;
use crate::rules::words;

/// Amounts beyond this are not looked at, so that no step of the search overflows: a thousand times as much still
/// fits an `i128` well.
const LARGEST: u128 = 10_u128.pow(34);

/// A line that holds as much as some failing total differs by, up to the sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holder {
    amount: i128,
    /// The group it is a direct item of.
    pub group: LineId,
    /// The line.
    pub line: LineId,
}

/// A statement that differs somewhere, made ready once for all its checks.
pub struct Prepared<'a> {
    /// The statement and its checks.
    pub examined: &'a Examined,
    /// How large a difference its checks allowed.
    pub tolerance: Tolerance,
    /// How many decimals the integers stand for.
    pub scale: u32,
    differing: Vec<(i128, LineId)>,
    holders: Vec<Holder>,
}

impl<'a> Prepared<'a> {
    /// Takes time in proportion to the lines, and memory in proportion to what fails.
    pub fn new(examined: &'a Examined, tolerance: Tolerance) -> Prepared<'a> {
        let lines = &examined.statement.lines;
        let decimals = lines.all().filter_map(|line| lines.amount(line)).map(Amount::decimals);
        let scale = decimals.max().unwrap_or(0);
        let mut prepared =
            Prepared { examined, tolerance, scale, differing: Vec::new(), holders: Vec::new() };
        let differing = examined.checks.iter().filter_map(|check| match check.subject {
            Subject::Total(group) => Some((prepared.gap(check)?, group)),
            Subject::Equation | Subject::Stated(_) => None,
        });
        let differing: Vec<(i128, LineId)> = differing.collect();
        let differing = sorted(&differing, Ord::cmp);
        let wanted: Vec<u128> = differing.iter().map(|(gap, _)| gap.unsigned_abs()).collect();
        let mut wanted = sorted(&wanted, Ord::cmp);
        wanted.dedup();
        if !wanted.is_empty() {
            let holders = lines.all().filter_map(|line| {
                let amount = prepared.amount(line);
                wanted.binary_search(&amount.unsigned_abs()).ok()?;
                Some(Holder { amount, group: lines.parent(line)?, line })
            });
            let holders: Vec<Holder> = holders.collect();
            prepared.holders = sorted(&holders, Ord::cmp);
        }
        prepared.differing = differing;
        prepared
    }

    /// The statement.
    pub fn statement(&self) -> &'a Statement {
        &self.examined.statement
    }

    /// The amount a line reports; 0 as well if it has none, or one too large to be looked at.
    pub fn amount(&self, line: LineId) -> i128 {
        self.statement().lines.amount(line).and_then(|amount| self.scaled(amount)).unwrap_or(0)
    }

    /// An amount at the common scale, unless it is too large to be looked at.
    pub fn scaled(&self, amount: Amount) -> Option<i128> {
        let factor = 10_i128.checked_pow(self.scale.checked_sub(amount.decimals())?)?;
        amount.mantissa().checked_mul(factor).filter(|scaled| scaled.unsigned_abs() <= LARGEST)
    }

    /// What a check differs by, if it does.
    pub fn gap(&self, check: &Check) -> Option<i128> {
        self.off(check).filter(|gap| check.outcome == Outcome::Differs && *gap != 0)
    }

    /// What a check is off by, be it no more than rounding; nothing if it could not be checked.
    pub fn off(&self, check: &Check) -> Option<i128> {
        check.difference.and_then(|difference| self.scaled(difference))
    }

    /// What the total of a group differs by, if it does.
    pub fn gap_of(&self, group: LineId) -> Option<i128> {
        self.gap(self.examined.check_of(group)?)
    }

    /// How the check of a group came out.
    pub fn outcome(&self, group: LineId) -> Option<Outcome> {
        self.examined.check_of(group).map(|check| check.outcome)
    }

    /// The groups whose totals differ by exactly `gap`, in file order.
    pub fn differing_by(&self, gap: i128) -> impl ExactSizeIterator<Item = LineId> {
        let from = self.differing.partition_point(|(other, _)| *other < gap);
        let to = self.differing.partition_point(|(other, _)| *other <= gap);
        self.differing.get(from..to).unwrap_or_default().iter().map(|(_, group)| *group)
    }

    /// The lines of exactly `amount`, by the group they stand in. Known only for amounts that a total differs by.
    pub fn holding(&self, amount: i128) -> &[Holder] {
        let from = self.holders.partition_point(|holder| holder.amount < amount);
        let to = self.holders.partition_point(|holder| holder.amount <= amount);
        self.holders.get(from..to).unwrap_or_default()
    }

    /// The direct items of `group` of exactly `amount`, in file order. Known only for amounts that a total differs by.
    pub fn holding_in(&self, amount: i128, group: LineId) -> impl ExactSizeIterator<Item = LineId> + Clone {
        let all = self.holding(amount);
        let from = all.partition_point(|holder| holder.group < group);
        let to = all.partition_point(|holder| holder.group <= group);
        all.get(from..to).unwrap_or_default().iter().map(|holder| holder.line)
    }

    /// The weight of the last digit that `line` may have been written with.
    pub fn last_place(&self, line: LineId) -> u128 {
        let own = self.statement().lines.amount(line).map_or(0, Amount::decimals);
        let decimals = own.max(self.examined.decimals).min(self.scale);
        10_u128.checked_pow(self.scale - decimals).unwrap_or(1)
    }

    /// An integer of the common scale as an amount for a sentence, written like that of `line`.
    pub fn shown(&self, value: i128, line: LineId) -> String {
        let own = self.statement().lines.amount(line).map_or(0, Amount::decimals);
        let (mut value, mut decimals) = (value, self.scale);
        while decimals > own && value % 10 == 0 {
            value /= 10;
            decimals -= 1;
        }
        Amount::from_scaled(value, decimals).map_or_else(|| "another amount".to_owned(), words::amount)
    }
}

#[cfg(test)]
mod tests {
    use crate::causes::example;
    use crate::causes::prepared::Prepared;
    use crate::model::lines::LineId;
    use crate::model::settings::Tolerance;

    #[test]
    fn lines_and_failing_totals_are_found_by_their_amounts() {
        let examined = example::examined(
            "
             assets 100
               Cash 60.0
               Goods 30.00
               Till 10
             liabilities 20
               Loan 30
             equity 80
               Capital 80",
        );
        let prepared = Prepared::new(&examined, Tolerance::FromData);
        assert_eq!(prepared.scale, 2);
        assert_eq!(prepared.differing_by(-1000).collect::<Vec<_>>(), [LineId(4)]);
        assert_eq!(prepared.holding(1000).iter().map(|holder| holder.line).collect::<Vec<_>>(), [LineId(3)]);
        assert_eq!(prepared.holding_in(1000, LineId(4)).len(), 0);
        assert!(prepared.holding(6000).is_empty(), "no total asks for this amount");
        assert_eq!(prepared.shown(-1_234_500, LineId(1)), "−12,345.0");
    }
}
