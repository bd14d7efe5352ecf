//! Calendar dates as files state them.

/// What a text says as a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateReading {
    /// A day that exists, `YYYY-MM-DD`.
    Day(String),
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
    let number = |from: usize, to: usize| day.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    match (number(0, 4), number(5, 7), number(8, 10)) {
        (Some(year), Some(month), Some(date)) if exists(year, month, date) => {
            DateReading::Day(day.to_owned())
        }
        _ => DateReading::Impossible,
    }
}

fn exists(year: u32, month: u32, date: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&date)
}

#[cfg(test)]
mod tests {
    use crate::model::date::{DateReading, read};

    #[test]
    fn days_that_exist_are_read() {
        for text in ["2024-02-29", "2023-12-31T23:59:59Z", "2000-02-29 00:00:00"] {
            assert_eq!(read(text), DateReading::Day(text[..10].to_owned()), "{text}");
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
}
