//! How what is kept of a statement stands on the wire.

use std::sync::Arc;

use crate::engine::wire::Wire;
use crate::model::amount::Amount;
use crate::model::currency::StatedCurrency;
use crate::model::dialect::Dialect;
use crate::model::header::{DateRole, Header, StatedDate, StatedTotal, TotalRole};
use crate::model::lines::LineId;
use crate::model::mapping::{LineKey, Mapping};
use crate::model::place::Place;
use crate::model::register::Entry;
use crate::model::source::{Envelope, Plan, Source};
use crate::model::statement::SectionKind;
use crate::model::verdict::Verdict;

/// Every verdict.
pub const VERDICTS: [Verdict; 5] =
    [Verdict::Ties, Verdict::Rounding, Verdict::NotCheckable, Verdict::Differs, Verdict::Unreadable];

const SECTIONS: [SectionKind; 7] = [
    SectionKind::Assets,
    SectionKind::Liabilities,
    SectionKind::Equity,
    SectionKind::Unknown,
    SectionKind::Other,
    SectionKind::Debits,
    SectionKind::Credits,
];

/// A statement of a list.
pub fn entry(wire: &mut Wire, entry: &mut Entry) {
    let Entry {
        number,
        file: _,
        entity,
        title,
        as_of,
        currency,
        verdict,
        difference,
        of_total,
        aside,
        errors,
        warnings,
        lines,
        source: of,
    } = entry;
    for value in [number, aside, errors, warnings, lines] {
        wire.small(value);
    }
    for text in [entity, title, as_of, currency] {
        let mut own = text.as_deref().map(str::to_owned);
        wire.perhaps_text(&mut own);
        *text = own.map(Arc::from);
    }
    wire.choice(verdict, &VERDICTS);
    wire.perhaps(difference, Amount::default, amount);
    wire.perhaps(of_total, Amount::default, amount);
    source(wire, of);
}

/// A statement of which nothing is known yet.
pub fn blank() -> Entry {
    Entry {
        number: 0,
        file: 0,
        entity: None,
        title: None,
        as_of: None,
        currency: None,
        verdict: Verdict::Ties,
        difference: None,
        of_total: None,
        aside: 0,
        errors: 0,
        warnings: 0,
        lines: 0,
        source: Source::default(),
    }
}

/// A place.
pub fn place(wire: &mut Wire, place: &mut Place) {
    let Place { offset, line, column } = place;
    wire.number(offset);
    wire.small(line);
    wire.small(column);
}

/// An amount.
pub fn amount(wire: &mut Wire, amount: &mut Amount) {
    let mut words = amount.words();
    for word in &mut words {
        wire.small(word);
    }
    *amount = Amount::of_words(words);
}

/// A line.
pub fn line(wire: &mut Wire, line: &mut LineId) {
    wire.small(&mut line.0);
}

fn source(wire: &mut Wire, source: &mut Source) {
    let Source { start, end, nth, plan: by, envelopes, pointer } = source;
    place(wire, start);
    wire.number(end);
    wire.small(nth);
    let mut own = by.as_deref().cloned();
    wire.perhaps(&mut own, Plan::default, plan);
    *by = own.map(Arc::new);
    let mut own = envelopes.as_deref().cloned();
    wire.perhaps(&mut own, Vec::new, |wire, all| wire.list(all, Envelope::default, envelope));
    *envelopes = own.map(Arc::new);
    let mut own = pointer.to_string();
    wire.text(&mut own);
    *pointer = own.into();
}

fn plan(wire: &mut Wire, plan: &mut Plan) {
    let Plan { dialect, mapping: by, evidence } = plan;
    wire.choice(dialect, &Dialect::ALL);
    let mut own = by.as_deref().cloned();
    wire.perhaps(&mut own, Mapping::default, mapping);
    *by = own.map(Arc::new);
    wire.texts(evidence);
}

fn mapping(wire: &mut Wire, mapping: &mut Mapping) {
    const KEYS: [LineKey; 6] = [
        LineKey::Name,
        LineKey::Amount,
        LineKey::AccountId,
        LineKey::Items,
        LineKey::Currency,
        LineKey::Other,
    ];
    let Mapping { path, sections, roots, name, amount, account_id, items, also } = mapping;
    wire.texts(path);
    let blank = || (String::new(), SectionKind::Assets);
    wire.list(sections, blank, |wire, (key, kind)| {
        wire.text(key);
        wire.choice(kind, &SECTIONS);
    });
    for key in [roots, name, amount, account_id, items] {
        wire.text(key);
    }
    let blank = || (String::new(), LineKey::Name);
    wire.list(also, blank, |wire, (key, is)| {
        wire.text(key);
        wire.choice(is, &KEYS);
    });
}

fn envelope(wire: &mut Wire, envelope: &mut Envelope) {
    let Envelope { header: own, currencies, pointer } = envelope;
    header(wire, own);
    let blank = || StatedCurrency { text: String::new(), line: None };
    wire.list(currencies, blank, |wire, stated| {
        let StatedCurrency { text, line: of } = stated;
        wire.text(text);
        wire.perhaps(of, || LineId(0), line);
    });
    wire.text(pointer);
}

fn header(wire: &mut Wire, header: &mut Header) {
    let Header { id, title, entity, currency, dates, totals, pointers, passed_over } = header;
    for text in [id, title, entity, currency] {
        wire.perhaps_text(text);
    }
    let blank = || StatedDate {
        key: String::new(),
        role: DateRole::AsOf,
        text: String::new(),
        place: Place::default(),
        envelope: None,
    };
    wire.list(dates, blank, |wire, date| {
        let StatedDate { key, role, text, place: at, envelope } = date;
        wire.text(key);
        wire.choice(role, &[DateRole::AsOf, DateRole::Start, DateRole::Recorded]);
        wire.text(text);
        place(wire, at);
        wire.perhaps_text(envelope);
    });
    let blank = || StatedTotal {
        key: String::new(),
        role: TotalRole::NetAssets,
        literal: String::new(),
        amount: None,
        place: Place::default(),
    };
    wire.list(totals, blank, |wire, total| {
        let StatedTotal { key, role, literal, amount: stated, place: at } = total;
        wire.text(key);
        let roles: Vec<TotalRole> = [TotalRole::NetAssets, TotalRole::Claims]
            .into_iter()
            .chain(SECTIONS.map(TotalRole::Section))
            .collect();
        wire.choice(role, &roles);
        wire.text(literal);
        wire.perhaps(stated, Amount::default, amount);
        place(wire, at);
    });
    wire.list(pointers, Default::default, |wire, (key, pointer)| {
        wire.text(key);
        wire.text(pointer);
    });
    wire.flag(passed_over);
}
