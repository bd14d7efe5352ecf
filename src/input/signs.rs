//! Recognises balance sheets that state what is owed as negative amounts, as a ledger does.

use crate::model::statement::{SectionKind, Signs, Statement, StatementKind};
use crate::model::sum::Sum;

/// Settles how liabilities and equity are stated.
///
/// The three sections prove it if they add up to exactly zero while assets are not liabilities and equity. Without that
/// proof, two negative sections against positive assets are taken for a ledger's as well if the difference is then the
/// smaller one: nobody both owes less than nothing and is worth less than nothing. Where assets are negative or one of
/// the three is zero, a single sign that was turned round would look the same, so nothing is taken for granted.
pub fn recognise(statement: &mut Statement) {
    let amount = |kind: SectionKind| {
        let mut sections = statement.sections_of(kind);
        let first = sections.next()?;
        statement.section_amount(first).filter(|_| sections.next().is_none())
    };
    let kinds = [SectionKind::Assets, SectionKind::Liabilities, SectionKind::Equity];
    let [Some(assets), Some(liabilities), Some(equity)] = kinds.map(amount) else { return };
    if statement.kind != StatementKind::BalanceSheet {
        return;
    }
    let claims = Sum::ZERO.plus(liabilities).plus(equity).total();
    let usual = claims.and_then(|claims| Sum::ZERO.plus(assets).minus(claims).total());
    let turned = claims.and_then(|claims| Sum::ZERO.plus(assets).plus(claims).total());
    let (Some(usual), Some(turned)) = (usual, turned) else { return };
    if assets.is_negative() || [assets, liabilities, equity].iter().any(|amount| amount.is_zero()) {
        return;
    }
    let proved = turned.is_zero() && !usual.is_zero();
    let plain = liabilities.is_negative() && equity.is_negative();
    if proved || (plain && turned.abs().value() < usual.abs().value()) {
        statement.signs = Signs::CreditsNegative;
    }
}
