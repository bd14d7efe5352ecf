//! The one state that all components share.

use std::ops::Deref;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::ui::pictured::Pictured;
use crate::ui::source_state::SourceState;
use crate::view::amount_text::Separators;
use crate::view::check_row::CheckList;
use crate::view::filter::Filter;
use crate::view::finding_group::FindingGroup;
use crate::view::fragment::Selection;
use crate::view::hit::Found;
use crate::view::keys_sheet::KeysSheet;
use crate::view::list::ListWindow;
use crate::view::panel::Panel;
use crate::view::pick::Picked;
use crate::view::row::Rows;
use crate::view::rule_page::RulePage;
use crate::view::settings_sheet::SettingsSheet;
use crate::view::shown::Shown;
use crate::view::summary::{Opened, Summary};
use crate::worker::client::Client;
use crate::worker::program::Program;
use crate::worker::started::Started;

/// What the page shows as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The place to drop a file.
    Landing,
    /// A file is being read.
    Reading,
    /// A report.
    Report,
}

/// Something to tell the reader above everything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Whether something went wrong, rather than as the reader wished.
    pub fault: bool,
    /// What happened.
    pub what: String,
    /// What to do now.
    pub next: String,
}

/// How far reading is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The file's name.
    pub name: String,
    /// Bytes read.
    pub read: u64,
    /// Bytes in all.
    pub of: u64,
    /// When it began, in milliseconds since 1970.
    pub since: u64,
}

/// Which of the three parts a narrow screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The findings.
    Findings,
    /// The views of the statement.
    Views,
    /// The chosen line.
    Line,
}

/// Which view of the statement is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Its lines.
    Hierarchy,
    /// The text of its file.
    Source,
    /// Its groups as cards, or the tables that are made of it.
    Diagram,
    /// Its checks.
    Checks,
    /// The list of all statements.
    Statements,
}

/// What of the rule book is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Book {
    /// The list.
    List,
    /// A rule's page, once it is at hand; its code meanwhile, and if there is no such rule.
    Page(String, Option<RulePage>),
}

/// A file that was made before its worker was ended.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its name.
    pub name: String,
    /// The address of its bytes.
    pub url: String,
}

/// The state. It lives as long as the page, and so may be copied into any closure.
#[derive(Clone, Copy)]
pub struct State(&'static Signals);

impl Deref for State {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// What the state is made of.
pub struct Signals {
    /// What the page shows.
    pub stage: RwSignal<Stage>,
    /// Whether the lock is closed.
    pub locked: RwSignal<bool>,
    /// What to tell above everything else.
    pub notice: RwSignal<Option<Notice>>,
    /// What a screen reader is told.
    pub said: RwSignal<String>,
    /// Whether a file is being read.
    pub busy: RwSignal<bool>,
    /// How far reading is.
    pub progress: RwSignal<Progress>,
    /// What is said about the file.
    pub summary: RwSignal<Option<Summary>>,
    /// The findings.
    pub groups: RwSignal<Vec<FindingGroup>>,
    /// Which of them are shown.
    pub filter: RwSignal<Filter>,
    /// What is said about the open statement.
    pub opened: RwSignal<Option<Opened>>,
    /// The rows at hand.
    pub rows: RwSignal<Rows>,
    /// Whether rows are on their way.
    pub rows_asked: RwSignal<bool>,
    /// The row the reader is at.
    pub cursor: RwSignal<u32>,
    /// Whether the row the reader is at has yet to come, to be chosen then.
    pub awaited: RwSignal<bool>,
    /// The row to bring into sight.
    pub show: RwSignal<Option<u32>>,
    /// What is chosen.
    pub selection: RwSignal<Selection>,
    /// Everything about the chosen line.
    pub panel: RwSignal<Option<Panel>>,
    /// The part a narrow screen shows.
    pub tab: RwSignal<Tab>,
    /// Which view of the statement is shown.
    pub look: RwSignal<Look>,
    /// The part of a picture that is at hand.
    pub picture: Pictured,
    /// The checks at hand.
    pub checks: RwSignal<CheckList>,
    /// The statements at hand.
    pub list: RwSignal<ListWindow>,
    /// How the file is read, while that is looked at.
    pub keys: RwSignal<Option<KeysSheet>>,
    /// Whether statements are on their way.
    pub list_asked: RwSignal<bool>,
    /// The row of that list the reader is at.
    pub list_cursor: RwSignal<u32>,
    /// The row of that list to bring into sight.
    pub list_show: RwSignal<Option<u32>>,
    /// How far the making of a file to take away is: bytes read, and bytes in all.
    pub making: RwSignal<Option<(u64, u64)>>,
    /// What can be set, once the worker has said it.
    pub sheet: RwSignal<Option<SettingsSheet>>,
    /// What is wrong with the change a person asked for.
    pub faults: RwSignal<Vec<String>>,
    /// Whether the dialog of the settings is to be shown.
    pub setting: RwSignal<bool>,
    /// Whether the chosen line was reached from elsewhere than the tree, which keeps the keys itself.
    pub led: RwSignal<bool>,
    /// Whether findings were accepted or withdrawn since the settings were saved.
    pub unsaved: RwSignal<bool>,
    /// The settings that a link took the place of.
    pub replaced: RwSignal<Option<String>>,
    /// The fingerprint of the finding that was accepted or withdrawn last, until it is drawn anew.
    pub touched: RwSignal<Option<String>>,
    /// Whether the reader was told that this browser remembers nothing.
    pub forgetful: RwSignal<bool>,
    /// The name under which findings were accepted last.
    pub by: RwSignal<String>,
    /// What of the rule book is open, in place of everything else.
    pub book: RwSignal<Option<Book>>,
    /// A report that outlived its worker.
    pub kept: RwSignal<Option<Kept>>,
    /// What there is to print, packed; undefined until it is known.
    pub strokes: StoredValue<JsValue, LocalStorage>,
    /// What is typed to be searched for.
    pub search: RwSignal<String>,
    /// What the search found last.
    pub found: RwSignal<Found>,
    /// What the lines come to that are picked to be added up, if any are.
    pub picked: RwSignal<Option<Picked>>,
    /// Whether a click picks, as it does with Control held.
    pub picking: RwSignal<bool>,
    /// Whether the sheet of keys is to be shown.
    pub keys_shown: RwSignal<bool>,
    /// The lines that were chosen and whose rows have yet to come, in the order in which they were.
    pub revealed: StoredValue<Vec<u32>>,
    /// What the address says now, as far as the page has put or found it there.
    pub address: StoredValue<Shown>,
    /// What the address said to show when the page was opened, until there is a report.
    pub bookmark: RwSignal<Option<Shown>>,
    /// The text of the file.
    pub source: SourceState,
    /// How the reader writes numbers.
    pub separators: StoredValue<Separators>,
    /// The worker. Only `acts`, `choose` and `hear` use it.
    pub client: StoredValue<Option<Client>, LocalStorage>,
    /// The writers, while they make a file, and the program they run. Only `writing` uses it.
    pub writers: StoredValue<Option<(Started, Program)>, LocalStorage>,
    /// Counts the files that writers were asked for, or given up.
    pub job: StoredValue<u32>,
}

impl State {
    /// The state of a page that was just opened.
    pub fn new(separators: Separators) -> State {
        State(Box::leak(Box::new(Signals {
            stage: RwSignal::new(Stage::Landing),
            locked: RwSignal::new(false),
            notice: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            progress: RwSignal::new(Progress::default()),
            summary: RwSignal::new(None),
            groups: RwSignal::new(Vec::new()),
            filter: RwSignal::new(Filter::default()),
            opened: RwSignal::new(None),
            rows: RwSignal::new(Rows::default()),
            rows_asked: RwSignal::new(false),
            cursor: RwSignal::new(0),
            awaited: RwSignal::new(false),
            show: RwSignal::new(None),
            selection: RwSignal::new(Selection::default()),
            panel: RwSignal::new(None),
            tab: RwSignal::new(Tab::Findings),
            look: RwSignal::new(Look::Hierarchy),
            picture: Pictured::new(),
            checks: RwSignal::new(CheckList::default()),
            list: RwSignal::new(ListWindow::default()),
            keys: RwSignal::new(None),
            list_asked: RwSignal::new(false),
            list_cursor: RwSignal::new(0),
            list_show: RwSignal::new(None),
            making: RwSignal::new(None),
            sheet: RwSignal::new(None),
            faults: RwSignal::new(Vec::new()),
            setting: RwSignal::new(false),
            led: RwSignal::new(false),
            unsaved: RwSignal::new(false),
            replaced: RwSignal::new(None),
            touched: RwSignal::new(None),
            forgetful: RwSignal::new(false),
            by: RwSignal::new(String::new()),
            book: RwSignal::new(None),
            kept: RwSignal::new(None),
            strokes: StoredValue::new_local(JsValue::UNDEFINED),
            search: RwSignal::new(String::new()),
            found: RwSignal::new(Found::default()),
            picked: RwSignal::new(None),
            picking: RwSignal::new(false),
            keys_shown: RwSignal::new(false),
            revealed: StoredValue::new(Vec::new()),
            address: StoredValue::new(Shown::default()),
            bookmark: RwSignal::new(None),
            source: SourceState::new(),
            separators: StoredValue::new(separators),
            client: StoredValue::new_local(None),
            writers: StoredValue::new_local(None),
            job: StoredValue::new(0),
        })))
    }

    /// The state of this page.
    pub fn here() -> State {
        expect_context::<State>()
    }

    /// An exact amount in the reader's way of writing.
    pub fn write(self, exact: &str) -> String {
        self.separators.with_value(|separators| separators.write(exact))
    }

    /// Tells the reader something went wrong, and what to do.
    pub fn fault(self, what: &str, next: &str) {
        self.notice.set(Some(Notice { fault: true, what: what.to_owned(), next: next.to_owned() }));
    }
}
