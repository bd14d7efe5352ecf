//! The command line: its arguments and exit codes; each subcommand has a file.

use std::io::{Error, ErrorKind};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::check::Check;
use crate::export::Export;
use crate::flatten::Flatten;
use crate::picture::Picture;
use crate::rules::Rules;

/// Nothing at or above the level asked for was found.
pub const CLEAN: u8 = 0;
/// Something was found.
pub const FOUND: u8 = 1;
/// A file could not be read, or the command was used wrongly.
pub const UNREADABLE: u8 = 2;

/// Proves that a balance sheet ties: every total is the sum of its parts, and assets equal liabilities plus equity
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(Check),
    Export(Export),
    Flatten(Flatten),
    Picture(Picture),
    Rules(Rules),
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Check(check) => check.run(),
        Command::Export(export) => export.run(),
        Command::Flatten(flatten) => flatten.run(),
        Command::Picture(picture) => picture.run(),
        Command::Rules(rules) => rules.run(),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        // The reader of our output has seen enough, as `head` does.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::from(CLEAN),
        Err(error) => {
            say(&error);
            ExitCode::from(UNREADABLE)
        }
    }
}

/// Tells `error` on standard error.
pub fn say(error: &Error) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "tieout: {error}");
}
