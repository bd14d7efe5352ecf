//! A statement as one line of JSON in the shape that the project's SQL flattens, whatever shape it came in.

use crate::flatten::lines::{self, Line, Literal};
use crate::model::header::{DateRole, TotalRole};
use crate::model::lines::AmountState;
use crate::model::report::Examined;
use crate::model::statement::{SectionKind, Statement, StatementKind};

/// Adds the statement and a line end. Amounts that could be read are written as plain numbers within quotes; what a line
/// or the header has beside the fields that are known is not there.
pub fn write(examined: &Examined, out: &mut String) {
    let statement = &examined.statement;
    let mut object = Object::open(out);
    header(statement, &mut object);
    object.key("tieout_sections");
    let out = object.out;
    out.push('[');
    // How many items each line above has so far, and whether one of them was no object.
    let mut open: Vec<(bool, bool)> = Vec::new();
    let mut any_section = false;
    let made = lines::each(statement, |line| {
        while open.len() > usize::from(line.level) {
            close(&mut open, out);
        }
        let follows = match open.last_mut() {
            Some((follows, _)) => std::mem::replace(follows, true),
            None => std::mem::replace(&mut any_section, true),
        };
        if follows {
            out.push(',');
        }
        begin(statement, line, out);
        open.push((false, statement.lines.items_malformed(line.line)));
        Ok::<(), std::convert::Infallible>(())
    });
    made.unwrap_or_else(|never| match never {});
    while !open.is_empty() {
        close(&mut open, out);
    }
    out.push_str("]}\n");
}

/// Ends a line; an item that was no object is told by a null.
fn close(open: &mut Vec<(bool, bool)>, out: &mut String) {
    if let Some((follows, malformed)) = open.pop() {
        if malformed {
            out.push_str(if follows { ",null" } else { "null" });
        }
        out.push_str("]}");
    }
}

/// Begins a line up to its list of items.
fn begin(statement: &Statement, line: &Line<'_>, out: &mut String) {
    let mut object = Object::open(out);
    if let (0, Some(section)) = (line.level, statement.section_of(line.line)) {
        object.field("tieout_section", line.section);
        object.field("tieout_key", &section.key);
        if section.bare {
            object.field("tieout_bare", "true");
        }
    }
    object.field("name", statement.lines.name(line.line));
    if !line.account_id.is_empty() {
        object.field("account_id", line.account_id);
    }
    match (statement.lines.amount_state(line.line), line.literal) {
        (AmountState::Unreadable | AmountState::TooLong, _) => {
            object.field("value", &statement.lines.literal(line.line));
        }
        // What has two readings is none of them to SQL either.
        (AmountState::Ambiguous, _) => match statement.lines.readings(line.line) {
            Some([decimals, thousands]) => object.field("value", &format!("{decimals} or {thousands}")),
            None => object.field("value", &statement.lines.literal(line.line)),
        },
        (_, Literal::Digits(amount)) => object.field("value", &amount.to_string()),
        (_, Literal::Text("")) => {}
        (_, Literal::Text(text)) => match line.amount {
            Some(amount) if text.contains(['e', 'E']) => object.field("value", &amount.to_string()),
            _ => object.field("value", text),
        },
    }
    if let Some(own) = statement.lines.own(line.line) {
        object.field("tieout_own", &own.to_string());
    }
    if let Some(stated) = statement.currencies.iter().find(|stated| stated.line == Some(line.line)) {
        object.field("currency", &stated.text);
    }
    object.key("items");
    object.out.push('[');
}

fn header(statement: &Statement, object: &mut Object<'_>) {
    let header = &statement.header;
    let kind = match statement.kind {
        StatementKind::BalanceSheet => "balance-sheet",
        StatementKind::ProfitAndLoss => "profit-and-loss",
        StatementKind::TrialBalance => "trial-balance",
        StatementKind::Other => "other",
    };
    object.field("tieout_kind", kind);
    let texts = [
        ("tieout_title", &header.title),
        ("id", &header.id),
        ("entity", &header.entity),
        ("currency", &header.currency),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            object.field(key, text);
        }
    }
    // One that stands within a total is named, and is not the statement's own.
    let beside = |text: &String| header.currency.as_ref() != Some(text);
    let mut stated = statement.currencies.iter().filter(|stated| stated.line.is_none());
    if let Some(stated) = stated.find(|stated| beside(&stated.text)) {
        object.field("tieout_currency", &stated.text);
    }
    for (key, role) in
        [("end_date", DateRole::AsOf), ("start_date", DateRole::Start), ("updated_at", DateRole::Recorded)]
    {
        if let Some(date) = header.dates.iter().find(|date| date.role == role) {
            object.field(key, &date.text);
        }
    }
    let totals = [
        ("total_assets", TotalRole::Section(SectionKind::Assets)),
        ("total_liabilities", TotalRole::Section(SectionKind::Liabilities)),
        ("total_equity", TotalRole::Section(SectionKind::Equity)),
        ("net_assets", TotalRole::NetAssets),
        ("total_liabilities_and_equity", TotalRole::Claims),
    ];
    for (key, role) in totals {
        if let Some(total) = header.totals.iter().find(|total| total.role == role) {
            object
                .field(key, &total.amount.map_or_else(|| total.literal.clone(), |amount| amount.to_string()));
        }
    }
}

/// An object that is being written.
struct Object<'a> {
    out: &'a mut String,
    empty: bool,
}

impl<'a> Object<'a> {
    fn open(out: &'a mut String) -> Object<'a> {
        out.push('{');
        Object { out, empty: true }
    }

    fn key(&mut self, key: &str) {
        if !std::mem::replace(&mut self.empty, false) {
            self.out.push(',');
        }
        self.text(key);
        self.out.push(':');
    }

    fn field(&mut self, key: &str, value: &str) {
        self.key(key);
        self.text(value);
    }

    fn text(&mut self, text: &str) {
        // A text can always be written as JSON.
        self.out.push_str(&serde_json::to_string(text).unwrap_or_default());
    }
}
