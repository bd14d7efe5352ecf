//! Holds the walls of the crate map: who may use whom, how long a file may be, how it opens.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room, and the rooms it may use. A file straight under `src` is a room of its own.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("input", &["model"]),
    ("rules", &["model"]),
    ("causes", &["model", "rules"]),
    ("settings", &["model", "rules"]),
    ("flatten", &["model", "rules"]),
    ("export", &["model", "flatten", "rules", "settings"]),
    ("view", &["model", "rules", "settings"]),
    ("engine", &["model", "input", "rules", "causes", "flatten", "export"]),
    ("worker", &["model", "engine", "export", "flatten", "rules", "settings", "view"]),
    ("ui", &["view", "worker"]),
    ("bin", &["model", "engine", "export", "flatten", "rules", "settings", "view", "worker"]),
    ("main", &["ui", "worker"]),
    ("lib", &[]),
];

const MOST_LINES: usize = 400;

struct Source {
    path: PathBuf,
    room: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![base.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let within = path.strip_prefix(&base).unwrap();
                let first = within.components().next().unwrap().as_os_str().to_string_lossy();
                let room = first.trim_end_matches(".rs").to_owned();
                found.push(Source { text: fs::read_to_string(&path).unwrap(), room, path });
            }
        }
    }
    assert!(found.len() > 50, "the walk found only {} files", found.len());
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The rooms that a line of code names: by `crate::room`, or by `tieout::room` in a binary, which is a crate of its own.
fn rooms_named<'a>(line: &'a str, room: &str) -> Vec<&'a str> {
    let code = line.split("//").next().unwrap_or_default();
    let start = if ["bin", "main"].contains(&room) { "tieout::" } else { "crate::" };
    let named = code.match_indices(start).filter_map(|(at, _)| {
        let rest = &code[at + start.len()..];
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
    });
    named.collect()
}

#[test]
fn every_room_uses_only_the_rooms_it_may() {
    let known: BTreeSet<&str> = MAY_USE.iter().map(|(room, _)| *room).collect();
    let mut broken = Vec::new();
    for source in sources() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(room, _)| *room == source.room) else {
            broken.push(format!("{}: `{}` is no room of the table", source.path.display(), source.room));
            continue;
        };
        for (number, line) in (1..).zip(source.text.lines()) {
            for used in rooms_named(line, &source.room) {
                assert!(!used.is_empty(), "{}:{number}: name each room in full", source.path.display());
                if !known.contains(used) {
                    continue;
                }
                if used != source.room && !allowed.contains(&used) {
                    broken.push(format!(
                        "{}:{number}: `{}` may not use `{used}`",
                        source.path.display(),
                        source.room
                    ));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_wall_test_sees_a_breach() {
    assert_eq!(
        rooms_named("use crate::ui::tree; let a = crate::engine::check();", "model"),
        ["ui", "engine"]
    );
    assert_eq!(rooms_named("use tieout::ui::tree; use crate::check;", "bin"), ["ui"]);
    assert!(rooms_named("// use crate::ui::tree", "model").is_empty());
    assert_eq!(rooms_named("use crate::{ui::tree, engine};", "model"), [""], "a group names no room");
}

#[test]
fn every_file_opens_with_one_sentence() {
    for source in sources() {
        let first = source.text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "{}: {first}", source.path.display());
    }
}

#[test]
fn no_file_is_longer_than_a_person_reads_in_a_sitting() {
    let base = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> =
        ["src", "style", "tests", "bench", "scripts"].iter().map(|folder| base.join(folder)).collect();
    let mut long = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir()
                && !["node_modules", "fixtures", "snapshots", "screenshots"].contains(&name.as_str())
            {
                folders.push(path);
            } else if ["rs", "css", "mjs", "py", "sh"].iter().any(|kind| name.ends_with(&format!(".{kind}")))
            {
                let lines = fs::read_to_string(&path).unwrap().lines().count();
                if lines > MOST_LINES {
                    long.push(format!("{} has {lines} lines, {MOST_LINES} is the ceiling", path.display()));
                }
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn files_name_their_acquaintances_in_full() {
    for source in sources() {
        for (number, line) in (1..).zip(source.text.lines()) {
            let bad = line.contains("super::") || line.trim_start().starts_with("pub use ");
            assert!(!bad, "{}:{number}: {line}", source.path.display());
        }
    }
}

#[test]
fn browser_crates_stand_in_browser_rooms_only() {
    let browser = ["leptos", "web_sys", "js_sys", "gloo_file", "wasm_bindgen", "serde_wasm_bindgen"];
    for source in
        sources().iter().filter(|source| !["ui", "worker", "main", "bin"].contains(&source.room.as_str()))
    {
        for name in browser {
            let used = source.text.contains(&format!("{name}::"));
            assert!(!used, "{} names {name}", source.path.display());
        }
    }
}

#[test]
fn the_table_has_no_dead_doors() {
    let rooms: BTreeSet<String> = sources().into_iter().map(|source| source.room).collect();
    for (room, _) in MAY_USE {
        assert!(rooms.contains(*room), "the table names `{room}`, which does not exist");
    }
}
