//! What every command that reads a file can be told: the settings, and how the file is read.

use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;

use tieout::model::date::Day;
use tieout::model::settings::Settings;
use tieout::settings::read;

/// Options of every command that reads a balance sheet.
#[derive(Args)]
pub struct Options {
    /// A settings file, as the page saves it: severities, tolerance, limits, accepted findings
    #[arg(long, value_name = "TIEOUT.JSON")]
    settings: Option<PathBuf>,
    /// The shape to read files by, instead of what they look like: canonical, named-tree, quickbooks, xero, hledger,
    /// flat-rows
    #[arg(long, value_name = "NAME")]
    dialect: Option<String>,
    /// A file that says which keys a tree of lines has: a mapping, or a settings file with one
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
}

impl Options {
    /// The settings asked for, or the usual ones. Errors name the file and everything that is wrong in it.
    pub fn settings(&self) -> Result<Settings> {
        let chosen = match &self.settings {
            None => Settings::default(),
            Some(path) => {
                let shown = path.display();
                let text = fs::read_to_string(path).map_err(|error| {
                    Error::new(error.kind(), format!("cannot read the settings {shown}: {error}"))
                })?;
                read::read(&text).map_err(|faults| {
                    let told = format!("the settings {shown} cannot be used:\n  {}", faults.join("\n  "));
                    Error::new(ErrorKind::InvalidData, told)
                })?
            }
        };
        let mut chosen = Settings { clock: today(), ..chosen };
        let wrong = |told: String| Error::new(ErrorKind::InvalidInput, told);
        if let Some(name) = &self.dialect {
            chosen.dialect = read::dialect(name).map_err(|fault| wrong(format!("--dialect: {fault}")))?;
            chosen.mapping = None;
        }
        if let Some(path) = &self.mapping {
            let shown = path.display();
            let text = fs::read_to_string(path).map_err(|error| {
                Error::new(error.kind(), format!("cannot read the mapping {shown}: {error}"))
            })?;
            let mapping = read::mapping_alone(&text).map_err(|faults| {
                wrong(format!("the mapping {shown} cannot be used:\n  {}", faults.join("\n  ")))
            })?;
            chosen.mapping = Some(mapping);
        }
        Ok(chosen)
    }
}

/// The date in UTC; the settings can name another day.
fn today() -> Option<Day> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Day::since_1970(since.as_secs() / 86_400)
}
