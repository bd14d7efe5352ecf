//! The report as an HTML file: everything is in it, nothing of a file is more than text, and it asks for nothing.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::process::Command;

use tieout::engine;
use tieout::export::format::Format;
use tieout::model::settings::Settings;
use tieout::settings::read::read;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/canonical.json");
const CANONICAL: &[u8] = include_bytes!("fixtures/canonical.json");

fn html_of(name: &str, bytes: &[u8], settings: Settings) -> String {
    let report = engine::check(name, bytes, settings);
    String::from_utf8(engine::export(&report, Format::ReportHtml).unwrap().bytes).unwrap()
}

fn html(bytes: &[u8]) -> String {
    html_of("sheet.json", bytes, read(r#"{"today": "2026-03-04"}"#).unwrap())
}

/// A sheet of one account a section whose assets have this name.
fn named(name: &str) -> Vec<u8> {
    let name = serde_json::to_string(name).unwrap();
    let side = |name: &str| {
        format!(
            r#"{{"name": {name}, "value": "5.00", "items": [{{"account_id": {name}, "name": {name}, "value": "4.00"}}]}}"#
        )
    };
    let (own, other) = (side(&name), side("\"x\""));
    format!(r#"{{"currency_code": {name}, "entity": {name}, "assets": {own}, "liabilities": {other}, "equity": {other}}}"#).into_bytes()
}

/// What is between tags, and the tags: names with their attributes.
fn parts(html: &str) -> (String, Vec<String>) {
    let (mut text, mut tags) = (String::new(), Vec::new());
    let mut rest = html;
    while let Some((words, after)) = rest.split_once('<') {
        text.push_str(words);
        let (tag, further) = after.split_once('>').unwrap();
        tags.push(tag.to_owned());
        rest = further;
        if let Some(end) = ["style", "script"].iter().find(|name| tag == **name) {
            rest = rest.split_once(&format!("</{end}>")).unwrap().1;
        }
        text.push(' ');
    }
    (text + rest, tags)
}

#[test]
fn everything_is_in_it_of_the_canonical_sheet() {
    let html = html(CANONICAL);
    let (text, tags) = parts(&html);
    for told in [
        "Does not tie",
        "2 errors, 3 warnings and 14 notes.",
        "17 checks: 15 tie and 2 differ.",
        "13,318,970.87",
        "1,025,016.99",
        "12,399,101.55",
        "−105,147.67",
        "−28,149.57",
        "937,527.65",
        "76,998.10",
        "−1,272,375.00",
        "Owner&#39;s Equity",
        "sheet.json",
        "6,137 bytes · 37 lines · 13 groups · 21 accounts",
        "2026-03-04",
        concat!("Tieout ", env!("CARGO_PKG_VERSION")),
        "A tree of lines.",
        "Why it matters",
        "No simple cause found",
    ] {
        assert!(text.contains(told), "{told}");
    }
    let report = engine::check("sheet.json", CANONICAL, Settings::default());
    assert_eq!(text.matches(&report.file.sha256).count(), 2);
    let rows =
        |class: &str| tags.iter().filter(|tag| tag.starts_with(&format!("tr class=\"{class}"))).count();
    assert_eq!((rows("section"), rows("group"), rows("item")), (3, 13, 21));
    for finding in &report.findings {
        assert!(text.contains(finding.rule), "{}", finding.rule);
    }
    assert_eq!(tags.iter().filter(|tag| *tag == "li").count() - 4, report.findings.len());
}

#[test]
fn the_same_bytes_and_settings_give_the_same_file_on_the_same_day() {
    assert_eq!(html(CANONICAL), html(CANONICAL));
    let other = html_of("sheet.json", CANONICAL, read(r#"{"today": "2026-03-05"}"#).unwrap());
    assert_eq!(html(CANONICAL).replace("2026-03-04", "2026-03-05"), other);
}

#[test]
fn nothing_of_a_file_is_more_than_text() {
    let known: BTreeSet<String> = parts(&html(&named("plain"))).1.into_iter().collect();
    for hostile in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</title></style></main><svg onload=alert(1)>",
        "' onclick='alert(1)",
        "&lt;b&gt; &#x3c;b&#x3e;",
        "<!-- ",
        "]]><![CDATA[",
        "\u{202e}\u{2066}back\u{0}\u{1b}[31m",
        "`<b>`",
    ] {
        let html = html_of(hostile, &named(hostile), Settings::default());
        let tags: BTreeSet<String> = parts(&html).1.into_iter().collect();
        let new: Vec<&String> = tags.difference(&known).collect();
        assert!(new.is_empty(), "{hostile}: {new:?}");
        assert!(!html.contains(['\0', '\u{1b}']), "{hostile}");
    }
}

#[test]
fn a_name_without_end_is_cut() {
    let html = html(&named(&"x".repeat(100_000)));
    assert!(html.len() < 100_000, "{}", html.len());
    assert!(html.contains(&("x".repeat(200) + "…")));
}

#[test]
fn it_asks_for_nothing_and_its_policy_lets_it_ask_for_nothing() {
    let html = html(CANONICAL);
    for way_out in ["http:", "https:", "//", "src=", "url(", "@import", "style=\"", "<form", "<base", " on"] {
        let tags = parts(&html).1.join("\n");
        assert!(!tags.contains(way_out), "{way_out}");
    }
    assert!(!html.contains("url(") && !html.contains("@import") && !html.contains("http:"));
    for place in html.split("href=\"").skip(1) {
        assert!(place.starts_with('#'), "{}", &place[..20]);
    }
    let policy =
        html.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    let policy = policy.replace("&#39;", "'");
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(policy.contains("; script-src 'sha256-") && !policy.contains("unsafe"), "{policy}");
}

#[test]
fn of_very_much_it_has_the_first_and_says_what_is_left_out() {
    let items = |many: usize| {
        let mut items = String::new();
        for at in 0..many {
            let comma = if at > 0 { "," } else { "" };
            write!(items, r#"{comma}{{"account_id": "a{at}", "name": "line {at}", "value": "-1.00"}}"#)
                .unwrap();
        }
        items
    };
    let text = format!(
        r#"{{"assets": {{"name": "A", "value": "1.00", "items": [{}]}}, "liabilities": {{"name": "L", "value": "0.00", "items": []}}, "equity": {{"name": "E", "value": "0.00", "items": []}}}}"#,
        items(60_000)
    );
    let report = engine::check("large.json", text.as_bytes(), Settings::default());
    assert!(report.findings.len() > 10_000, "{}", report.findings.len());
    let html = String::from_utf8(engine::export(&report, Format::ReportHtml).unwrap().bytes).unwrap();
    assert!(html.len() < 8_000_000, "{}", html.len());
    let told = "and 40,003 more lines; the table (CSV) has every line";
    assert!(html.contains(told));
    // Of one rule, those that are listed and those that are not are all there are.
    let more = html.split("more of this rule").next().unwrap().rsplit(' ').nth(1).unwrap().replace(',', "");
    assert_eq!(more.parse::<usize>().unwrap() + 500, 60_000);
}

#[test]
fn who_accepted_what_and_why_is_told_and_what_fits_nothing_is_not() {
    let report = engine::check("sheet.json", CANONICAL, Settings::default());
    let fingerprint = report.findings.iter().find(|one| one.rule == "T001").unwrap().fingerprint;
    let settings = format!(
        r#"{{"waivers": [
            {{"rule": "T001", "fingerprint": "{fingerprint}", "about": "`Current Liabilities`", "reason": "booked <late>", "by": "A. Auditor"}},
            {{"rule": "T001", "fingerprint": "0000000000000000", "about": "another's secret", "reason": "secret", "by": "Nobody"}}
        ]}}"#
    );
    let html = html_of("sheet.json", CANONICAL, read(&settings).unwrap());
    assert_eq!(html.matches("booked &lt;late&gt;").count(), 2);
    assert_eq!(html.matches("A. Auditor").count(), 2);
    assert!(html.contains("1 acceptance applies to nothing in this file."));
    assert!(!html.contains("secret") && !html.contains("Nobody"));
    // What was accepted is told by itself.
    assert!(html.contains("These are the usual settings."));
}

#[test]
fn several_statements_are_listed_and_each_has_its_lines() {
    let one = String::from_utf8(named("One")).unwrap();
    let two = String::from_utf8(named("Two")).unwrap();
    let html = html(format!("[{one},{two}]").as_bytes());
    let (text, tags) = parts(&html);
    assert!(text.contains("2 of 2 do not tie"), "{text}");
    assert_eq!(tags.iter().filter(|tag| *tag == "table class=\"lines\"").count(), 2);
    assert_eq!(tags.iter().filter(|tag| *tag == "table class=\"sortable sheets\"").count(), 1);
}

#[test]
fn what_cannot_be_read_is_reported_too() {
    for bytes in [&b"{"[..], b"", b"[]", b"\xff\xfe"] {
        let html = html(bytes);
        assert!(html.contains("Cannot be read") && html.ends_with("</html>\n"));
    }
}

#[test]
fn the_command_line_writes_it_for_one_file_at_a_time() {
    let tieout =
        |arguments: &[&str]| Command::new(env!("CARGO_BIN_EXE_tieout")).args(arguments).output().unwrap();
    let one = tieout(&["check", "--format", "html", FIXTURE]);
    assert_eq!(one.status.code(), Some(1));
    let text = String::from_utf8(one.stdout).unwrap();
    assert!(text.starts_with("<!DOCTYPE html>") && text.contains("canonical.json"));
    let two = tieout(&["check", "--format", "html", FIXTURE, FIXTURE]);
    assert_eq!(two.status.code(), Some(2));
    assert!(two.stdout.is_empty() && String::from_utf8(two.stderr).unwrap().contains("one file"));
}
