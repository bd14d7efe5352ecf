//! Flat lists of rows that name their parents, or stand on levels: reports of `ERPNext` and Odoo, and others like them.
//!
//! [`list`] finds the list and [`row`] what a row says, [`columns`] which of its values are amounts, [`tree`] what
//! stands under what, [`sections`] which part of the balance sheet each root is. [`statements`] makes a statement of
//! each column, and [`trial`] one of each two columns of debits and credits.

mod columns;
mod list;
mod period;
mod row;
mod sections;
mod statements;
mod tree;
mod trial;

use crate::input::outline::Outline;
use crate::input::reports::ReportShape;
use crate::input::rows::list::List;
use crate::model::dialect::Dialect;
use crate::model::oddity::{Oddity, OddityKind};
use crate::model::reading::Reading;

/// The shape.
pub const SHAPE: ReportShape = ReportShape { dialect: Dialect::FlatRows, recognise, read };

/// No row.
const NONE: u32 = u32::MAX;

fn recognise(outline: &Outline) -> Option<Vec<String>> {
    List::find(outline).map(|list| list.evidence)
}

fn read(outline: &Outline) -> Reading {
    let Some(root) = outline.root() else { return Reading::default() };
    if let Some(list) = List::find(outline) {
        return statements::of(outline, &list);
    }
    let keys = outline.children(root).map(|child| outline.key(child).to_owned()).take(5);
    let kind =
        OddityKind::NoStatement { found: outline.shape(root), keys: keys.collect(), empty_list: false };
    let place = outline.place(root);
    let oddities = vec![Oddity { kind, place, statement: None, line: None, pointer: None }];
    Reading { statements: Vec::new(), oddities }
}
