//! The command line: exit codes, standard input, output files, and what it says when used wrongly.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

const TIES: &str = r#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "5.00", "items": [{"account_id": "1", "name": "Cash", "value": "5.00"}]},
 "liabilities": {"name": "Liabilities", "value": "2.00", "items": [{"account_id": "2", "name": "Loan", "value": "2.00"}]},
 "equity": {"name": "Equity", "value": "3.00", "items": [{"account_id": "3", "name": "Capital", "value": "3.00"}]}}"#;

fn tieout(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tieout"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn exit_codes_say_what_was_found() {
    let without_currency = TIES.replace("\"currency_code\": \"EUR\",", "");
    let without_date = TIES.replace("\"end_date\": \"2024-12-31\",", "");
    let off = TIES.replace("\"value\": \"3.00\", \"items\"", "\"value\": \"4.00\", \"items\"");
    let cases: &[(&[&str], &str, i32)] = &[
        (&["check", "-"], TIES, 0),
        (&["check", "--fail-on", "warning", "-"], &without_currency, 0),
        (&["check", "-"], &without_date, 0),
        (&["check", "--fail-on", "warning", "-"], &without_date, 1),
        (&["check", "-"], &off, 1),
        (&["check", "--fail-on", "never", "-"], &off, 0),
        (&["check", "--fail-on", "never", "-"], "{", 2),
        (&["check", "-"], "42", 2),
        (&["check", "no such file"], "", 2),
        (&["check"], "", 2),
        (&["nonsense"], "", 2),
        (&["flatten", "-"], TIES, 0),
        (&["flatten", "-"], "[]", 2),
        (&["flatten", "no such file"], "", 2),
        (&["picture", "svg", "-"], TIES, 0),
        (&["picture", "drawio", "-"], &off, 0),
        (&["picture", "mermaid", "--statement", "1", "-"], TIES, 0),
        (&["picture", "mermaid", "--statement", "0", "-"], TIES, 2),
        (&["picture", "mermaid", "--statement", "2", "-"], TIES, 2),
        (&["picture", "png", "-"], TIES, 2),
        (&["picture", "svg", "-"], "[]", 2),
        (&["picture", "svg", "no such file"], "", 2),
        (&["rules"], "", 0),
        (&["rules", "t001"], "", 0),
        (&["rules", "T999"], "", 2),
    ];
    for (arguments, input, code) in cases {
        assert_eq!(tieout(arguments, input).status.code(), Some(*code), "{arguments:?} {input}");
    }
}

#[test]
fn several_files_give_a_list_of_reports() {
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/canonical.json");
    let output = tieout(&["check", "--format", "json", fixture, "missing", "-"], TIES);
    let reports: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reports.as_array().map(Vec::len), Some(2));
    assert_eq!((&reports[0]["verdict"], &reports[1]["verdict"]), (&"differs".into(), &"ties".into()));
    assert_eq!(reports[1]["file"]["name"], "standard input");
    assert!(text(&output.stderr).contains("cannot read missing"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_table_goes_to_a_file_when_asked() {
    let folder = std::env::temp_dir().join(format!("tieout-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("out.csv");
    let output = tieout(&["flatten", "-", "-o", path.to_str().unwrap()], TIES);
    assert_eq!(output.status.code(), Some(0));
    let written = std::fs::read(&path).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(written, tieout(&["flatten", "-"], TIES).stdout);
    assert_eq!(text(&written).lines().count(), 7);
}

#[test]
fn a_picture_is_of_the_statement_that_is_asked_for_and_goes_to_a_file_when_asked() {
    let two = format!("[{TIES}, {}]", TIES.replace("Cash", "Stamps"));
    let folder = std::env::temp_dir().join(format!("tieout-picture-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("out.svg");
    let output = tieout(&["picture", "svg", "--statement", "2", "-o", path.to_str().unwrap(), "-"], &two);
    let written = text(&std::fs::read(&path).unwrap());
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
    assert!(written.contains(">Stamps</text>") && !written.contains(">Cash</text>"));
    assert!(written.contains(">standard input · statement 2 of 2 · 2024-12-31 · EUR</text>"));
    let first = text(&tieout(&["picture", "mermaid", "-"], &two).stdout);
    assert!(first.contains("account Cash \"5.00\""), "{first}");
    let missing = tieout(&["picture", "svg", "--statement", "3", "-"], &two);
    assert!(text(&missing.stderr).contains("there is no statement 3; the file has 2"));
}

#[test]
fn formula_like_cells_are_guarded_unless_told_otherwise() {
    let risky = TIES.replace("Cash", "=1+1").replace("\"account_id\": \"1\"", "\"account_id\": \"@x\"");
    let guarded = tieout(&["flatten", "-"], &risky);
    assert!(text(&guarded.stdout).contains("Assets,Assets,'=1+1,'@x,5.00,True\n"));
    assert!(text(&guarded.stderr).contains("2 cells begin like a formula"));
    let plain = tieout(&["flatten", "--no-guard", "-"], &risky);
    assert!(text(&plain.stdout).contains("Assets,Assets,=1+1,@x,5.00,True\n"));
    assert!(plain.stderr.is_empty());
}

#[test]
fn a_negative_amount_is_no_formula() {
    let negative = TIES.replace("5.00", "-5.00");
    assert!(text(&tieout(&["flatten", "-"], &negative).stdout).contains("Assets,Assets,Cash,1,-5.00,True\n"));
}

#[test]
fn rules_are_listed_and_explained() {
    let list = text(&tieout(&["rules"], "").stdout);
    assert_eq!(list.lines().count(), tieout::rules::catalogue::RULES.len());
    let one = text(&tieout(&["rules", "T001"], "").stdout);
    assert!(
        one.starts_with("T001 total-differs (error)\n")
            && one.contains("\nfix   ")
            && one.contains("\npasses\n")
    );
}

#[test]
fn tables_are_exported_for_a_warehouse() {
    let canonical = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/canonical.json");
    let full = tieout(&["flatten", "--columns", "full", canonical], "");
    assert_eq!(tieout(&["export", "csv", canonical], "").stdout, full.stdout);
    let with_mark = tieout(&["export", "csv", "--bom", canonical], "").stdout;
    assert_eq!(with_mark.strip_prefix(b"\xef\xbb\xbf"), Some(full.stdout.as_slice()));
    let facts = tieout(&["export", "ndjson", "--table", "fact_balance", "-"], TIES);
    let first = text(&facts.stdout).lines().next().unwrap().to_owned();
    let first: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert_eq!((&first["amount"], &first["statement_id"]), (&"5.00".into(), &1.into()));
    assert_eq!(facts.status.code(), Some(0));
    assert!(facts.stderr.is_empty());
}

#[test]
fn all_tables_go_to_one_zip_which_is_the_same_each_time() {
    let folder = std::env::temp_dir().join(format!("tieout-export-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("out.zip");
    let output = tieout(&["export", "tables", "-", "-o", path.to_str().unwrap()], TIES);
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
    let written = std::fs::read(&path).unwrap();
    assert!(written.starts_with(b"PK"));
    assert_eq!(written, tieout(&["export", "tables", "-"], TIES).stdout);
    // A file that cannot be read leaves what is there as it was, and nothing beside it.
    let output = tieout(&["export", "tables", "-", "-o", path.to_str().unwrap()], "{");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read(&path).unwrap(), written);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn exporting_says_what_a_person_should_know() {
    let twice = format!("[{TIES},{TIES}]").replace("\"5.00\"", "\"lots\"").replace("Cash", "=1+1");
    let output = tieout(&["export", "csv", "--table", "account_line", "-"], &twice);
    let said = text(&output.stderr);
    for part in ["4 cells begin like a formula", "2 repeats 1", "2 amounts are no decimal numbers"] {
        assert!(said.contains(part), "{said}");
    }
    let plain = tieout(&["export", "csv", "--table", "account_line", "--no-guard", "-"], &twice);
    assert!(text(&plain.stdout).contains(",=1+1,") && !text(&plain.stderr).contains("formula"));
    let cases: &[(&[&str], &str)] = &[
        (&["export", "csv", "--table", "lines", "-"], "there is no table lines; there are statement, line, "),
        (&["export", "tables", "--table", "line", "-"], "--table is for csv, ndjson and parquet"),
        (&["export", "xlsx", "--table", "line", "-"], "--table is for csv, ndjson and parquet"),
        (&["export", "ndjson", "--bom", "-"], "no other format has either"),
        (&["export", "parquet", "--guard", "-"], "no other format has either"),
        (&["export", "csv", "no such file"], "cannot read no such file"),
        (&["export", "csv", "-"], "broken-json"),
        (&["export", "floppy", "-"], "possible values"),
    ];
    for (arguments, expected) in cases {
        let output = tieout(arguments, "{");
        assert_eq!(
            (output.status.code(), output.stdout.as_slice()),
            (Some(2), b"".as_slice()),
            "{arguments:?}"
        );
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    }
}

#[test]
fn parquet_and_workbooks_are_written_and_amounts_that_became_text_are_told() {
    let table = tieout(&["export", "parquet", "-"], TIES);
    assert!(table.stdout.starts_with(b"PAR1") && table.stdout.ends_with(b"PAR1") && table.stderr.is_empty());
    for arguments in [&["export", "parquet", "--table", "all", "-"][..], &["export", "xlsx", "-"]] {
        let output = tieout(arguments, TIES);
        assert!(output.stdout.starts_with(b"PK"), "{arguments:?}");
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
    }
    let wide = TIES.replacen("5.00", "1234567890123456789012345678", 1).replacen(
        "5.00",
        "0.0000000000000000000000000001",
        1,
    );
    let output = tieout(&["export", "parquet", "-"], &wide);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).contains("amounts are text with all their digits"));
}

#[test]
fn a_project_of_several_files_is_made_of_what_could_be_read_and_the_exit_code_says_if_that_is_not_all() {
    let folder = std::env::temp_dir().join(format!("tieout-project-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (good, other) = (path("good.json", TIES), path("other.json", r#"{"a":"#));
    let later = path("later.json", &TIES.replace("2024", "2025"));
    for (files, code, said) in [
        (&[&good, &later][..], 0, ""),
        (
            &[&good, &other],
            2,
            "tieout: Left out: `other.json`, which gives no statement. `tieout check` says why.\n",
        ),
    ] {
        let project = folder.join("project.zip");
        let mut arguments = vec!["export", "dbt", "--output", project.to_str().unwrap()];
        arguments.extend(files.iter().map(|file| file.as_str()));
        let output = tieout(&arguments, "");
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(code), said));
        std::fs::remove_file(project).unwrap();
    }
    std::fs::remove_dir_all(folder).unwrap();
}
