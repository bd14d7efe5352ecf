//! Every file of the project but the data, with what was found in the files put in.

use std::fmt::Write;

use crate::export::dbt::carried;
use crate::export::dbt::catalogue;
use crate::export::dbt::files::FILES;
use crate::export::dbt::fill::fill;
use crate::export::dbt::levels;
use crate::export::dbt::phrases;
use crate::export::dbt::yaml::quoted;
use crate::flatten::shape::Shape;
use crate::model::settings::{Settings, Tolerance};

/// The decimals that the money columns have at least, so that tomorrow's files fit.
const LEAST_SCALE: u32 = 6;

/// How many digits a money column has before and behind the point together, with room for sums left out.
const DIGITS: u32 = 31;

/// The sections whose balances have a model of their own.
const AREAS: [&str; 3] = ["assets", "liabilities", "equity"];

/// The files of the project: their paths and texts, in the order of the zip.
pub fn texts(shape: Shape, settings: &Settings) -> Vec<(String, String)> {
    let count = levels::count(shape.deepest);
    let mut values = vec![
        ("version", quoted(env!("CARGO_PKG_VERSION"))),
        ("release", env!("CARGO_PKG_VERSION").to_owned()),
        ("levels", count.to_string()),
        ("scale", scale(shape).to_string()),
        ("tolerance", tolerance(settings)),
        ("freshness_days", settings.freshness_days.map_or("null".to_owned(), |days| days.to_string())),
        ("today", quoted(&settings.today.map(|day| day.to_string()).unwrap_or_default())),
        ("rules", carried::levels(settings)),
        ("rule_table", carried::table()),
        ("seeds", catalogue::seeds(shape)),
        ("shipped", catalogue::shipped(shape)),
        ("star", catalogue::star(shape)),
        ("level_models", levels::described(count)),
        ("level_list", level_list(count)),
        ("areas", areas()),
    ];
    values.extend(phrases::values());
    let fixed = FILES.iter().map(|(path, text)| ((*path).to_owned(), fill(text, &values)));
    let mut texts: Vec<(String, String)> = fixed.chain(levels::models(count)).chain(area_models()).collect();
    // The README first, as whoever unpacks it looks there.
    texts.sort_by(|a, b| (a.0 != "README.md", &a.0).cmp(&(b.0 != "README.md", &b.0)));
    texts
}

/// The decimals of the money columns: those of the files, unless their digits before the point then found no room.
pub fn scale(shape: Shape) -> u32 {
    let room = DIGITS.saturating_sub(shape.whole_digits);
    shape.decimals.max(LEAST_SCALE).min(room)
}

fn tolerance(settings: &Settings) -> String {
    quoted(&match settings.tolerance {
        Tolerance::FromData => "from-data".to_owned(),
        Tolerance::Exact => "exact".to_owned(),
        Tolerance::Fixed(amount) => amount.to_string(),
    })
}

fn level_list(count: u32) -> String {
    let names: Vec<String> = (0..count).map(|level| format!("`{}`", levels::name(level))).collect();
    names.join(", ")
}

/// The models of the areas as files: a path in the project, and a text.
fn area_models() -> impl Iterator<Item = (String, String)> {
    AREAS
        .into_iter()
        .map(|area| (format!("models/areas/{area}.sql"), format!("{{{{ tieout.area('{area}') }}}}\n")))
}

/// Their descriptions.
fn areas() -> String {
    const COLUMNS: [(&str, &str); 8] = [
        ("balance_key", "The key of the balance."),
        ("entity", "Whose it is."),
        ("as_of", "The day it is true of."),
        ("currency", "The currency, as written."),
        ("account_id", "The account id."),
        ("name", "The account's name."),
        ("path", "The names from the section down."),
        ("amount", "The amount."),
    ];
    let mut out = String::new();
    for area in AREAS {
        let _ = write!(
            out,
            "  - name: {area}\n    description: The balances of all accounts in {area}.\n    \
             config: {{tags: [{area}, area, daily]}}\n    columns:\n"
        );
        for (column, what) in COLUMNS {
            let _ = writeln!(out, "      - {{name: {column}, description: \"{what}\"}}");
        }
    }
    out.trim_end().to_owned()
}
