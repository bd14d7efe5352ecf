//! How often faults and their causes are found, and how long the search takes: `cargo bench --bench causes`.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]
#![expect(clippy::assigning_clones, reason = "the plain form reads better, and speed is no matter here")]

#[path = "../tests/random/cause_faults.rs"]
mod cause_faults;
#[path = "../tests/random/cause_measure.rs"]
mod cause_measure;
#[path = "../tests/random/rule_faults.rs"]
mod rule_faults;
#[path = "../tests/random/sheets.rs"]
mod sheets;

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::cause_faults::{FAULTS, RANDOM};
use crate::cause_measure::{measure, measure_random};
use crate::sheets::Dice;
use tieout::causes::explain::explain;
use tieout::engine;
use tieout::model::settings::Settings;

const SHEETS: u64 = 5_000;

fn main() {
    let rules = rule_faults::measure(SHEETS);
    println!(
        "rules: {} sheets, {} kinds of fault, {} findings wanted, {} told, {} right: recall {:.3}, precision {:.3}\n",
        rules.sheets,
        rules.faults,
        rules.wanted,
        rules.told,
        rules.right,
        share(rules.right, rules.wanted),
        share(rules.right, rules.told)
    );
    println!(
        "{:<34} {:>7} {:>8} {:>6} {:>12} {:>6}",
        "fault", "sheets", "first %", "asked", "among three %", "asked"
    );
    for fault in FAULTS {
        let tally = measure(fault, SHEETS);
        let [first, among] = [tally.first, tally.among].map(|count| percent(tally.of_thousand(count)));
        let [asked_first, asked_among] = [fault.first, fault.among].map(percent);
        println!(
            "{:<34} {:>7} {first:>8} {asked_first:>6} {among:>12} {asked_among:>6}",
            fault.name, tally.sheets
        );
    }
    println!("\n{:<34} {:>7} {:>15} {:>15}", "error", "sheets", "strong claim %", "any claim %");
    for (name, spoil) in RANDOM {
        let tally = measure_random(*spoil, SHEETS);
        let [strong, any] = [tally.strong, tally.any].map(|count| percent(tally.of_thousand(count)));
        println!("{name:<34} {:>7} {strong:>15} {any:>15}", tally.sheets);
    }
    println!("\n{:<50} {:>9} {:>9} {:>7}", "explaining", "ms", "findings", "causes");
    let tens = TENS_OF_THOUSANDS.iter();
    let worst =
        tens.map(|(name, group)| time(&format!("10,000 items: {name}"), "T001", &sheet(&group(10_000))));
    let worst = worst.max().unwrap();
    println!("{:<50} {:>9}", "10,000 items: the worst of these", millis(worst));
    time("1,000,000 items: a sign flipped", "T001", &sheet(&flipped(1_000_000)));
    time("1,000,000 items: no cause", "T001", &sheet(&unexplained(1_000_000)));
    time("1,000,000 items: the equation", "T002", &sheet(&tying(1_000_000)));
    for groups in [10_000, 100_000] {
        let many = |name: &str, gap: fn(i64) -> i64| {
            let name = format!("{groups} groups of 2 to 4, {name}");
            time(&name, "T001", &sheet(&many_groups(groups, 4, gap)));
        };
        many("no two alike", |at| 100_000 + at);
        many("all alike", |_| 12_345);
        many("all alike by twos", |at| if at % 2 == 0 { 12_345 } else { -12_345 });
        many("alike by eights", |at| (at / 8 + 1000) * if at % 2 == 0 { 1 } else { -1 });
    }
    time("5,000 groups of 200", "T001", &sheet(&many_groups(5_000, 200, |at| 1_234_567 + at)));
}

#[expect(clippy::cast_precision_loss, clippy::disallowed_types, reason = "a share, not money")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn percent(thousandths: u64) -> String {
    format!("{}.{}", thousandths / 10, thousandths % 10)
}

fn millis(time: Duration) -> String {
    format!("{}.{:03}", time.as_millis(), time.as_micros() % 1000)
}

/// A group: what its total is reported as, in cents, and its items.
type Group = (i64, Vec<i64>);

/// Makes a group of so many items.
type Make = fn(usize) -> Group;

const TENS_OF_THOUSANDS: &[(&str, Make)] = &[
    ("no cause", unexplained),
    ("a sign flipped", flipped),
    ("an item omitted", |items| {
        let (total, items) = tying(items);
        (total - items[items.len() / 2], items)
    }),
    ("an item doubled", |items| {
        let (total, items) = tying(items);
        (total + items[items.len() / 2], items)
    }),
    ("a point slipped", |items| {
        let (total, mut items) = tying(items);
        let at = items.len() / 2;
        items[at] *= 100;
        (total, items)
    }),
    ("digits that may be swapped", |items| {
        let (total, items) = tying(items);
        (total + 27_000, items)
    }),
    ("digits that may be mistyped", |items| {
        let (total, items) = tying(items);
        (total + 300_000, items)
    }),
    ("all items alike, one omitted", |items| {
        ((i64::try_from(items).unwrap() - 1) * 12_345, vec![12_345; items])
    }),
    ("a subtotal of all", |items| {
        let (total, mut items) = tying(items);
        items.push(total);
        (total, items)
    }),
];

fn tying(items: usize) -> Group {
    let mut dice = Dice(7);
    let items: Vec<i64> =
        (0..items).map(|_| i64::try_from(dice.roll(20_000_000)).unwrap() - 5_000_000).collect();
    (items.iter().sum(), items)
}

fn flipped(items: usize) -> Group {
    let (total, mut items) = tying(items);
    let at = items.len() / 2;
    items[at] = -items[at];
    (total, items)
}

fn unexplained(items: usize) -> Group {
    let (total, items) = tying(items);
    (total + 1_234_567_891, items)
}

/// Groups of up to so many items under one total, each off by its own gap; one in eight has an item of as much.
fn many_groups(groups: usize, most: usize, gap: impl Fn(i64) -> i64) -> String {
    let mut dice = Dice(7);
    let mut items = Vec::new();
    let mut total = 0;
    for at in 0..i64::try_from(groups).unwrap() {
        let (mut sum, mut parts) = tying(most.max(5) - 3 + dice.roll(3));
        if at % 8 == 0 {
            sum += gap(at) - parts[0];
            parts[0] = gap(at);
        }
        total += sum + gap(at);
        let parts: Vec<String> = parts.iter().map(|part| line("Item", *part, &[])).collect();
        items.push(line("Group", sum + gap(at), &parts));
    }
    line("Assets", total, &items)
}

/// A statement with this group as its only asset, so that only it and the equation differ.
fn sheet(assets: &impl Assets) -> String {
    let none = line("None", 0, &[]);
    format!("{{\"assets\": {}, \"liabilities\": {none}, \"equity\": {none}}}", assets.json())
}

trait Assets {
    fn json(&self) -> String;
}

impl Assets for String {
    fn json(&self) -> String {
        self.clone()
    }
}

impl Assets for Group {
    fn json(&self) -> String {
        line("Assets", self.0, &self.1.iter().map(|item| line("Item", *item, &[])).collect::<Vec<_>>())
    }
}

fn line(name: &str, cents: i64, items: &[String]) -> String {
    let mut text = String::from("{\"name\": \"");
    let sign = if cents < 0 { "-" } else { "" };
    write!(text, "{name}\", \"value\": \"{sign}{}.{:02}\"", cents.abs() / 100, cents.abs() % 100).unwrap();
    if !items.is_empty() {
        write!(text, ", \"items\": [{}]", items.join(", ")).unwrap();
    }
    text.push('}');
    text
}

/// Prints, and answers, the median time of several searches for the causes of what a rule found in a statement.
fn time(name: &str, rule: &str, json: &str) -> Duration {
    let mut report = engine::check("sheet.json", json.as_bytes(), Settings::default());
    report.findings.retain(|finding| finding.rule == rule);
    let mut times: Vec<Duration> = (0..9)
        .map(|_| {
            let start = Instant::now();
            explain(&report.statements[0], report.settings.tolerance, &mut report.findings);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let median = times[times.len() / 2];
    let causes: usize = report.findings.iter().map(|finding| finding.causes.len()).sum();
    println!("{name:<50} {:>9} {:>9} {causes:>7}", millis(median), report.findings.len());
    median
}
