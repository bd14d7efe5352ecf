//! Every key of the page in one table: the page acts on it and shows it, so that the sheet of keys cannot lie.
//!
//! To add a key, add a line to [`SHORTCUTS`] and do its act where the keys of its place are taken, in `ui/shortcuts` for
//! those of the whole page. A key of one place goes before a key of the page.

/// Where a key means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Anywhere on the page, but in a field or a dialog.
    Page,
    /// In the field that is searched with.
    Search,
    /// In the list of findings.
    Findings,
    /// In the hierarchy.
    Tree,
    /// In the diagram: on its board, or on a card.
    Diagram,
    /// In the text of the file.
    Source,
    /// In the field that the text is searched with.
    FindInText,
    /// In the list of statements.
    List,
    /// In a menu.
    Menu,
    /// On the tabs above the views.
    Tabs,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Begin to search.
    Search,
    /// Go to the next hit.
    NextHit,
    /// Go to the hit before.
    LastHit,
    /// Let go of what is picked, else of the search.
    LetGo,
    /// Go to the next finding that is listed.
    NextFinding,
    /// Go to the finding before.
    LastFinding,
    /// Open the next statement.
    NextStatement,
    /// Open the statement before.
    LastStatement,
    /// Show the view of this number, from 1.
    View(u8),
    /// Show the keys.
    Keys,
    /// Go down by one.
    Down,
    /// Go up by one.
    Up,
    /// Go down by a page.
    PageDown,
    /// Go up by a page.
    PageUp,
    /// Go to the first.
    First,
    /// Go to the last.
    Last,
    /// Open a group, or go into it; go to the right.
    Right,
    /// Close a group, or go to the line above it; go to the left.
    Left,
    /// Open or close a group; open a statement.
    Enter,
    /// Open the group and its siblings.
    OpenSiblings,
    /// Pick the line, or let go of it.
    Toggle,
    /// Pick on downwards.
    PickDown,
    /// Pick on upwards.
    PickUp,
    /// Copy the sum of what is picked; the browser says when.
    CopySum,
    /// Go to the card below.
    CardDown,
    /// Go to the card above.
    CardUp,
    /// Show it larger.
    Larger,
    /// Show it smaller.
    Smaller,
    /// Show all of it.
    Fit,
    /// Close what is open.
    Close,
    /// Go to the next name that begins with the letters typed.
    Letters,
}

/// One or more keys that do one thing.
#[derive(Clone, Copy, Debug)]
pub struct Shortcut {
    /// Where.
    pub place: Place,
    /// What the keyboard says of each key, with the act of each.
    pub keys: &'static [(Held, &'static str, Act)],
    /// The keys as the sheet shows them.
    pub shown: &'static [&'static str],
    /// What they do.
    pub what: &'static str,
}

/// Which keys are held beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Shift or none: what it makes of a key is in the key's own name.
    Any,
    /// None.
    None,
    /// Shift.
    Shift,
    /// Control, or Command; for the browser's own keys too.
    Control,
}

use Held::{Any, Control, None as Bare, Shift};
use Place::{Diagram, FindInText, Findings, List, Menu, Page, Search, Source, Tabs, Tree};

const fn keys(
    place: Place,
    keys: &'static [(Held, &'static str, Act)],
    shown: &'static [&'static str],
    what: &'static str,
) -> Shortcut {
    Shortcut { place, keys, shown, what }
}

/// The keys, in the order of the sheet.
pub const SHORTCUTS: &[Shortcut] = &[
    keys(Page, &[(Any, "/", Act::Search)], &["/"], "Search names, account ids and amounts"),
    keys(Page, &[(Any, "n", Act::NextHit), (Any, "N", Act::LastHit)], &["n", "N"], "Next and previous hit"),
    keys(
        Page,
        &[(Any, "j", Act::NextFinding), (Any, "k", Act::LastFinding)],
        &["j", "k"],
        "Next and previous finding in the list",
    ),
    keys(
        Page,
        &[(Any, "]", Act::NextStatement), (Any, "[", Act::LastStatement)],
        &["]", "["],
        "Next and previous statement",
    ),
    keys(
        Page,
        &[
            (Any, "1", Act::View(1)),
            (Any, "2", Act::View(2)),
            (Any, "3", Act::View(3)),
            (Any, "4", Act::View(4)),
            (Any, "5", Act::View(5)),
            (Any, "6", Act::View(6)),
            (Any, "7", Act::View(7)),
            (Any, "8", Act::View(8)),
            (Any, "9", Act::View(9)),
        ],
        &["1", "2", "…"],
        "First, second, … view",
    ),
    keys(
        Page,
        &[(Control, "c", Act::CopySum)],
        &["Ctrl C"],
        "Copy the sum, if lines are picked and no text is marked",
    ),
    keys(Page, &[(Any, "Escape", Act::LetGo)], &["Esc"], "Let go of the picked lines, then of the search"),
    keys(Page, &[(Any, "?", Act::Keys)], &["?"], "This list"),
    keys(
        Search,
        &[
            (Bare, "Enter", Act::NextHit),
            (Any, "ArrowDown", Act::NextHit),
            (Shift, "Enter", Act::LastHit),
            (Any, "ArrowUp", Act::LastHit),
        ],
        &["Enter", "Shift Enter"],
        "Next and previous hit; the down and up arrows do the same",
    ),
    keys(Search, &[(Any, "Escape", Act::LetGo)], &["Esc"], "Clear the search and go back to where you were"),
    keys(
        Findings,
        &[
            (Any, "ArrowDown", Act::Down),
            (Any, "ArrowUp", Act::Up),
            (Any, "Home", Act::First),
            (Any, "End", Act::Last),
        ],
        &["↓", "↑", "Home", "End"],
        "Go through the findings",
    ),
    keys(
        Tree,
        &[(Bare, "ArrowDown", Act::Down), (Bare, "ArrowUp", Act::Up)],
        &["↓", "↑"],
        "Next and previous line",
    ),
    keys(
        Tree,
        &[(Any, "ArrowRight", Act::Right), (Any, "ArrowLeft", Act::Left)],
        &["→", "←"],
        "Open and close a group; go into it and out of it",
    ),
    keys(Tree, &[(Any, "Enter", Act::Enter)], &["Enter"], "Open or close a group"),
    keys(Tree, &[(Any, "*", Act::OpenSiblings)], &["*"], "Open all groups beside this one"),
    keys(
        Tree,
        &[
            (Any, "PageDown", Act::PageDown),
            (Any, "PageUp", Act::PageUp),
            (Any, "Home", Act::First),
            (Any, "End", Act::Last),
        ],
        &["Page ↓", "Page ↑", "Home", "End"],
        "A page down or up, the first line, the last",
    ),
    keys(
        Tree,
        &[(Any, " ", Act::Toggle), (Control, " ", Act::Toggle)],
        &["Space"],
        "Pick the line to add it up, or let go of it",
    ),
    keys(
        Tree,
        &[(Shift, "ArrowDown", Act::PickDown), (Shift, "ArrowUp", Act::PickUp)],
        &["Shift ↓", "Shift ↑"],
        "Pick on to the next or previous line",
    ),
    keys(
        Tree,
        &[(Any, "", Act::Letters)],
        &["a", "b", "…"],
        "The next name that begins so; keys of the whole page only once another letter was typed",
    ),
    keys(
        Diagram,
        &[(Any, "ArrowDown", Act::Down), (Any, "ArrowUp", Act::Up)],
        &["↓", "↑"],
        "Next and previous line of a card",
    ),
    keys(
        Diagram,
        &[(Any, "ArrowRight", Act::Right), (Any, "ArrowLeft", Act::Left)],
        &["→", "←"],
        "Along a link to its card, and back to the card it comes from",
    ),
    keys(
        Diagram,
        &[(Any, "PageDown", Act::CardDown), (Any, "PageUp", Act::CardUp)],
        &["Page ↓", "Page ↑"],
        "The card below, and the card above",
    ),
    keys(
        Diagram,
        &[(Any, "Home", Act::First), (Any, "End", Act::Last)],
        &["Home", "End"],
        "The first line of all, the last",
    ),
    keys(Diagram, &[(Any, "Enter", Act::Enter), (Any, " ", Act::Enter)], &["Enter"], "Open or close a card"),
    keys(
        Diagram,
        &[(Any, "+", Act::Larger), (Any, "=", Act::Larger), (Any, "-", Act::Smaller), (Any, "0", Act::Fit)],
        &["+", "-", "0"],
        "Larger, smaller, all of it",
    ),
    keys(
        Source,
        &[
            (Any, "ArrowDown", Act::Down),
            (Any, "ArrowUp", Act::Up),
            (Any, "PageDown", Act::PageDown),
            (Any, "PageUp", Act::PageUp),
            (Any, "Home", Act::First),
            (Any, "End", Act::Last),
        ],
        &["↓", "↑", "Page ↓", "Page ↑", "Home", "End"],
        "Go through the text",
    ),
    keys(
        Source,
        &[(Any, "Enter", Act::Enter), (Any, " ", Act::Enter)],
        &["Enter"],
        "Choose the line that stands here",
    ),
    keys(
        FindInText,
        &[(Bare, "Enter", Act::NextHit), (Shift, "Enter", Act::LastHit)],
        &["Enter", "Shift Enter"],
        "Next and previous place",
    ),
    keys(
        List,
        &[
            (Any, "ArrowDown", Act::Down),
            (Any, "ArrowUp", Act::Up),
            (Any, "PageDown", Act::PageDown),
            (Any, "PageUp", Act::PageUp),
            (Any, "Home", Act::First),
            (Any, "End", Act::Last),
        ],
        &["↓", "↑", "Page ↓", "Page ↑", "Home", "End"],
        "Go through the list",
    ),
    keys(List, &[(Any, "Enter", Act::Enter), (Any, " ", Act::Enter)], &["Enter"], "Open the statement"),
    keys(
        Tabs,
        &[(Any, "ArrowRight", Act::Right), (Any, "ArrowLeft", Act::Left)],
        &["→", "←"],
        "Next and previous view",
    ),
    keys(Menu, &[(Any, "Escape", Act::Close)], &["Esc"], "Close the menu"),
];

/// The places in the order of the sheet, with their words.
pub const PLACES: [(Place, &str); 10] = [
    (Page, "Everywhere, but in a field"),
    (Search, "In the search"),
    (Findings, "In the list of findings"),
    (Tree, "In the hierarchy"),
    (Diagram, "In the diagram"),
    (Source, "In the source"),
    (FindInText, "In the field that looks through the source"),
    (List, "In the list of statements"),
    (Tabs, "On the tabs of the views"),
    (Menu, "In a menu"),
];

/// What a key does at a place, if it does anything there. `control` is Control or Command.
pub fn act(place: Place, key: &str, shift: bool, control: bool) -> Option<Act> {
    let own = SHORTCUTS.iter().filter(|shortcut| shortcut.place == place);
    let meant = |(held, own, _): &&(Held, &str, Act)| {
        *own == key
            && match held {
                Any => !control,
                Bare => !control && !shift,
                Shift => !control && shift,
                Control => control,
            }
    };
    own.flat_map(|shortcut| shortcut.keys).find(meant).map(|(_, _, act)| *act)
}
