//! Which sign an account normally has, by its section and by what names tell.

use crate::model::lines::LineId;
use crate::model::statement::{SectionKind, Statement};
use crate::rules::rule::Subject;

/// A sign that is usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usual {
    /// Above zero.
    Positive,
    /// Below zero: it is taken from what the lines around it add up to.
    Negative,
    /// Both are common.
    Either,
}

/// What a phrase in a name tells, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tells {
    /// What the owners paid in. All other equity goes either way: results, what was kept of them, owners' accounts.
    PaidIn,
    /// It may be what is left of something, or what reduces it.
    Mixed,
    /// It reduces something.
    Reduces,
    /// It is what is left after something was taken off.
    Left,
}

/// Phrases that are found at the beginning of a word, whatever the case and whatever stands between their words.
pub type Phrases = &'static [(&'static str, Tells)];

const ASSETS: Phrases = &[
    ("less ", Tells::Left),
    ("net of", Tells::Left),
    ("accumulated depr", Tells::Reduces),
    ("accumulated amort", Tells::Reduces),
    ("accumulated impair", Tells::Reduces),
    ("accum depr", Tells::Reduces),
    ("accum amort", Tells::Reduces),
    ("allowance for", Tells::Reduces),
    ("provision for doubtful", Tells::Reduces),
    ("provision for bad", Tells::Reduces),
    ("overdraft", Tells::Reduces),
    ("discount on", Tells::Reduces),
    ("treasury share", Tells::Reduces),
    ("treasury stock", Tells::Reduces),
    ("depreciation", Tells::Mixed),
    ("amortisation", Tells::Mixed),
    ("amortization", Tells::Mixed),
    ("impairment", Tells::Mixed),
    ("allowance", Tells::Mixed),
    ("provision", Tells::Mixed),
    ("reserve", Tells::Mixed),
    ("contra", Tells::Mixed),
    ("drawing", Tells::Mixed),
];

const LIABILITIES: Phrases = &[
    ("less ", Tells::Left),
    ("net of", Tells::Left),
    ("discount on", Tells::Reduces),
    ("unamortised", Tells::Mixed),
    ("unamortized", Tells::Mixed),
    ("issuance cost", Tells::Mixed),
    ("issue cost", Tells::Mixed),
    ("contra", Tells::Mixed),
    ("drawing", Tells::Mixed),
];

const EQUITY: Phrases = &[
    ("less ", Tells::Left),
    ("net of", Tells::Left),
    ("treasury share", Tells::Reduces),
    ("treasury stock", Tells::Reduces),
    ("discount on", Tells::Reduces),
    ("share capital", Tells::PaidIn),
    ("capital stock", Tells::PaidIn),
    ("common stock", Tells::PaidIn),
    ("common share", Tells::PaidIn),
    ("ordinary share", Tells::PaidIn),
    ("preferred stock", Tells::PaidIn),
    ("preferred share", Tells::PaidIn),
    ("preference share", Tells::PaidIn),
    ("paid in capital", Tells::PaidIn),
    ("paid up capital", Tells::PaidIn),
    ("contributed capital", Tells::PaidIn),
    ("issued capital", Tells::PaidIn),
    ("subscribed capital", Tells::PaidIn),
    ("share premium", Tells::PaidIn),
    ("unpaid", Tells::Mixed),
    ("not paid", Tells::Mixed),
    ("uncalled", Tells::Mixed),
    ("subscription", Tells::Mixed),
    ("cost", Tells::Mixed),
    ("dividend", Tells::Mixed),
    ("distribution", Tells::Mixed),
    ("repurchase", Tells::Mixed),
    ("redemption", Tells::Mixed),
    ("reduction", Tells::Mixed),
    ("buyback", Tells::Mixed),
];

/// The phrases that tell something in a section of this kind, in lower case.
pub fn phrases(kind: SectionKind) -> Phrases {
    match kind {
        SectionKind::Assets => ASSETS,
        SectionKind::Liabilities => LIABILITIES,
        SectionKind::Equity => EQUITY,
        SectionKind::Unknown | SectionKind::Other | SectionKind::Debits | SectionKind::Credits => &[],
    }
}

/// What the names of a statement's accounts tell of their signs.
#[derive(Debug, Default)]
pub struct NameSigns {
    /// For each line what its name tells; nothing for groups.
    of_lines: Vec<Usual>,
}

impl NameSigns {
    /// Those of a statement.
    pub fn of(statement: &Statement) -> NameSigns {
        let lines = &statement.lines;
        let mut of_lines = vec![Usual::Either; lines.len() as usize];
        for section in &statement.sections {
            let (from, to) = (section.line.0, lines.end(section.line).0);
            let under = of_lines.get_mut(from as usize..to as usize).unwrap_or_default();
            for (line, usual) in (from..).map(LineId).zip(under) {
                if lines.is_account(line) {
                    *usual = by_name(section.kind, statement.name(line));
                }
            }
        }
        NameSigns { of_lines }
    }

    fn get(&self, account: LineId) -> Usual {
        self.of_lines.get(account.0 as usize).copied().unwrap_or(Usual::Either)
    }
}

/// The usual sign of an account that is `negative` or not, if that is unusual; otherwise [`Usual::Either`]. Under a
/// group that reduces others, both are common.
pub fn of(subject: &Subject<'_>, kind: SectionKind, account: LineId, negative: bool) -> Usual {
    let statement = subject.statement;
    let lines = &statement.lines;
    match subject.tree.signs(statement).get(account) {
        Usual::Positive if negative => {
            let above = std::iter::successors(lines.parent(account), |line| lines.parent(*line));
            let mut groups = above.filter(|line| lines.depth(*line) > 0);
            let plain = if kind == SectionKind::Equity { Usual::Either } else { Usual::Positive };
            let reduces = |group: LineId| {
                let usual = by_name(kind, statement.name(group));
                usual != Usual::Positive && usual != plain
            };
            if groups.any(reduces) { Usual::Either } else { Usual::Positive }
        }
        Usual::Negative if !negative => Usual::Negative,
        _ => Usual::Either,
    }
}

/// The usual sign of a line of this name.
fn by_name(kind: SectionKind, name: &str) -> Usual {
    let (phrases, beginnings) = match kind {
        SectionKind::Assets => (ASSETS, const { &beginnings(ASSETS) }),
        SectionKind::Liabilities => (LIABILITIES, const { &beginnings(LIABILITIES) }),
        SectionKind::Equity => (EQUITY, const { &beginnings(EQUITY) }),
        SectionKind::Unknown | SectionKind::Other | SectionKind::Debits | SectionKind::Credits => {
            return Usual::Either;
        }
    };
    if name.trim_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("less:")) {
        return Usual::Negative;
    }
    let (most, paid_in) = told(name, phrases, beginnings);
    match most {
        Some(Tells::Reduces) if paid_in => Usual::Either,
        Some(Tells::Reduces) => Usual::Negative,
        Some(Tells::Mixed | Tells::Left) => Usual::Either,
        None if kind == SectionKind::Equity => Usual::Either,
        Some(Tells::PaidIn) | None => Usual::Positive,
    }
}

/// The most that the phrases in a name tell, and whether one of them tells of what was paid in.
fn told(name: &str, phrases: Phrases, beginnings: &Beginnings) -> (Option<Tells>, bool) {
    let (mut most, mut paid_in) = (None, false);
    let mut within = 0;
    // Every account's name passes here, so the first two letters of a word are looked at before anything else.
    for (at, pair) in name.as_bytes().windows(2).enumerate() {
        let &[first, second] = pair else { break };
        let class = CLASSES.get(usize::from(first)).copied().unwrap_or(0);
        let starts = class & LETTER & !within;
        within = class >> 1;
        let seconds = beginnings.get(letter(first)).copied().unwrap_or(0);
        if seconds >> letter(second) & u32::from(starts) == 0 {
            continue;
        }
        let alike = |phrase: &str| {
            phrase.as_bytes().first_chunk::<2>()
                == Some(&[first, second].map(|byte| byte.to_ascii_lowercase()))
        };
        for (phrase, tells) in phrases.iter().filter(|(phrase, _)| alike(phrase)) {
            if begins(name.get(at..).unwrap_or_default(), phrase) {
                most = most.max(Some(*tells));
                paid_in |= *tells == Tells::PaidIn;
            }
        }
    }
    (most, paid_in)
}

/// Whether a byte is a letter, and whether a word goes on behind it, as bits.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        let is_word = byte.is_ascii_alphanumeric();
        classes[byte as usize] = (is_word as u8) << 1 | byte.is_ascii_alphabetic() as u8;
        byte += 1;
    }
    classes
};

const LETTER: u8 = 1;

/// For each letter as the first of a phrase, a bit for each letter that comes second.
type Beginnings = [u32; 32];

const fn beginnings(phrases: Phrases) -> Beginnings {
    let mut beginnings = [0; 32];
    let mut at = 0;
    while at < phrases.len() {
        if let [first, second, ..] = phrases[at].0.as_bytes() {
            beginnings[letter(*first)] |= 1 << letter(*second);
        }
        at += 1;
    }
    beginnings
}

/// The same for both cases of a letter, and less than 32.
const fn letter(byte: u8) -> usize {
    (byte & 31) as usize
}

/// Whether a text begins with the words of a phrase; the last of them may go on.
fn begins(mut text: &str, phrase: &str) -> bool {
    let mut words = phrase.split(' ').peekable();
    while let Some(word) = words.next() {
        if !text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)) {
            return false;
        }
        text = text.get(word.len()..).unwrap_or_default();
        if words.peek().is_some() {
            let next = text.trim_start_matches(|c: char| !c.is_alphanumeric());
            if next.len() == text.len() {
                return false;
            }
            text = next;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::model::statement::SectionKind::{Assets, Equity, Liabilities};
    use crate::rules::usual_sign::{Usual, by_name};

    #[test]
    fn names_tell_which_sign_is_usual() {
        for (kind, name, usual) in [
            (Assets, "Cash", Usual::Positive),
            (Assets, "Accumulated Depreciation - Vehicles", Usual::Negative),
            (Assets, "Buildings: accumulated amortisation", Usual::Negative),
            (Assets, "Accum. Depr.", Usual::Negative),
            (Assets, "LESS: anything", Usual::Negative),
            (Assets, "Allowance for Doubtful Accounts", Usual::Negative),
            (Assets, "Receivables, net of allowance for doubtful accounts", Usual::Either),
            (Assets, "Equipment less accumulated depreciation", Usual::Either),
            (Assets, "Depreciation", Usual::Either),
            (Assets, "Lessor receivables", Usual::Positive),
            (Assets, "Bank overdrafts", Usual::Negative),
            (Liabilities, "Bank overdraft", Usual::Positive),
            (Liabilities, "Discount on bonds payable", Usual::Negative),
            (Liabilities, "Provision for warranties", Usual::Positive),
            (Equity, "Owner's Equity", Usual::Either),
            (Equity, "Drawings", Usual::Either),
            (Equity, "Retained earnings", Usual::Either),
            (Equity, "Additional Paid-In Capital", Usual::Positive),
            (Equity, "Common Stock", Usual::Positive),
            (Equity, "Treasury stock", Usual::Negative),
            (Equity, "Paid-in capital from treasury stock", Usual::Either),
            (Equity, "Called up share capital not paid", Usual::Either),
        ] {
            assert_eq!(by_name(kind, name), usual, "{name}");
        }
    }
}
