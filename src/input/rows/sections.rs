//! Which part of a statement each root is, and what is only the total of some.

use crate::input::outline::Outline;
use crate::input::rows::columns::Table;
use crate::input::rows::row::Row;
use crate::input::rows::statements::amount;
use crate::input::rows::tree::Tree;
use crate::input::section_words::{self, Topic, topics};
use crate::model::amount::Amount;
use crate::model::header::TotalRole;
use crate::model::oddity::OddityKind;
use crate::model::statement::{SectionKind, StatementKind};

/// The sections of every statement of a list.
pub struct Plan {
    /// What they are statements of.
    pub kind: StatementKind,
    /// The sections, in file order.
    pub sections: Vec<Part>,
    /// The rows that state totals of them.
    pub totals: Vec<(TotalRole, u32)>,
}

/// A section.
pub struct Part {
    /// What it is.
    pub kind: SectionKind,
    /// The rows of which it is made: it is that row if there is one, and has no total of its own otherwise.
    pub roots: Vec<u32>,
    /// Whether its rows are its items even if there is one only.
    pub bare: bool,
}

/// How many rows are taken for totals of sections; further ones are sections themselves.
const MOST_TOTALS: usize = 64;

/// What is known of a root.
struct Root {
    row: u32,
    topics: Vec<Topic>,
    /// Whether it stands under nothing although it names a parent.
    lost: bool,
}

/// What the rows say that they are. Roots of one kind are one section without a total. Profit that a ledger computes
/// stands beside the roots and belongs to equity; without a root of equity it is all of it.
pub fn plan(outline: &Outline, rows: &[Row<'_>], tree: &Tree, table: &Table<'_>) -> Plan {
    let (roots, claims) = roots(outline, rows, tree, table);
    let mut plan = Plan { kind: StatementKind::BalanceSheet, sections: Vec::new(), totals: claims };
    let is_result = |topic: &Topic| matches!(topic, Topic::Income | Topic::Expenses);
    let result = roots.iter().any(|root| root.topics.iter().any(is_result));
    if result && roots.iter().all(|root| section_words::section(&root.topics).is_none()) {
        plan.kind = StatementKind::ProfitAndLoss;
    }
    let mut profit_met = false;
    let mut total_of_equity = None;
    let mut groups: Vec<Root> = Vec::new();
    for root in roots {
        let Some(row) = rows.get(root.row as usize) else { continue };
        let (leaf, kind) = (tree.is_leaf(root.row) && !root.lost, section_words::section(&root.topics));
        let net = root.topics.contains(&Topic::NetAssets);
        let role = match (kind, plan.kind) {
            (_, StatementKind::ProfitAndLoss) => None,
            (Some(kind), _) if row.is_total() => Some(TotalRole::Section(kind)),
            (None, _) if net => Some(TotalRole::NetAssets),
            (None, _) if row.is_total() && root.topics.is_empty() => Some(TotalRole::Claims),
            _ => None,
        };
        profit_met |= kind.is_none() && root.topics.contains(&Topic::Profit);
        match role.filter(|_| leaf && plan.totals.len() < MOST_TOTALS) {
            Some(role) => {
                if role == TotalRole::Section(SectionKind::Equity) && !profit_met {
                    total_of_equity = Some(plan.totals.len());
                }
                plan.totals.push((role, root.row));
            }
            None if leaf && repeats(outline, rows, table, &groups, &root) => {}
            None => groups.push(root),
        }
    }
    let kind_of = |root: &Root| section_words::section(&root.topics);
    let taken = USUAL.map(|kind| groups.iter().any(|root| !root.lost && kind_of(root) == Some(kind)));
    let mut places = [None; USUAL.len()];
    for root in &groups {
        let at = kind_of(root).and_then(|kind| USUAL.iter().position(|usual| *usual == kind));
        let at = at.filter(|at| !(root.lost && taken.get(*at) == Some(&true)));
        plan.place(root, tree, at, &mut places);
    }
    let equity = plan.sections.iter().find(|part| part.kind == SectionKind::Equity);
    if let Some(at) =
        total_of_equity.filter(|_| profit_met && equity.is_some_and(|part| part.roots.len() > 1))
    {
        // It is the total of what stands before the profit, which no section is.
        plan.totals.remove(at);
    }
    plan
}

/// The sections of a balance sheet, equity last.
const USUAL: [SectionKind; 3] = [SectionKind::Assets, SectionKind::Liabilities, SectionKind::Equity];

impl Plan {
    /// Adds a root to the section of its kind, the `at`-th of the usual ones, or makes a section of it. `places` are
    /// those of the usual ones.
    fn place(
        &mut self,
        root: &Root,
        tree: &Tree,
        at: Option<usize>,
        places: &mut [Option<usize>; USUAL.len()],
    ) {
        let leaf = tree.is_leaf(root.row);
        let sheet = self.kind == StatementKind::BalanceSheet;
        let profit = sheet && leaf && at.is_none() && root.topics.contains(&Topic::Profit);
        let at = match (sheet, profit) {
            (true, true) => Some(USUAL.len() - 1),
            (true, false) => at,
            // What stands alone in a profit and loss statement is its result.
            (false, _) => Some(0).filter(|_| leaf),
        };
        let place = at.and_then(|at| places.get_mut(at));
        let part = place.as_deref().copied().flatten().and_then(|place| self.sections.get_mut(place));
        if let Some(part) = part {
            part.roots.push(root.row);
            part.bare = true;
            return;
        }
        if let Some(place) = place {
            *place = Some(self.sections.len());
        }
        let other = if sheet { SectionKind::Unknown } else { SectionKind::Other };
        let kind = at.filter(|_| sheet).and_then(|at| USUAL.get(at)).copied().unwrap_or(other);
        self.sections.push(Part { kind, roots: vec![root.row], bare: profit || (leaf && !sheet) });
    }
}

/// The roots with what they speak of. A root of liabilities and equity is a total; what is right under it are roots, and
/// so it is with what holds the sections but is none itself.
fn roots(
    outline: &Outline,
    rows: &[Row<'_>],
    tree: &Tree,
    table: &Table<'_>,
) -> (Vec<Root>, Vec<(TotalRole, u32)>) {
    let (mut found, mut claims) = (Vec::new(), Vec::new());
    let mut open: Vec<u32> = tree.roots().iter().rev().copied().collect();
    let mut lost = vec![false; rows.len()];
    for (at, kind) in &tree.oddities {
        if let Some(slot) = lost.get_mut(*at as usize) {
            *slot = !matches!(kind, OddityKind::LevelJump { .. });
        }
    }
    while let Some(at) = open.pop() {
        let Some(row) = rows.get(at as usize) else { continue };
        let topics = of_row(row);
        let both = topics.contains(&Topic::Liabilities) && topics.contains(&Topic::Equity);
        let items = tree.items(at);
        let states = || {
            (0..table.columns.len())
                .any(|column| amount(outline, table, at, column).is_some_and(|amount| !amount.is_zero()))
        };
        let within = || {
            items
                .iter()
                .filter_map(|item| rows.get(*item as usize))
                .any(|row| section_words::section(&of_row(row)).is_some())
        };
        if both && !topics.contains(&Topic::Assets) && claims.len() < MOST_TOTALS {
            claims.push((TotalRole::Claims, at));
            open.extend(items.into_iter().rev());
        } else if topics.is_empty() && within() && !states() {
            open.extend(items.into_iter().rev());
        } else {
            let lost = lost.get(at as usize) == Some(&true);
            found.push(Root { row: at, topics, lost });
        }
    }
    (found, claims)
}

/// What a root says that it is, or else its name, or else the report.
fn of_row(row: &Row<'_>) -> Vec<Topic> {
    let [root, report] = row.kinds;
    let stated = [root, row.name].into_iter().map(topics).find(|topics| !topics.is_empty());
    stated.unwrap_or_else(|| {
        if topics(report).contains(&Topic::Profit) { vec![Topic::Income] } else { Vec::new() }
    })
}

/// Whether a total repeats the amounts of the first root that speaks of the same.
fn repeats(outline: &Outline, rows: &[Row<'_>], table: &Table<'_>, before: &[Root], root: &Root) -> bool {
    let total = rows.get(root.row as usize).is_some_and(Row::is_total);
    let Some(same) = before.iter().take(8).find(|other| other.topics == root.topics).filter(|_| total) else {
        return false;
    };
    let of = |row: u32, column: usize| amount(outline, table, row, column).map(Amount::value);
    (0..table.columns.len()).all(|column| of(root.row, column) == of(same.row, column))
}
