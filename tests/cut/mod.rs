//! Reads a text in pieces of one length, and tells all that is said of it.

use tieout::engine::Engine;
use tieout::export::format::Format;
use tieout::export::report_json;
use tieout::model::settings::Settings;

/// The report, the compact CSV, how many of its cells were guarded, and where each statement stands.
pub fn told(text: &str, cut: usize, settings: &Settings) -> [String; 4] {
    let mut engine = Engine::empty(settings.clone());
    engine.tabulate(Format::CsvCompact, true);
    engine.begin("file.json");
    text.as_bytes().chunks(cut).for_each(|piece| engine.feed(piece));
    engine.end();
    let (table, guarded) = (engine.take_table(), engine.guarded().to_string());
    let (mut report, made) = (Vec::new(), engine.finish());
    assert!(report_json::write(&made, &mut report).is_ok());
    let sources: Vec<String> = (0..u32::MAX)
        .map_while(|number| made.register.get(number))
        .map(|entry| format!("{:?}", (&entry.source, entry.number, entry.lines, entry.verdict)))
        .collect();
    let [report, table] = [report, table].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    [report, table, guarded, sources.join("\n")]
}
