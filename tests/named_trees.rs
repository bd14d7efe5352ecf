//! Balance sheets under other names than ours: recognised by what their data shows, whoever wrote them.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use proptest::prelude::{any, proptest};
use tieout::engine;
use tieout::export::format::Format;
use tieout::input::infer;
use tieout::input::outline::Outline;
use tieout::input::scanner::Scanner;
use tieout::model::report::Report;
use tieout::model::settings::Settings;

const NAMED: [&str; 10] = [
    "codat_like",
    "apideck_like",
    "merge_like",
    "unified_like",
    "vendor_children",
    "vendor_roots",
    "vendor_money",
    "vendor_mantissa",
    "vendor_numbers",
    "vendor_decorated",
];

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/named/{name}.json"))).unwrap()
}

fn check(bytes: &[u8]) -> Report {
    engine::check("file.json", bytes, Settings::default())
}

/// Everything that was read and found, as a person would want to see it.
fn told(report: &Report) -> String {
    let mut out = String::new();
    for (number, examined) in (1..).zip(&report.statements) {
        let statement = &examined.statement;
        let header = &statement.header;
        writeln!(
            out,
            "statement {number}: {} by {}; {} {} {}; {}",
            statement.dialect.name(),
            statement.evidence.join(", "),
            header.entity.as_deref().unwrap_or("-"),
            header.as_of().as_deref().unwrap_or("-"),
            header.currency.as_deref().unwrap_or("-"),
            examined.verdict.name()
        )
        .unwrap();
        for line in statement.lines.all() {
            let indent = "  ".repeat(usize::from(statement.lines.depth(line)) + 1);
            let (name, id) = (statement.name(line), statement.lines.account_id(line));
            let literal = statement.lines.literal(line);
            let pointer = statement.line_pointer(line);
            writeln!(out, "{indent}{name} [{id}] {literal}  {pointer}").unwrap();
        }
    }
    for finding in &report.findings {
        let (rule, severity) = (finding.rule, finding.severity.name());
        writeln!(out, "{rule} {severity}: {} @ {}", finding.message, report.pointer_of(finding)).unwrap();
    }
    out
}

#[test]
fn every_shape_is_read_without_a_word_about_its_vendor() {
    let all: Vec<String> =
        NAMED.iter().map(|name| format!("# {name}\n{}", told(&check(&fixture(name))))).collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn pointers_lead_to_the_lines_they_name() {
    for name in NAMED {
        let bytes = fixture(name);
        let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        for examined in &check(&bytes).statements {
            let statement = &examined.statement;
            for line in statement.lines.all() {
                let pointer = statement.line_pointer(line);
                let found = json.pointer(&pointer).unwrap_or_else(|| panic!("{name}: nothing at {pointer}"));
                let own = statement.lines.name(line);
                assert!(own.is_empty() || found.to_string().contains(own), "{name}: {pointer} is not {own}");
            }
        }
    }
}

#[test]
fn what_is_nought_everywhere_is_no_amount() {
    // A report of our own has a number of the statement beside each figure, which is always 0.
    let report = check(include_bytes!("fixtures/canonical.json"));
    let written = engine::export(&report, Format::ReportJson).unwrap();
    let again = check(&written.bytes);
    assert_eq!(again.verdict, report.verdict);
    let difference = |report: &Report| report.register.entries()[0].difference;
    assert_eq!(difference(&again), difference(&report));
}

fn outline(bytes: &[u8]) -> Outline {
    let (mut outline, mut scanner) = (Outline::default(), Scanner::with_many());
    scanner.feed(bytes, &mut outline);
    outline.seal();
    outline
}

#[test]
fn the_beginning_of_a_document_is_enough_once_two_sections_have_begun() {
    for name in NAMED {
        let bytes = fixture(name);
        let whole = infer::mapping(&outline(&bytes)).unwrap();
        for cut in (bytes.len() * 3 / 4..bytes.len()).step_by(7) {
            let Some(mapping) = infer::mapping(&outline(&bytes[..cut])) else { continue };
            let keys = |own: &tieout::model::mapping::Mapping| {
                (
                    own.path.clone(),
                    own.name.clone(),
                    own.amount.clone(),
                    own.items.clone(),
                    own.account_id.clone(),
                )
            };
            assert_eq!(keys(&mapping), keys(&whole), "{name} cut at {cut}");
        }
    }
}

proptest! {
    #[test]
    fn anything_at_all_is_looked_at_without_a_panic(bytes: Vec<u8>, cut in any::<u16>()) {
        infer::mapping(&outline(&bytes));
        let whole = fixture(NAMED[usize::from(cut) % NAMED.len()]);
        let cut = usize::from(cut) % whole.len();
        infer::mapping(&outline(&whole[..cut]));
        check(&whole[..cut]);
    }
}
