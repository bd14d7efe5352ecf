//! The table of keys: it is whole, each of its keys does what it says, and no other code takes keys by name.

use std::fs;
use std::path::Path;

use tieout::view::shortcuts::{Act, Held, PLACES, Place, SHORTCUTS, act};

#[test]
fn every_key_of_the_sheet_does_what_it_says_and_no_other_thing() {
    for shortcut in SHORTCUTS {
        assert!(!shortcut.shown.is_empty() && !shortcut.what.is_empty() && !shortcut.keys.is_empty());
        assert!(!shortcut.what.ends_with('.'), "{}", shortcut.what);
        for (held, key, own) in shortcut.keys {
            let (shift, control) = (*held == Held::Shift, *held == Held::Control);
            assert_eq!(act(shortcut.place, key, shift, control), Some(*own), "`{key}` of {}", shortcut.what);
        }
    }
}

#[test]
fn every_place_is_on_the_sheet_once() {
    for shortcut in SHORTCUTS {
        assert_eq!(PLACES.iter().filter(|(place, _)| *place == shortcut.place).count(), 1);
    }
    for (place, _) in PLACES {
        assert!(SHORTCUTS.iter().any(|shortcut| shortcut.place == place), "{place:?} has no keys");
    }
}

#[test]
fn with_control_held_the_keys_are_the_browsers() {
    for key in ["/", "j", "k", "n", "N", "[", "]", "1", "9", "?", "Escape"] {
        assert!(act(Place::Page, key, false, false).is_some(), "{key}");
        assert_eq!(act(Place::Page, key, false, true), None, "{key}");
    }
    for key in ["ArrowDown", "Enter", "Home", "*"] {
        assert_eq!(act(Place::Tree, key, false, true), None, "{key}");
    }
    assert_eq!(act(Place::Tree, " ", false, true), Some(Act::Toggle));
    assert_eq!(act(Place::Page, "x", false, false), None);
}

/// A key that is taken by its name elsewhere would be missing on the sheet.
#[test]
fn no_component_knows_a_key_by_its_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = if path.is_file() { fs::read_to_string(&path).unwrap() } else { continue };
        // A dialog's own field may be left by Escape, as every dialog may.
        if path.ends_with("accept.rs") {
            continue;
        }
        for name in ["\"Arrow", "\"Page", "\"Home\"", "\"End\"", "\"Enter\"", "\"Escape\"", "\" \" "] {
            assert!(!text.contains(name), "{} takes {name} by itself", path.display());
        }
    }
}
