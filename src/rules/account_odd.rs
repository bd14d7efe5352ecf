//! A003 account-odd: an account id is unlike the others in the file.

use std::collections::BTreeMap;

use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::model::reading::Reading;
use crate::rules::decimals_excess::MOST_TOLD;
use crate::rules::example;
use crate::rules::id_form::{LOOKS, Look};
use crate::rules::rule::{Draft, Rule, Test};
use crate::rules::words;

/// A003: an account id is unlike the others in the file.
pub const RULE: Rule = Rule {
    code: "A003",
    name: "account-odd",
    level: Level::Warning,
    what: "an account id is unlike the others in the file",
    why: "it may come from another system or be typed by hand, and will match nothing",
    fix: "look the account up in the ledger and use its id",
    bad: br#"{"end_date": "2024-12-31", "currency_code": "EUR",
 "assets": {"name": "Assets", "value": "100.00", "items": [
  {"account_id": "1000", "name": "Cash", "value": "60.00"},
  {"account_id": "1100", "name": "Receivables", "value": "40.00"}]},
 "liabilities": {"name": "Liabilities", "value": "30.00", "items": [
  {"account_id": "2000", "name": "Payables", "value": "30.00"}]},
 "equity": {"name": "Equity", "value": "70.00", "items": [
  {"account_id": "EQ-1", "name": "Capital", "value": "70.00"}]}}"#,
    good: example::TIES,
    settings: "",
    test: Test::File(test),
};

/// How many different ids must be alike before there is a usual form.
const LEAST_LIKE: usize = 3;

/// The fewest digits of a numbering in which the number of digits is part of the form.
const SHORTEST: usize = 4;

/// How many forms are told apart in one way of looking; ids of further ones have none.
const MOST_FORMS: usize = 10_000;

/// What most ids look like.
struct Usual<'a> {
    look: Look,
    mask: String,
    like: Like<'a>,
    /// Further forms that several ids have, in order: a second series of numbers is not odd.
    others: Vec<String>,
}

/// The ids that look alike.
#[derive(Clone, Default)]
struct Like<'a> {
    count: u64,
    /// The first different ones, as many as are asked for.
    first: Vec<&'a str>,
    shortest: usize,
    longest: usize,
}

fn test(reading: &Reading, drafts: &mut Vec<Draft>) {
    let all = ids(reading).count() as u64;
    let Some(Usual { look, mask, like, others }) =
        LOOKS.into_iter().find_map(|look| usual(reading, look, all))
    else {
        return;
    };
    let example = words::quoted(like.first.first().copied().unwrap_or_default());
    let form = look.words(&mask, (like.shortest, like.longest), &example);
    let mut own = String::new();
    let mut odd = ids(reading)
        .filter(|(_, _, id)| !look.mask(id, &mut own) || own != mask && others.binary_search(&own).is_err());
    for (at, line, id) in odd.by_ref().take(MOST_TOLD) {
        let Some(statement) = reading.statements.get(at as usize) else { continue };
        let message = format!(
            "the account id {} of {} is unlike the others: {} of {all} are {form}",
            words::quoted(id),
            words::name(statement, line),
            like.count,
        );
        drafts.push(Draft { statement: Some(at), ..Draft::at(line, message) }.on(id));
    }
    if let Some((at, line, id)) = odd.next() {
        let rest = words::count(1 + odd.count() as u64, "more account id is", "more account ids are");
        let message = format!("{rest} unlike the others, the first is {}", words::quoted(id));
        drafts.push(Draft { statement: Some(at), ..Draft::at(line, message) }.on(format!("rest {id}")));
    }
}

/// Every account id of the file, with its statement and line.
fn ids(reading: &Reading) -> impl Iterator<Item = (u32, LineId, &str)> {
    (0_u32..).zip(&reading.statements).flat_map(|(at, statement)| {
        let lines = &statement.lines;
        let ids = lines.all().map(move |line| (at, line, lines.account_id(line)));
        ids.filter(|(_, _, id)| !id.is_empty())
    })
}

/// The form that three ids and three quarters of all have when looked at in one way, if there is one.
fn usual(reading: &Reading, look: Look, all: u64) -> Option<Usual<'_>> {
    let mut forms: BTreeMap<String, u32> = BTreeMap::new();
    let mut likes: Vec<Like<'_>> = Vec::new();
    let mut mask = String::new();
    for (_, _, id) in ids(reading) {
        if !look.mask(id, &mut mask) {
            continue;
        }
        if !forms.contains_key(&mask) && forms.len() < MOST_FORMS {
            forms.insert(mask.clone(), u32::try_from(likes.len()).unwrap_or(u32::MAX));
            likes.push(Like { shortest: usize::MAX, ..Like::default() });
        }
        let Some(like) = forms.get(&mask).and_then(|at| likes.get_mut(*at as usize)) else { continue };
        let length = id.chars().count();
        like.count += 1;
        (like.shortest, like.longest) = (like.shortest.min(length), like.longest.max(length));
        if like.first.len() < LEAST_LIKE && !like.first.contains(&id) {
            like.first.push(id);
        }
    }
    let likes = || forms.iter().filter_map(|(mask, at)| likes.get(*at as usize).map(|like| (mask, like)));
    let several = likes().filter(|(_, like)| like.first.len() == LEAST_LIKE);
    let others = several.map(|(mask, _)| mask.clone()).collect();
    let (mask, like) = likes().max_by_key(|(_, like)| like.count)?;
    let enough = like.first.len() == LEAST_LIKE && like.count * 4 >= all * 3;
    // Numbers that are counted up from 1 soon have a digit more: their length says nothing.
    let one_class = mask.chars().all(|class| class.is_alphanumeric() && mask.starts_with(class));
    let counts_length = matches!(look, Look::Places | Look::HexPlaces | Look::AnyPlaces);
    let counted_up = counts_length && one_class && mask.len() < SHORTEST && !mask.is_empty();
    (enough && !counted_up).then(|| Usual { look, mask: mask.clone(), like: like.clone(), others })
}

#[cfg(test)]
mod tests {
    use crate::model::lines::Lines;
    use crate::model::place::Place;
    use crate::model::reading::Reading;
    use crate::model::statement::{Dialect, Statement};
    use crate::rules::account_odd::test;

    /// What is told of a file with these ids, a statement each group; each message from the `is` on, after its id.
    fn told(statements: &[&[&str]]) -> Vec<String> {
        let statement = |ids: &&[&str]| {
            let mut lines = Lines::default();
            for id in *ids {
                let line = lines.push(None, 0, Place::default()).expect("a line");
                lines.set_account_id(line, id);
            }
            Statement { lines, ..Statement::new(Dialect::Canonical, String::new(), Place::default()) }
        };
        let reading =
            Reading { statements: statements.iter().map(statement).collect(), ..Reading::default() };
        let mut drafts = Vec::new();
        test(&reading, &mut drafts);
        let short = |message: String| {
            let message = message.replace("the account id ", "").replace(" of a line without a name", "");
            message.replace(" is unlike the others", "")
        };
        drafts.into_iter().map(|draft| short(draft.message)).collect()
    }

    #[test]
    fn an_id_is_odd_if_three_quarters_have_a_form_that_it_has_not() {
        let (a, b, c) = (
            "6c9790a2-0800-46cc-8c50-e29e69d8015c",
            "b58e60f6-fe20-451e-9fc2-87eb58bcb297",
            "c7a7a89e-cc40-40b0-90dd-60f0dadedc41",
        );
        let cases: &[(&[&str], &[&str])] = &[
            (&[a, b, c, "220"], &["`220`: 3 of 4 are UUIDs"]),
            (&["1000", "0020", "3000", "4000", "0"], &["`0`: 4 of 5 are 4 digits"]),
            (&["1000", "2000", "3000", "NET_INCOME"], &["`NET_INCOME`: 3 of 4 are 4 digits"]),
            (
                &["1000", "20000", "300000", "PROFIT-AND-LOSS"],
                &["`PROFIT-AND-LOSS`: 3 of 4 are 4 to 6 digits"],
            ),
            (&["EQ-1", "AS-2", "LI-3", "1000"], &["`1000`: 3 of 4 are like `EQ-1`: 2 letters, `-`, 1 digit"]),
            (&["EQ-1", "A-22", "LI-333", "1000"], &["`1000`: 3 of 4 are like `EQ-1`: letters, `-`, digits"]),
            (&["00a1ff", "0bcd12", "99999f", "x"], &["`x`: 3 of 4 are 6 hexadecimal digits"]),
            (&["zz1", "1zz", "z1z", "1-2"], &["`1-2`: 3 of 4 are 3 letters or digits"]),
            (
                &["20000-933270541", "20000-933270542", "20001-1", "7"],
                &["`7`: 3 of 4 are like `20000-933270541`: digits, `-`, digits"],
            ),
            // Numbers that are counted up, and a second series of some length.
            (&["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"], &[]),
            (&["1", "2", "3", "4", "5", "6", "7", "10", "A"], &["`A`: 8 of 9 are 1 to 2 digits"]),
            (
                &[
                    "1000", "2000", "3000", "4000", "5000", "6000", "7000", "8000", "9000", "10000", "20000",
                    "30000",
                ],
                &[],
            ),
            // No usual form: too few are alike, or all are, or one id stands again and again.
            (&["1000", "2000", "A-1", "B-2"], &[]),
            (&["1000", "A-1"], &[]),
            (&["1000", "2000", "3000"], &[]),
            (&["1000", "1000", "1000", "A-1"], &[]),
            (&[], &[]),
        ];
        for (ids, expected) in cases {
            assert_eq!(told(&[ids]), *expected, "{ids:?}");
        }
    }

    #[test]
    fn the_form_is_learned_from_the_whole_file() {
        assert_eq!(told(&[&["1000", "2000"], &["3000", "4000"], &["A-1"]]), ["`A-1`: 4 of 5 are 4 digits"]);
    }

    #[test]
    fn at_most_twenty_are_told_one_by_one() {
        let many: Vec<String> =
            (0..200).map(|at| if at < 175 { format!("{}", at + 1000) } else { "x".repeat(at) }).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let told = told(&[&many]);
        assert_eq!(told.len(), 21);
        assert_eq!(
            told[20],
            format!("5 more account ids are unlike the others, the first is `{}…`", "x".repeat(60))
        );
    }
}
