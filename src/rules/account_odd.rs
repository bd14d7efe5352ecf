//! A003 account-odd: an account id is unlike the others in the file.

use crate::model::level::Level;
use crate::model::lines::LineId;
use crate::model::numbers::Numbers;
use crate::model::statement::Statement;
use crate::rules::decimals_excess::MOST_TOLD;
use crate::rules::example;
use crate::rules::id_form::{LOOKS, Look};
use crate::rules::rule::{Draft, Drafts, Rule, Test};
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
    test: Test::Together(test),
};

/// How many different ids must be alike before there is a usual form.
const LEAST_LIKE: usize = 3;

/// The fewest digits of a numbering in which the number of digits is part of the form.
const SHORTEST: usize = 4;

/// How many forms are told apart in one way of looking; ids of further ones have none.
const MOST_FORMS: usize = 10_000;

/// The forms that ids have when looked at in one way.
struct Forms<'a> {
    look: Look,
    /// The numbers of the forms by what they look like.
    masks: Numbers<'static>,
    all: Vec<Form<'a>>,
}

/// The ids that look alike.
struct Form<'a> {
    mask: String,
    count: u64,
    /// The first different ones, as many as are asked for.
    first: Vec<&'a str>,
    shortest: usize,
    longest: usize,
}

fn test(statements: &[(u32, &Statement)], drafts: &mut Drafts) {
    let mut all = 0_u64;
    each_id(statements, &mut |_, _, _, _| all += 1);
    let forms =
        LOOKS.into_iter().map(|look| forms(statements, look)).find(|forms| forms.usual(all).is_some());
    let Some(forms) = forms else { return };
    let Some(usual) = forms.usual(all) else { return };
    let example = words::quoted(usual.first.first().copied().unwrap_or_default());
    let words = forms.look.words(&usual.mask, (usual.shortest, usual.longest), &example);
    let mut own = String::new();
    let mut told = 0;
    let mut rest: Option<(u32, LineId, &str, u64)> = None;
    each_id(statements, &mut |at, statement, line, id| {
        // Further forms that several ids have are not odd: there may be a second series of numbers.
        if forms.look.mask(id, &mut own) && forms.get(&own).is_some_and(Form::is_common) {
            return;
        }
        if told < MOST_TOLD {
            told += 1;
            let message = format!(
                "the account id {} of {} is unlike the others: {} of {all} are {words}",
                words::quoted(id),
                words::name(statement, line),
                usual.count,
            );
            drafts.push(Draft::at(line, message).of(at).on(id));
        } else {
            rest.get_or_insert((at, line, id, 0)).3 += 1;
        }
    });
    if let Some((at, line, id, count)) = rest {
        let basis = format!("rest {count}");
        let rest = words::count(count, "more account id is", "more account ids are");
        let message = format!("{rest} unlike the others, the first is {}", words::quoted(id));
        drafts.push(Draft::new(message).widespread(Some(line)).of(at).on(basis));
    }
}

/// Takes every account id, with its statement and line.
fn each_id<'a>(
    statements: &[(u32, &'a Statement)],
    take: &mut dyn FnMut(u32, &'a Statement, LineId, &'a str),
) {
    for (at, statement) in statements.iter().copied() {
        for line in statement.lines.all() {
            let id = statement.lines.account_id(line);
            if !id.is_empty() {
                take(at, statement, line, id);
            }
        }
    }
}

fn forms<'a>(statements: &[(u32, &'a Statement)], look: Look) -> Forms<'a> {
    let mut found = Forms { look, masks: Numbers::default(), all: Vec::new() };
    let mut mask = String::new();
    each_id(statements, &mut |_, _, _, id| {
        if look.mask(id, &mut mask) {
            found.add(&mask, id);
        }
    });
    found
}

impl<'a> Forms<'a> {
    fn get(&self, mask: &str) -> Option<&Form<'a>> {
        self.all.get(self.number(mask)? as usize)
    }

    /// The number of a form. Nearly all ids have the one that was met first.
    fn number(&self, mask: &str) -> Option<u32> {
        // What has no length is not compared: some processors take long over nothing.
        let alike = |form: &Form<'_>| form.mask.len() == mask.len() && (mask.is_empty() || form.mask == mask);
        if self.all.first().is_some_and(alike) { Some(0) } else { self.masks.get(mask) }
    }

    fn add(&mut self, mask: &str, id: &'a str) {
        if self.number(mask).is_none() && self.all.len() < MOST_FORMS {
            self.masks.meet(mask.to_owned().into());
            let (mask, first) = (mask.to_owned(), Vec::new());
            self.all.push(Form { mask, count: 0, first, shortest: usize::MAX, longest: 0 });
        }
        let Some(number) = self.number(mask) else { return };
        let Some(form) = self.all.get_mut(number as usize) else { return };
        let length = id.chars().count();
        form.count += 1;
        (form.shortest, form.longest) = (form.shortest.min(length), form.longest.max(length));
        if !form.is_common() && !form.first.contains(&id) {
            form.first.push(id);
        }
    }

    /// The form that three ids and three quarters of `all` have, if there is one.
    fn usual(&self, all: u64) -> Option<&Form<'a>> {
        let form = self.all.iter().max_by(|a, b| (a.count, &a.mask).cmp(&(b.count, &b.mask)))?;
        let mask = &form.mask;
        // Numbers that are counted up from 1 soon have a digit more: their length says nothing.
        let one_class = mask.chars().all(|class| class.is_alphanumeric() && mask.starts_with(class));
        let counts_length = matches!(self.look, Look::Places | Look::HexPlaces | Look::AnyPlaces);
        let counted_up = counts_length && one_class && mask.len() < SHORTEST && !mask.is_empty();
        // Of names in place of ids, the number of words is no form.
        let is_name = |id: &&str| id.contains(' ') || !id.contains(|c: char| c.is_ascii_digit());
        let names = form.first.iter().all(is_name);
        Some(form).filter(|form| form.is_common() && form.count * 4 >= all * 3 && !counted_up && !names)
    }
}

impl Form<'_> {
    /// Whether several different ids have it.
    fn is_common(&self) -> bool {
        self.first.len() == LEAST_LIKE
    }
}

#[cfg(test)]
mod tests {
    use crate::model::dialect::Dialect;
    use crate::model::lines::Lines;
    use crate::model::place::Place;
    use crate::model::statement::Statement;
    use crate::rules::account_odd::test;
    use crate::rules::rule::Drafts;

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
        let statements: Vec<Statement> = statements.iter().map(statement).collect();
        let numbered: Vec<(u32, &Statement)> = (0..).zip(&statements).collect();
        let mut drafts = Drafts::new(false);
        test(&numbered, &mut drafts);
        let short = |message: String| {
            let message = message.replace("the account id ", "").replace(" of a line without a name", "");
            message.replace(" is unlike the others", "")
        };
        drafts.list.into_iter().map(|draft| short(draft.message)).collect()
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
            (&["1000", "0020", "3000", "4000", "0"], &["`0`: 4 of 5 are numbers of 4 digits"]),
            (&["1000", "2000", "3000", "NET_INCOME"], &["`NET_INCOME`: 3 of 4 are numbers of 4 digits"]),
            (
                &["1000", "20000", "300000", "PROFIT-AND-LOSS"],
                &["`PROFIT-AND-LOSS`: 3 of 4 are numbers of 4 to 6 digits"],
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
            (&["1", "2", "3", "4", "5", "6", "7", "10", "A"], &["`A`: 8 of 9 are numbers of 1 to 2 digits"]),
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
        assert_eq!(
            told(&[&["1000", "2000"], &["3000", "4000"], &["A-1"]]),
            ["`A-1`: 4 of 5 are numbers of 4 digits"]
        );
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
