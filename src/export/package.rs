//! All tables as CSV in one zip, described by a Frictionless datapackage.json.

use std::io::{Result, Write};

use crate::export::archive::Archive;
use crate::export::csv_table::{self, BOM};
use crate::export::datapackage::{self, Resource};
use crate::export::guard::Guard;
use crate::export::row_writer::{About, RowWriter};
use crate::export::spool::{Part, Spool};
use crate::export::warehouse_format::Options;
use crate::flatten::keys::hexadecimal;
use crate::flatten::schema::Column;
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;
use crate::flatten::value::Value;
use sha2::{Digest, Sha256};

/// How many bytes of a table are gathered before they go to its part.
const BLOCK: usize = 1 << 16;

/// Writes every table to a part of its own, and the zip once all of them are complete.
pub struct Package<'a> {
    shape: Shape,
    options: Options,
    guard: Guard,
    parts: Vec<OfTable<'a>>,
    out: Box<dyn Write + 'a>,
}

/// A table on its way into the zip.
struct OfTable<'a> {
    columns: Vec<Column>,
    block: Vec<u8>,
    part: Box<dyn Part + 'a>,
    digest: Sha256,
    bytes: u64,
    rows: u64,
}

impl<'a> Package<'a> {
    /// For a zip that goes to `out`. The only errors are those of `spool`.
    pub fn new(
        shape: Shape,
        options: Options,
        out: Box<dyn Write + 'a>,
        spool: &mut dyn Spool<'a>,
    ) -> Result<Package<'a>> {
        let mut parts = Vec::new();
        for table in Table::ALL {
            let mut block = if options.bom { BOM.to_vec() } else { Vec::new() };
            let columns = table.schema(shape).columns;
            csv_table::header(&columns, &mut block)?;
            parts.push(OfTable {
                columns,
                block,
                part: spool.part()?,
                digest: Sha256::new(),
                bytes: 0,
                rows: 0,
            });
        }
        Ok(Package { shape, options, guard: Guard::new(options.guard), parts, out })
    }
}

impl OfTable<'_> {
    fn pass_on(&mut self) -> Result<()> {
        self.digest.update(&self.block);
        self.bytes += self.block.len() as u64;
        self.part.write_all(&self.block)?;
        self.block.clear();
        Ok(())
    }
}

impl RowWriter for Package<'_> {
    fn tables(&self) -> &[Table] {
        &Table::ALL
    }

    fn row(&mut self, table: Table, row: &[Value<'_>]) -> Result<()> {
        let of_table = Table::ALL.into_iter().zip(&mut self.parts).find(|(one, _)| *one == table);
        let Some((_, part)) = of_table else { return Ok(()) };
        csv_table::record(&part.columns, row, &mut self.guard, &mut part.block);
        part.rows += 1;
        if part.block.len() >= BLOCK { part.pass_on() } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>, about: &About<'_>) -> Result<u64> {
        let mut resources = Vec::new();
        for (table, part) in Table::ALL.into_iter().zip(&mut self.parts) {
            part.pass_on()?;
            let sha256 = hexadecimal(&part.digest.clone().finalize());
            resources.push(Resource { table, bytes: part.bytes, rows: part.rows, sha256 });
        }
        let mut zip = Archive::new(self.out);
        let mut json = Vec::new();
        datapackage::write(about, self.shape, self.options, &resources, &mut json)?;
        zip.file("datapackage.json", 0, &mut json.as_slice())?;
        for (resource, part) in resources.iter().zip(self.parts) {
            zip.file(&resource.path(), resource.bytes, &mut part.part.read_back()?)?;
        }
        zip.finish()?;
        Ok(self.guard.guarded())
    }
}
