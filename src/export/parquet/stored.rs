//! How a column of a table is stored in Parquet.

use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::errors::Result;
use parquet::schema::types::{Type, TypePtr};

use crate::flatten::schema::{Column, Kind, Schema};
use crate::flatten::shape::Shape;

/// How many digits surely fit 64 bits.
const SMALL: u32 = 18;

/// The most digits that a decimal number has in most warehouses.
const LARGE: u32 = 38;

/// How many bytes 38 digits take.
pub const LARGE_BYTES: usize = 16;

/// What the cells of a column become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// UTF-8.
    Text,
    /// 64 bits.
    Whole,
    /// A decimal number of up to 18 digits, so many of them behind the point, in 64 bits.
    Small(u32),
    /// A decimal number of up to 38 digits, so many of them behind the point, in 16 bytes.
    Large(u32),
    /// A decimal number with its digits, as it fits no type that has a fixed number of decimals.
    Digits,
    /// Yes or no.
    Flag,
    /// Days since 1970-01-01.
    Day,
}

impl Stored {
    /// Decimal numbers of all columns have the same number of decimals, the most that any of them has.
    pub fn of(kind: Kind, shape: Shape) -> Stored {
        match kind {
            Kind::Text => Stored::Text,
            Kind::Whole => Stored::Whole,
            Kind::Flag => Stored::Flag,
            Kind::Day => Stored::Day,
            Kind::Decimal if shape.decimals + shape.whole_digits <= SMALL => Stored::Small(shape.decimals),
            Kind::Decimal if shape.fits_38_digits() => Stored::Large(shape.decimals),
            Kind::Decimal => Stored::Digits,
        }
    }

    fn field(self, column: &Column, at: i32) -> Result<Type> {
        let physical = match self {
            Stored::Text | Stored::Digits => Physical::BYTE_ARRAY,
            Stored::Whole | Stored::Small(_) => Physical::INT64,
            Stored::Large(_) => Physical::FIXED_LEN_BYTE_ARRAY,
            Stored::Flag => Physical::BOOLEAN,
            Stored::Day => Physical::INT32,
        };
        let repetition = if column.nullable { Repetition::OPTIONAL } else { Repetition::REQUIRED };
        let field = Type::primitive_type_builder(&column.name, physical)
            .with_repetition(repetition)
            .with_id(Some(at));
        match self {
            Stored::Text | Stored::Digits => field.with_logical_type(Some(LogicalType::String)),
            Stored::Day => field.with_logical_type(Some(LogicalType::Date)),
            Stored::Small(scale) => decimal(field, scale, SMALL),
            Stored::Large(scale) => {
                decimal(field, scale, LARGE).with_length(i32::try_from(LARGE_BYTES).unwrap_or(i32::MAX))
            }
            Stored::Whole | Stored::Flag => field,
        }
        .build()
    }
}

fn decimal(
    field: parquet::schema::types::PrimitiveTypeBuilder<'_>,
    scale: u32,
    precision: u32,
) -> parquet::schema::types::PrimitiveTypeBuilder<'_> {
    let [scale, precision] = [scale, precision].map(|digits| i32::try_from(digits).unwrap_or(i32::MAX));
    field
        .with_logical_type(Some(LogicalType::decimal(scale, precision)))
        .with_precision(precision)
        .with_scale(scale)
}

/// The schema as Parquet has it. Fields are numbered from 1, as table formats such as Iceberg want it.
pub fn schema(schema: &Schema, shape: Shape) -> Result<TypePtr> {
    let fields: Result<Vec<TypePtr>> = (1..)
        .zip(&schema.columns)
        .map(|(at, column)| Stored::of(column.kind, shape).field(column, at).map(Arc::new))
        .collect();
    Ok(Arc::new(Type::group_type_builder(schema.table.name()).with_fields(fields?).build()?))
}
