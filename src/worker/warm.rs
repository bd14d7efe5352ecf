//! Has the browser compile the code that reads files, as well as it can, before there is a file to read.
//!
//! A browser translates a program twice: at once and badly, then well what turned out to run often. On the first large file
//! that takes as long as reading it. So the sample is read again and again while the visitor looks for a file, as large files
//! are. It goes in steps that keep nobody waiting, and ends as soon as a file is begun.

use wasm_bindgen::JsValue;

use crate::engine::Engine;
use crate::engine::book::Room;
use crate::engine::part::{Part, Rows};
use crate::engine::stretch::Stretch;
use crate::export::format::Format;
use crate::model::report::Report;
use crate::model::settings::Settings;
use crate::rules::catalogue::RULES;
use crate::worker::turn::Turn;

/// How long it goes on, in milliseconds.
#[expect(clippy::disallowed_types, reason = "milliseconds, not money")]
const LONG_ENOUGH: f64 = 1_000.0;

/// How many statements are read in one step, four at a time: some milliseconds of work.
const STEP: usize = 10;

/// How many lines are kept of them: about a half.
const KEPT: u64 = 600;

/// Reads the sample until that is long enough, or until `is_wanted` says otherwise, and has the reports shown.
pub async fn up(sample: &[u8], is_wanted: impl Fn() -> bool, show: impl Fn(Report)) -> Result<(), JsValue> {
    let turn = Turn::new()?;
    // Statements that are written like the one before are read another way than those that are not.
    let (one, other) = (one_a_line(sample, b""), one_a_line(sample, b" "));
    let statements = [&*one, &one, &other, &other].concat().repeat(STEP);
    let began = js_sys::Date::now();
    while is_wanted() && js_sys::Date::now() - began < LONG_ENOUGH {
        show(read(&statements));
        turn.wait().await?;
    }
    Ok(())
}

/// Reads statements as the worker does, which keeps the first of them, and as many again as a helper does.
fn read(statements: &[u8]) -> Report {
    let mut engine = Engine::with_room(Settings::default(), Room { lines: Some(KEPT), loose: 0 });
    engine.tabulate_beside(true);
    engine.begin("");
    engine.leave_digest();
    engine.feed(statements);
    let rows = Rows { format: Format::CsvCompact, guard: true, alone: false };
    let from = statements.len() as u64;
    let mut helper = Stretch::new(Settings::default(), Room::USUAL, Some(rows), (from, 2 * from));
    let codes: Vec<String> = RULES.iter().map(|rule| rule.code.to_owned()).collect();
    helper.only_count(&codes);
    helper.feed(b"\n");
    helper.feed(statements);
    drop(helper.take_table());
    helper.part().and_then(|part| Part::unpack(part.pack())).map(|part| engine.take_part(part));
    engine.finish()
}

/// A document that stands on one line, as its text has no line ends but between its values, with this between them instead.
fn one_a_line(document: &[u8], between: &[u8]) -> Vec<u8> {
    let lines = document.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let mut line = lines.collect::<Vec<&[u8]>>().join(between);
    line.push(b'\n');
    line
}
