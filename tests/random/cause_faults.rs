//! Faults with one known cause each, put into sheets that tie.

use crate::sheets::{Dice, Node, Sheet, set, text};
use tieout::model::cause::CauseKind;

/// Where a fault shows, and what its cause must name. Paths are those of the spoiled sheet.
pub struct Truth {
    /// The group whose total differs, or nothing for the equation.
    pub at: Option<Vec<usize>>,
    /// The line that is the cause.
    pub line: Vec<usize>,
}

/// Spoils the sheet near one line, or answers nothing if this line does not suit this fault.
pub type Spoil = fn(&mut Dice, &mut Sheet, &[usize]) -> Option<Truth>;

/// A fault, and how often its cause must be told, of a thousand sheets.
pub struct Fault {
    /// What was done.
    pub name: &'static str,
    /// The kind of cause to be told.
    pub kind: CauseKind,
    /// How often it must come first.
    pub first: u64,
    /// How often it must be among those told.
    pub among: u64,
    /// Does it.
    pub spoil: Spoil,
}

const fn fault(name: &'static str, kind: CauseKind, first: u64, among: u64, spoil: Spoil) -> Fault {
    Fault { name, kind, first, among, spoil }
}

/// Every fault with a cause.
pub const FAULTS: &[Fault] = &[
    fault("sign flipped", CauseKind::SignFlipped, 950, 950, |dice, sheet, path| {
        item(dice, sheet, path, flip)
    }),
    fault("item omitted, carried up", CauseKind::ItemOmitted, 900, 900, |_, sheet, path| {
        counted(sheet, path, -1)
    }),
    fault("item doubled, carried up", CauseKind::ItemDoubled, 950, 950, |_, sheet, path| {
        counted(sheet, path, 1)
    }),
    fault("item moved, where counted", CauseKind::ItemMoved, 950, 950, |dice, sheet, path| {
        let [from, _, line] = moved(dice, sheet, path)?;
        Some(Truth { at: Some(from), line })
    }),
    fault("item moved, where standing", CauseKind::ItemMoved, 950, 950, |dice, sheet, path| {
        let [_, to, line] = moved(dice, sheet, path)?;
        Some(Truth { at: Some(to), line })
    }),
    fault("point slipped", CauseKind::PointSlipped, 950, 950, |dice, sheet, path| {
        item(dice, sheet, path, slip)
    }),
    fault("digits swapped", CauseKind::DigitsSwapped, 900, 900, |dice, sheet, path| {
        item(dice, sheet, path, swap)
    }),
    fault("digit mistyped", CauseKind::DigitMistyped, 900, 900, |dice, sheet, path| {
        item(dice, sheet, path, mistype)
    }),
    fault("total's sign flipped", CauseKind::SignFlipped, 950, 950, |dice, sheet, path| {
        total(dice, sheet, path, flip)
    }),
    fault("total's point slipped", CauseKind::PointSlipped, 950, 950, |dice, sheet, path| {
        total(dice, sheet, path, slip)
    }),
    fault("total's digits swapped", CauseKind::DigitsSwapped, 900, 900, |dice, sheet, path| {
        total(dice, sheet, path, swap)
    }),
    fault("total's digit mistyped", CauseKind::DigitMistyped, 900, 900, |dice, sheet, path| {
        total(dice, sheet, path, mistype)
    }),
    fault("equation: sign flipped", CauseKind::SignFlipped, 950, 950, |dice, sheet, path| {
        carried(dice, sheet, path, flip)
    }),
    fault("equation: point slipped", CauseKind::PointSlipped, 950, 950, |dice, sheet, path| {
        carried(dice, sheet, path, slip)
    }),
    fault("equation: one-sided line", CauseKind::OneSided, 950, 950, one_sided),
    fault("equation: swapped, few accounts", CauseKind::DigitsSwapped, 900, 900, |dice, sheet, path| {
        let accounts = sheet.paths().iter().filter(|path| sheet.at(path).items.is_empty()).count();
        if accounts > FEW { None } else { carried(dice, sheet, path, swap) }
    }),
    // With more accounts it is often one of more than a cause names, and nothing is said.
    fault("equation: digits swapped", CauseKind::DigitsSwapped, 900, 900, |dice, sheet, path| {
        carried(dice, sheet, path, swap)
    }),
];

/// So few accounts that hardly ever more than six of them suit one swap of digits.
const FEW: usize = 40;

/// Errors of any size, which have no cause that figures could prove.
pub const RANDOM: &[(&str, Spoil)] = &[
    ("random error in an account", |dice, sheet, path| item(dice, sheet, path, chance)),
    ("equation: random error", |dice, sheet, path| carried(dice, sheet, path, chance)),
];

/// Writes an amount wrong, if it can be.
type Edit = fn(&mut Dice, i64) -> Option<i64>;

#[expect(clippy::unnecessary_wraps, reason = "other edits do not suit every amount")]
fn flip(_: &mut Dice, cents: i64) -> Option<i64> {
    Some(-cents)
}

fn slip(dice: &mut Dice, cents: i64) -> Option<i64> {
    let factor = [10, 100, 1000][dice.roll(3)];
    if dice.roll(2) == 0 { Some(cents * factor) } else { (cents % factor == 0).then_some(cents / factor) }
}

fn swap(dice: &mut Dice, cents: i64) -> Option<i64> {
    in_digits(cents, |digits| {
        let at = dice.roll(digits.len().checked_sub(1)?.max(1));
        (digits[at] != digits[at + 1]).then(|| digits.swap(at, at + 1))
    })
}

fn mistype(dice: &mut Dice, cents: i64) -> Option<i64> {
    in_digits(cents, |digits| {
        let at = dice.roll(digits.len());
        let other = b'0' + u8::try_from(dice.roll(10)).unwrap();
        (digits[at] != other).then(|| digits[at] = other)
    })
}

/// Changes digits of an amount of at least four, so that the first does not become 0.
fn in_digits(cents: i64, change: impl FnOnce(&mut [u8]) -> Option<()>) -> Option<i64> {
    let mut digits = cents.abs().to_string().into_bytes();
    if digits.len() < 4 {
        return None;
    }
    change(&mut digits)?;
    let changed: i64 = String::from_utf8(digits.clone()).unwrap().parse().unwrap();
    (digits[0] != b'0').then_some(if cents < 0 { -changed } else { changed })
}

/// An error of any size up to that of the amounts, each power of two as likely as another.
#[expect(clippy::unnecessary_wraps, reason = "other edits do not suit every amount")]
fn chance(dice: &mut Dice, cents: i64) -> Option<i64> {
    let size = 1_usize << dice.roll(24);
    let error = i64::try_from(size + dice.roll(size)).unwrap();
    Some(if dice.roll(2) == 0 { cents + error } else { cents - error })
}

fn account<'a>(sheet: &'a mut Sheet, path: &[usize]) -> Option<&'a mut Node> {
    let node = sheet.at(path);
    (path.len() > 1 && node.items.is_empty() && node.cents != 0).then_some(node)
}

/// Writes an account wrong; the totals above it stay right.
fn item(dice: &mut Dice, sheet: &mut Sheet, path: &[usize], edit: Edit) -> Option<Truth> {
    let node = account(sheet, path)?;
    let cents = edit(dice, node.cents)?;
    set(node, cents);
    Some(Truth { at: Some(path[..path.len() - 1].to_vec()), line: path.to_vec() })
}

/// Writes a total wrong; those above it stay right.
fn total(dice: &mut Dice, sheet: &mut Sheet, path: &[usize], edit: Edit) -> Option<Truth> {
    let node = sheet.at(path);
    if node.items.is_empty() || node.cents == 0 {
        return None;
    }
    let cents = edit(dice, node.cents)?;
    set(node, cents);
    Some(Truth { at: Some(path.to_vec()), line: path.to_vec() })
}

/// Writes an account wrong, and the totals above it as they then come out.
fn carried(dice: &mut Dice, sheet: &mut Sheet, path: &[usize], edit: Edit) -> Option<Truth> {
    let cents = account(sheet, path)?.cents;
    let by = edit(dice, cents)? - cents;
    raise(sheet, path, by);
    Some(Truth { at: None, line: path.to_vec() })
}

/// Counts an item `times` more in the total it stands under, and in those above.
fn counted(sheet: &mut Sheet, path: &[usize], times: i64) -> Option<Truth> {
    let above = &path[..path.len() - 1];
    let cents = sheet.at(path).cents;
    if above.is_empty() || cents == 0 {
        return None;
    }
    raise(sheet, above, times * cents);
    Some(Truth { at: Some(above.to_vec()), line: path.to_vec() })
}

/// Puts an account under another group and keeps all totals. Answers with the group it came from, the one it went to,
/// and where it stands now.
fn moved(dice: &mut Dice, sheet: &mut Sheet, path: &[usize]) -> Option<[Vec<usize>; 3]> {
    account(sheet, path)?;
    let (at, from) = path.split_last()?;
    let node = sheet.at(from).items.remove(*at);
    let paths = sheet.paths();
    let to = &paths[dice.roll(paths.len())];
    let group = sheet.at(to);
    if to == from || group.items.is_empty() {
        return None;
    }
    group.items.push(node);
    let line = to.iter().copied().chain([group.items.len() - 1]).collect();
    Some([from.to_vec(), to.clone(), line])
}

/// Puts a further account under a group, and into its total and those above.
fn one_sided(dice: &mut Dice, sheet: &mut Sheet, path: &[usize]) -> Option<Truth> {
    let mut node = account(sheet, path)?.clone();
    let cents = i64::try_from(dice.roll(20_000_000)).unwrap() - 5_000_000;
    set(&mut node, cents);
    node.name = text("One more");
    node.id = "null".to_owned();
    let above = &path[..path.len() - 1];
    let items = &mut sheet.at(above).items;
    items.push(node);
    let line = above.iter().copied().chain([items.len() - 1]).collect();
    raise(sheet, above, cents);
    Some(Truth { at: None, line })
}

/// Adds cents to the line at `path` and to every total above it.
pub fn raise(sheet: &mut Sheet, path: &[usize], by: i64) {
    for length in 1..=path.len() {
        let cents = sheet.at(&path[..length]).cents + by;
        set(sheet.at(&path[..length]), cents);
    }
}
