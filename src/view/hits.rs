//! Searches a statement: names, account ids, amounts as reported and calculated, and differences.

use crate::model::amount::Amount;
use crate::model::check::Outcome;
use crate::model::lines::LineId;
use crate::model::report::Examined;
use crate::view::figure_query::FigureQuery;
use crate::view::hit::{Found, Hit, LONGEST};
use crate::view::text_query::TextQuery;

/// What is searched for, and the lines it was found at.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    typed: String,
    text: Option<TextQuery>,
    figure: Option<FigureQuery>,
    /// The lines, rising.
    lines: Vec<u32>,
    difference: bool,
    residual: bool,
}

impl Hits {
    /// Searches once through all lines; nothing is asked for a line but its place in the list if it is a hit.
    pub fn search(examined: &Examined, typed: &str) -> Hits {
        let looked_at: String = typed.chars().take(LONGEST).collect();
        let mut hits = Hits {
            typed: typed.to_owned(),
            text: TextQuery::new(&looked_at),
            figure: FigureQuery::new(&looked_at),
            ..Hits::default()
        };
        if hits.text.is_none() {
            return hits;
        }
        let found = examined.statement.lines.all().filter(|line| hits.of(examined, *line).is_any());
        hits.lines = found.map(|line| line.0).collect();
        if let (Some(figure), Some(check)) = (&hits.figure, examined.equation()) {
            let finds = |amount: Option<Amount>| amount.is_some_and(|amount| figure.finds(amount));
            let left = check.residual.as_ref().filter(|_| check.outcome == Outcome::Differs);
            let found = (finds(check.difference), finds(left.map(|residual| residual.amount)));
            (hits.difference, hits.residual) = found;
        }
        hits
    }

    /// Whether something is searched for.
    pub fn is_on(&self) -> bool {
        self.text.is_some()
    }

    /// What is searched for, as typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// What of a line was found.
    pub fn of(&self, examined: &Examined, line: LineId) -> Hit {
        let lines = &examined.statement.lines;
        let Some(text) = &self.text else { return Hit::default() };
        let amount = lines.amount(line);
        let check = self.figure.as_ref().and_then(|_| examined.check_of(line));
        let finds = |amount: Option<Amount>| {
            amount.is_some_and(|amount| self.figure.as_ref().is_some_and(|figure| figure.finds(amount)))
        };
        let written = || lines.kept_literal(line).is_some_and(|literal| text.find(literal).is_some());
        Hit {
            name: text.find(examined.statement.name(line)),
            account_id: text.find(lines.account_id(line)),
            reported: finds(amount) || amount.is_none() && written(),
            calculated: finds(check.and_then(|check| check.calculated)),
            // A difference of zero is not shown.
            difference: finds(check.and_then(|check| check.difference).filter(|gap| !gap.is_zero())),
        }
    }

    /// How many hits stand under a line that ends at `end`.
    pub fn under(&self, line: LineId, end: LineId) -> u32 {
        let place = |line: u32| self.lines.partition_point(|hit| *hit < line);
        u32::try_from(place(end.0).saturating_sub(place(line.0 + 1))).unwrap_or(u32::MAX)
    }

    /// The hit after or before `from`, and around the end: its place among all, from 0, and its line.
    pub fn step(&self, from: Option<u32>, forward: bool) -> Option<(u32, u32)> {
        let next = match from {
            Some(from) => self.lines.partition_point(|hit| if forward { *hit <= from } else { *hit < from }),
            None => 0,
        };
        let last = self.lines.len().checked_sub(1)?;
        let at = match (forward, next) {
            (true, next) if next > last => 0,
            (true, next) => next,
            (false, 0) => last,
            (false, next) => next - 1,
        };
        Some((u32::try_from(at).ok()?, *self.lines.get(at)?))
    }

    /// What the page is told, with the hit that was gone to.
    pub fn found(&self, statement: u32, gone_to: Option<(u32, u32)>) -> Found {
        Found {
            text: self.typed.clone(),
            statement,
            total: u32::try_from(self.lines.len()).unwrap_or(u32::MAX),
            at: gone_to.map(|(at, line)| (at + 1, line)),
            difference: self.difference,
            residual: self.residual,
        }
    }
}
