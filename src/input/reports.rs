//! The dialects that need the whole of a document: one list of them, in the order in which they are tried.

use crate::input::hledger;
use crate::input::outline::Outline;
use crate::input::quickbooks;
use crate::input::rows;
use crate::input::xero;
use crate::model::dialect::Dialect;
use crate::model::reading::Reading;

/// A shape that is read from an outline.
pub struct ReportShape {
    /// Its dialect.
    pub dialect: Dialect,
    /// The keys, as written, by which an outline, or the beginning of one, is recognised; nothing if it is not.
    pub recognise: fn(&Outline) -> Option<Vec<String>>,
    /// The statements of a whole document, with what was odd. Statements are numbered from 0 within it.
    pub read: fn(&Outline) -> Reading,
}

/// Every such shape.
pub const SHAPES: &[&ReportShape] = &[&quickbooks::SHAPE, &xero::SHAPE, &hledger::SHAPE, &rows::SHAPE];

/// The shape of a document, with what it is recognised by.
pub fn recognise(outline: &Outline) -> Option<(&'static ReportShape, Vec<String>)> {
    SHAPES.iter().find_map(|shape| Some((*shape, (shape.recognise)(outline)?)))
}

/// The shape of a dialect.
pub fn of(dialect: Dialect) -> Option<&'static ReportShape> {
    SHAPES.iter().copied().find(|shape| shape.dialect == dialect)
}
