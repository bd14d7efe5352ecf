//! What the key or the title of a column says of its time.

use crate::input::grid::days::{self, month};
use crate::model::date::{DateReading, Day, read};

/// Whether a text speaks of a time: a year, a month, a quarter.
pub fn is_period(text: &str) -> bool {
    let quarter = |word: &str| matches!(word.to_ascii_lowercase().as_str(), "q1" | "q2" | "q3" | "q4");
    words(text).any(|word| month(word).is_some() || quarter(word)) || years(text).next().is_some()
}

/// The last day of the period of a column: a day that it names, or the end of a month that it names with its year.
pub fn last_day(text: &str) -> Option<Day> {
    let dashed = text.trim().replace(['_', '/', '.'], "-");
    if let DateReading::Day(day) = read(&dashed) {
        return Some(day);
    }
    if let Some(day) = days::all(text).pop() {
        return Day::parse(&day);
    }
    let mut months = words(text).filter_map(month);
    let month = months.next_back().filter(|_| months.next().is_none())?;
    let mut years = years(text);
    let year = years.next().filter(|_| years.next().is_none())?;
    Day::month_end(year, month)
}

/// Runs of letters, and runs of letters and digits.
fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

/// The years that a text names, alone or in front of a month and a day.
fn years(text: &str) -> impl Iterator<Item = u16> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| matches!(run.len(), 4 | 6 | 8));
    let years = runs.filter_map(|run| run.get(..4)).filter_map(|year| year.parse::<u16>().ok());
    years.filter(|year| (1900..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use crate::input::rows::period::{is_period, last_day};

    #[test]
    fn columns_name_their_last_day_or_none() {
        for (text, day) in [
            ("dec_2023", Some("2023-12-31")),
            ("Feb 2024", Some("2024-02-29")),
            ("September 2023", Some("2023-09-30")),
            ("As of 30 December 2023", Some("2023-12-30")),
            ("31 Sept 2023", None),
            ("2023-12-30", Some("2023-12-30")),
            ("2023_06_30", Some("2023-06-30")),
            ("2023", None),
            ("jan_2023_to_mar_2023", None),
            ("march", None),
        ] {
            assert_eq!(last_day(text).map(|day| day.to_string()).as_deref(), day, "{text}");
            assert!(is_period(text), "{text}");
        }
        for text in ["is_group", "amount", "decision", "total", "account_number", "12"] {
            assert!(!is_period(text), "{text}");
        }
    }
}
