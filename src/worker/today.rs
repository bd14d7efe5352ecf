//! The day it is.

use crate::model::date::Day;

/// The day it is where the reader is.
pub fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    Day::parse(&format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()))
}
