//! What becomes of the values under a key that an object has more than once.

use crate::input::fields::{self, HeaderField};
use crate::model::header::Header;
use crate::model::lines::{LineId, Lines};
use crate::model::numbers::Numbers;
use crate::model::oddity::{Oddity, OddityKind, Taken};
use crate::model::statement::Section;

/// A line has `key` again: forgets what it had under it, if only the last value counts.
pub fn in_line(lines: &mut Lines, line: LineId, key: &str) -> Taken {
    match key {
        "items" => return Taken::Lists,
        "name" => lines.set_name(line, ""),
        "account_id" => lines.set_account_id(line, ""),
        // An amount of any kind takes the place of the one before, and every currency is told.
        key if !fields::OF_LINES.contains(&key) => return Taken::Other,
        _ => {}
    }
    Taken::Last
}

/// The object around the sections has `key` again: forgets what it had under it, if only the last value counts.
pub fn in_header(header: &mut Header, key: &str) -> Taken {
    match fields::header(key) {
        Some(HeaderField::Id) => header.id = None,
        Some(HeaderField::Entity) => header.entity = None,
        Some(HeaderField::Currency) => header.currency = None,
        Some(HeaderField::Date(_)) => header.dates.retain(|date| date.key != key),
        Some(HeaderField::Total(_)) => header.totals.retain(|total| total.key != key),
        None if key == fields::STATEMENT_LIST => return Taken::Lists,
        None => return Taken::Other,
    }
    Taken::Last
}

/// Says of the keys of sections, which are told by their pointers, where several sections have them.
pub fn mark_sections(sections: &[Section], oddities: &mut [Oddity]) {
    if oddities.is_empty() {
        return;
    }
    let (mut once, mut again) = (Numbers::default(), Numbers::default());
    for section in sections {
        if !once.meet(section.key.as_str().into()).1 {
            again.meet(section.key.as_str().into());
        }
    }
    for oddity in oddities.iter_mut().filter(|oddity| oddity.line.is_none() && oddity.pointer.is_some()) {
        if let OddityKind::RepeatedKey { key, taken } = &mut oddity.kind
            && again.get(key).is_some()
        {
            *taken = Taken::Sections;
        }
    }
}
