//! Reads days as reports write them: `30 April 2019`, `As of Dec 31, 2018`, `/Date(1556582400000)/`.

use crate::model::date::{self, DateReading, Day};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const MILLISECONDS_A_DAY: u64 = 86_400_000;

/// Every day in a text, as `YYYY-MM-DD`, whether it exists or not. Months are in English, whole or cut to three or more
/// letters; other texts have no days.
pub fn all(text: &str) -> Vec<String> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut days = Vec::new();
    for three in words.windows(3) {
        let [first, second, year] = three else { continue };
        let named = month(second).map(|month| (first, month)).or(month(first).map(|month| (second, month)));
        let Some((day, month)) = named else { continue };
        if let (Some(day), Some(year), 4) = (number(day), number(year), year.len())
            && day < 100
        {
            days.push(format!("{year:04}-{month:02}-{day:02}"));
        }
    }
    days
}

/// The day of a moment: in words, in ISO 8601, or as milliseconds since 1970 in `/Date(…)/`.
pub fn moment(text: &str) -> Option<String> {
    let since = text.strip_prefix("/Date(").map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default().parse::<u64>().ok()
    });
    match since {
        Some(milliseconds) => Day::since_1970(milliseconds? / MILLISECONDS_A_DAY).map(|day| day.to_string()),
        None if date::read(text) != DateReading::Unreadable => Some(text.to_owned()),
        None => all(text).pop(),
    }
}

fn number(word: &str) -> Option<u32> {
    word.parse().ok().filter(|_| word.len() <= 4)
}

/// The month of this name, from 1.
pub fn month(word: &str) -> Option<u8> {
    let word = word.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&word))?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use crate::input::grid::days::{all, moment};

    #[test]
    fn days_are_found_in_titles() {
        let cases: &[(&str, &[&str])] = &[
            ("As at 30 April 2019", &["2019-04-30"]),
            ("31 Dec 2018", &["2018-12-31"]),
            ("As of April 3, 2019", &["2019-04-03"]),
            ("1 January 2019 to 31 Sept 2019", &["2019-01-01", "2019-09-31"]),
            ("For the month ended 28 February 2018", &["2018-02-28"]),
            ("Au 30 avril 2019", &[]),
            ("30 April", &[]),
            ("May 2019", &[]),
            ("130 May 2019", &[]),
            ("Ma 3 2019", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(all(text), *expected, "{text}");
        }
    }

    #[test]
    fn moments_are_read_in_three_ways() {
        let cases = [
            ("/Date(1556582400000)/", Some("2019-04-30")),
            ("/Date(1556582400000+0000)/", Some("2019-04-30")),
            ("/Date(-1)/", None),
            ("2019-04-30T01:02:03", Some("2019-04-30T01:02:03")),
            ("30 April 2019", Some("2019-04-30")),
            ("yesterday", None),
        ];
        for (text, expected) in cases {
            assert_eq!(moment(text).as_deref(), expected, "{text}");
        }
    }
}
