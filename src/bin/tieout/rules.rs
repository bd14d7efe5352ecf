//! `tieout rules`: lists the rules, or explains one.

use std::io::{BufWriter, Error, ErrorKind, Result, Write, stdout};

use clap::Args;

use crate::command::CLEAN;
use tieout::rules::catalogue::{RULES, find};
use tieout::rules::rule::Rule;

/// List the rules, or explain one
#[derive(Args)]
pub struct Rules {
    /// The rule to explain, such as T001
    code: Option<String>,
    /// Print the list as the table in README.md
    #[arg(long, conflicts_with = "code")]
    markdown: bool,
}

impl Rules {
    /// Prints the list or the explanation.
    pub fn run(self) -> Result<u8> {
        let mut out = BufWriter::new(stdout().lock());
        match self.code {
            None if self.markdown => {
                writeln!(out, "| code | name | severity | fires when |\n| --- | --- | --- | --- |")?;
                for Rule { code, name, level, what, .. } in RULES {
                    writeln!(out, "| {code} | {name} | {} | {what} |", level.name())?;
                }
            }
            None => {
                for rule in RULES {
                    let (code, name, level) = (rule.code, rule.name, rule.level.name());
                    writeln!(out, "{code}  {name:<20} {level:<8} {}", rule.what)?;
                }
            }
            Some(code) => {
                let rule = find(&code.to_ascii_uppercase()).ok_or_else(|| {
                    let text = format!("there is no rule {code}; `tieout rules` lists them");
                    Error::new(ErrorKind::InvalidInput, text)
                })?;
                explain(rule, &mut out)?;
            }
        }
        out.flush()?;
        Ok(CLEAN)
    }
}

fn explain(rule: &Rule, out: &mut impl Write) -> Result<()> {
    writeln!(out, "{} {} ({})", rule.code, rule.name, rule.level.name())?;
    writeln!(out, "\nwhat  {}\nwhy   {}\nfix   {}", rule.what, rule.why, rule.fix)?;
    if !rule.settings.is_empty() {
        writeln!(out, "\nwith the settings\n\n{}", rule.settings)?;
    }
    writeln!(out, "\nfails\n\n{}", String::from_utf8_lossy(rule.bad))?;
    writeln!(out, "\npasses\n\n{}", String::from_utf8_lossy(rule.good))
}
