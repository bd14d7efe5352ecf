//! Calendar dates as files state them.

use std::fmt;

/// A day that exists, in the Gregorian calendar, from year 0 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    date: u8,
}

impl Day {
    /// The day of this text, which must be exactly `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Day> {
        match read(text) {
            DateReading::Day(day) if text.len() == 10 => Some(day),
            _ => None,
        }
    }

    /// The day so many days after 1970-01-01; nothing before that day or after 9999.
    pub fn since_1970(days: u64) -> Option<Day> {
        // The algorithm of Howard Hinnant, http://howardhinnant.github.io/date_algorithms.html: years that begin in
        // March, in eras of 400 years.
        let shifted = days.checked_add(719_468)?;
        let (era, of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let date = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        let year = u16::try_from(year).ok().filter(|year| *year <= 9999)?;
        Some(Day { year, month: u8::try_from(month).ok()?, date: u8::try_from(date).ok()? })
    }

    /// The last day of a month that exists.
    pub fn month_end(year: u16, month: u8) -> Option<Day> {
        let date = days_in(year, month);
        (date > 0 && year <= 9999).then_some(Day { year, month, date })
    }

    /// The year, 0 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day before; nothing before year 0.
    pub fn before(self) -> Option<Day> {
        match (self.date, self.month) {
            (1, 1) => Day::month_end(self.year.checked_sub(1)?, 12),
            (1, month) => Day::month_end(self.year, month - 1),
            (date, _) => Some(Day { date: date - 1, ..self }),
        }
    }

    /// How many days later this day is than `earlier`; negative if it is before.
    pub fn days_after(self, earlier: Day) -> i64 {
        self.number() - earlier.number()
    }

    /// Days since the first of March of year 0; the inverse of [`Day::since_1970`].
    fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let from_march = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * from_march + 2) / 5 + i64::from(self.date) - 1;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year
    }
}

/// `YYYY-MM-DD`
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.date)
    }
}

/// What a text says as a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateReading {
    /// A day that exists.
    Day(Day),
    /// Written like a date, but no such day exists (`2021-09-31`).
    Impossible,
    /// Not written like an ISO 8601 date.
    Unreadable,
}

/// Reads `YYYY-MM-DD`, alone or before a `T` or space and a time (ISO 8601, as the systems here write it).
pub fn read(text: &str) -> DateReading {
    let day = text.get(..10).unwrap_or(text);
    let rest = text.get(10..).unwrap_or_default();
    let shape_fits = day.len() == 10
        && day
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
        && (rest.is_empty() || rest.starts_with(['T', 't', ' ']));
    if !shape_fits {
        return DateReading::Unreadable;
    }
    let number = |from: usize, to: usize| day.get(from..to).and_then(|digits| digits.parse::<u16>().ok());
    let (year, month, date) = (number(0, 4), number(5, 7), number(8, 10));
    let small = |number: Option<u16>| number.and_then(|number| u8::try_from(number).ok());
    match (year, small(month), small(date)) {
        (Some(year), Some(month), Some(date)) if exists(year, month, date) => {
            DateReading::Day(Day { year, month, date })
        }
        _ => DateReading::Impossible,
    }
}

fn exists(year: u16, month: u8, date: u8) -> bool {
    (1..=days_in(year, month)).contains(&date)
}

/// How many days a month has; 0 if there is no such month.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::date::{DateReading, Day, read};

    #[test]
    fn days_that_exist_are_read() {
        for text in ["2024-02-29", "2023-12-31T23:59:59Z", "2000-02-29 00:00:00"] {
            assert_eq!(
                read(text),
                Day::parse(&text[..10]).map_or(DateReading::Unreadable, DateReading::Day),
                "{text}"
            );
            assert_eq!(Day::parse(&text[..10]).map(|day| day.to_string()).as_deref(), Some(&text[..10]));
        }
    }

    #[test]
    fn days_that_do_not_exist_are_impossible() {
        for text in [
            "2021-09-31",
            "2023-02-29",
            "1900-02-29",
            "2021-13-01",
            "2021-00-10",
            "2021-01-00",
            "2021-09-31T00:00:00Z",
        ] {
            assert_eq!(read(text), DateReading::Impossible, "{text}");
        }
    }

    #[test]
    fn other_texts_are_unreadable() {
        for text in ["", "soon", "31.12.2023", "2023-1-1", "2023-12-310", "2023/12/31", "２０２３-12-31"]
        {
            assert_eq!(read(text), DateReading::Unreadable, "{text}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let start = Day::since_1970(0).expect("a day");
        assert_eq!(start.to_string(), "1970-01-01");
        for (text, count) in
            [("1970-02-28", 58), ("1972-03-01", 790), ("2000-02-29", 11_016), ("2026-11-24", 20_781)]
        {
            let day = Day::since_1970(count).expect("a day");
            assert_eq!(day.to_string(), text);
            assert_eq!(day.days_after(start), i64::try_from(count).expect("small"));
        }
        assert_eq!(Day::since_1970(u64::MAX), None);
        assert!(Day::parse("2024-12-31T00:00:00Z").is_none());
    }

    #[test]
    fn the_day_before_is_over_months_years_and_leap_days() {
        for (day, before) in [
            ("2023-02-01", "2023-01-31"),
            ("2024-03-01", "2024-02-29"),
            ("1900-03-01", "1900-02-28"),
            ("2024-01-01", "2023-12-31"),
            ("2024-05-17", "2024-05-16"),
        ] {
            assert_eq!(Day::parse(day).and_then(Day::before), Day::parse(before), "{day}");
        }
        assert_eq!(Day::parse("0000-01-01").and_then(Day::before), None);
        assert_eq!(Day::month_end(2000, 2), Day::parse("2000-02-29"));
        assert_eq!(Day::month_end(2000, 13), None);
    }
}
