//! How deep and how wide the figures of all statements are, which a table's columns depend on.

use crate::model::amount::Amount;
use crate::model::report::Examined;

/// The extent of what the tables are to hold. It has to be known before the first row is made, so that files are read
/// once for it and once for the rows, unless their statements are all kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The level of the deepest line; a section has 0.
    pub deepest: u16,
    /// The most decimals of any decimal number in any table, 0 to 28.
    pub decimals: u32,
    /// The most digits before the point of any of them, at least 1.
    pub whole_digits: u32,
    /// How many lines there are.
    pub lines: u64,
    /// How many statements there are.
    pub statements: u64,
}

impl Shape {
    /// Takes in a statement, with its checks.
    pub fn meet(&mut self, examined: &Examined) {
        let lines = &examined.statement.lines;
        self.statements += 1;
        self.lines += u64::from(lines.len());
        for line in lines.all() {
            self.deepest = self.deepest.max(lines.depth(line));
            self.amount(lines.amount(line));
            self.amount(lines.own(line));
        }
        for check in &examined.checks {
            for amount in [check.reported, check.calculated, check.difference, check.tolerance] {
                self.amount(amount);
            }
            self.amount(check.residual.as_ref().map(|residual| residual.amount));
        }
    }

    /// Whether every decimal number fits a column of 38 digits with [`Shape::decimals`] of them behind the point, such
    /// as Parquet and most warehouses have. If not, such columns have to be text to stay exact.
    pub fn fits_38_digits(self) -> bool {
        self.decimals + self.whole_digits <= 38
    }

    fn amount(&mut self, amount: Option<Amount>) {
        let Some(amount) = amount else { return };
        self.decimals = self.decimals.max(amount.decimals());
        let digits = amount.mantissa().unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
        self.whole_digits = self.whole_digits.max(digits.saturating_sub(amount.decimals())).max(1);
    }
}
