//! Gathers the tables, the files and what has to be known of them, and writes the project as a zip.

use std::collections::BTreeSet;
use std::io::{Read, Result, Write};

use crate::export::archive::Archive;
use crate::export::csv_record;
use crate::export::csv_table;
use crate::export::dbt::originals::Shared;
use crate::export::dbt::plain::is_of_the_text;
use crate::export::dbt::project;
use crate::export::dbt::rewritten;
use crate::export::dbt::survey::Survey;
use crate::export::guard::Guard;
use crate::export::row_writer::{About, RowWriter};
use crate::export::spool::{Part, Spool};
use crate::flatten::entered::Entered;
use crate::flatten::schema::Column;
use crate::flatten::shape::Shape;
use crate::flatten::table::Table;
use crate::flatten::value::Value;
use crate::rules::words;

/// How many bytes are gathered before they go to their part.
const BLOCK: usize = 1 << 16;

/// The most characters of a file's own name that are kept in its name in the zip.
const LONGEST_NAME: usize = 60;

/// A project on its way.
///
/// The tables, the files and the statements rewritten go to parts of their own as they come, so that none of them grows
/// in memory; what is kept there is the dimensions, the names of unknown fields, and a name a file.
pub struct DbtProject<'a> {
    shape: Shape,
    tables: Vec<Gathered<'a>>,
    rewritten: Gathered<'a>,
    /// How many bytes of `rewritten` are of each file.
    rewritten_of: Vec<u64>,
    survey: Survey,
    originals: Shared<'a>,
    out: Box<dyn Write + 'a>,
}

/// What is written in pieces and read later.
struct Gathered<'a> {
    columns: Vec<Column>,
    block: Vec<u8>,
    part: Box<dyn Part + 'a>,
    bytes: u64,
}

impl<'a> Gathered<'a> {
    fn new(columns: Vec<Column>, spool: &mut dyn Spool<'a>) -> Result<Gathered<'a>> {
        Ok(Gathered { columns, block: Vec::new(), part: spool.part()?, bytes: 0 })
    }

    fn pass_on(&mut self, least: usize) -> Result<()> {
        if self.block.len() < least {
            return Ok(());
        }
        self.bytes += self.block.len() as u64;
        self.part.write_all(&self.block)?;
        self.block.clear();
        Ok(())
    }

    fn read_back(mut self) -> Result<(u64, Box<dyn Read>)> {
        self.pass_on(0)?;
        Ok((self.bytes, self.part.read_back()?))
    }
}

impl<'a> DbtProject<'a> {
    /// For a zip that goes to `out`, over the files that are put into `originals` as they are read. The only errors are
    /// those of `spool`.
    pub fn new(
        shape: Shape,
        originals: Shared<'a>,
        out: Box<dyn Write + 'a>,
        spool: &mut dyn Spool<'a>,
    ) -> Result<DbtProject<'a>> {
        let mut tables = Vec::new();
        for table in Table::ALL {
            let mut gathered = Gathered::new(table.schema(shape).columns, spool)?;
            csv_table::header(&gathered.columns, &mut gathered.block)?;
            tables.push(gathered);
        }
        let rewritten = Gathered::new(Vec::new(), spool)?;
        let (rewritten_of, survey) = (Vec::new(), Survey::default());
        Ok(DbtProject { shape, tables, rewritten, rewritten_of, survey, originals, out })
    }
}

impl RowWriter for DbtProject<'_> {
    fn tables(&self) -> &[Table] {
        &Table::ALL
    }

    fn statement(&mut self, entered: &Entered<'_>) -> Result<()> {
        let file = self.originals.borrow().number();
        self.survey.statement(file, entered.judged.examined);
        let mut line = String::new();
        rewritten::write(entered.judged.examined, &mut line);
        let files = file as usize + 1;
        if self.rewritten_of.len() < files {
            self.rewritten_of.resize(files, 0);
        }
        if let Some(bytes) = self.rewritten_of.last_mut() {
            *bytes += line.len() as u64;
        }
        self.rewritten.block.extend_from_slice(line.as_bytes());
        self.rewritten.pass_on(BLOCK)
    }

    fn row(&mut self, table: Table, row: &[Value<'_>]) -> Result<()> {
        let of_table = Table::ALL.into_iter().zip(&mut self.tables).find(|(one, _)| *one == table);
        let Some((_, gathered)) = of_table else { return Ok(()) };
        // The project is for programs: no cell is guarded against spreadsheets.
        csv_table::record(&gathered.columns, row, &mut Guard::new(false), &mut gathered.block);
        gathered.pass_on(BLOCK)
    }

    fn finish(self: Box<Self>, about: &About<'_>) -> Result<u64> {
        let mut zip = Archive::new(self.out);
        for (path, text) in project::texts(self.shape, &about.report.settings) {
            zip.text(&path, &text)?;
        }
        // Not by findings: what settings switch off is in the file all the same.
        let beside = about.report.oddities.iter().filter(|(_, oddity)| is_of_the_text(&oddity.kind));
        let odd: BTreeSet<u32> = beside.map(|(file, _)| *file).collect();
        let plain = |file: u32| self.survey.is_plain(file) && !odd.contains(&file);
        let (files, mut from) = self.originals.borrow_mut().read_back()?;
        let shipped: Vec<Shipped> = (0_u32..)
            .zip(&files)
            .map(|(number, file)| Shipped {
                name: file_name(number, &file.name),
                bytes: file.bytes,
                rewritten: self.rewritten_of.get(number as usize).copied().unwrap_or_default(),
                plain: plain(number),
            })
            .collect();
        if let Some(left_out) = words::left_out(about.report) {
            zip.text("data/left_out.txt", &format!("{left_out}\n"))?;
        }
        zip.text("data/known.csv", &known(&self.survey, &shipped)?)?;
        for (table, gathered) in Table::ALL.into_iter().zip(self.tables) {
            let (bytes, mut from) = gathered.read_back()?;
            zip.file(&format!("data/{}.csv", table.name()), bytes, &mut from)?;
        }
        for file in &shipped {
            let folder = if file.plain { "raw" } else { "original" };
            let path = format!("data/{folder}/{}.json", file.name);
            zip.file(&path, file.bytes, &mut from.as_mut().take(file.bytes))?;
        }
        let (_, mut from) = self.rewritten.read_back()?;
        for file in &shipped {
            let mut of_file = from.as_mut().take(file.rewritten);
            match file.raw() {
                Some(raw) if !file.plain => {
                    zip.file(&format!("data/raw/{raw}"), file.rewritten, &mut of_file)?;
                }
                _ => {
                    std::io::copy(&mut of_file, &mut std::io::sink())?;
                }
            }
        }
        zip.finish()?;
        Ok(0)
    }
}

/// A file that goes with the project.
struct Shipped {
    /// Its name in the zip, without an ending.
    name: String,
    bytes: u64,
    /// How many bytes its statements have, rewritten.
    rewritten: u64,
    /// Whether it is used as it is.
    plain: bool,
}

impl Shipped {
    /// What it is called in `data/raw`; a file without a statement is not there.
    fn raw(&self) -> Option<String> {
        match (self.plain, self.rewritten) {
            (true, _) => Some(format!("{}.json", self.name)),
            (false, 0) => None,
            (false, _) => Some(format!("{}.jsonl", self.name)),
        }
    }
}

/// What a file is called in the project: a number that keeps the files in order, and what is plain of its own name.
fn file_name(number: u32, name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '_' };
    let stem: String = stem.chars().map(plain).take(LONGEST_NAME).collect();
    format!("tieout_{:06}_{stem}", u64::from(number) + 1)
}

/// The names of files and fields as a table, so that they stand in the data and in no code.
fn known(survey: &Survey, shipped: &[Shipped]) -> Result<String> {
    let mut block = Vec::new();
    csv_record::write(&["kind", "name"], &mut block)?;
    for name in shipped.iter().filter_map(Shipped::raw) {
        csv_record::write(&["file", &name], &mut block)?;
    }
    for name in &survey.fields {
        csv_record::write(&["field", name], &mut block)?;
    }
    Ok(String::from_utf8_lossy(&block).into_owned())
}

#[cfg(test)]
mod tests {
    use crate::export::dbt::writer::file_name;

    #[test]
    fn a_file_is_numbered_and_never_a_path() {
        assert_eq!(file_name(0, "sheet.json"), "tieout_000001_sheet");
        assert_eq!(file_name(11, "../a'; drop \u{1f4b6}\n.json"), "tieout_000012____a___drop___");
        assert_eq!(file_name(0, ""), "tieout_000001_");
    }
}
