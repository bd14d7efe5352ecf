//! The sections of a tree: objects under their keys, lists of lines, and lists of sections.

use crate::input::fields;
use crate::input::meaning;
use crate::input::scanner::event::Event;
use crate::input::section_words::is_claims;
use crate::input::tree::{Frame, TreeReader};
use crate::model::header::{StatedTotal, TotalRole};
use crate::model::lines::LineId;
use crate::model::oddity::{Oddity, OddityKind, Taken};
use crate::model::place::{Extent, Place};
use crate::model::statement::{Section, SectionKind, push_segment};

impl TreeReader {
    /// An unknown object is a section only if there are amounts in it; otherwise it is forgotten.
    pub(super) fn end_section(&mut self, line: LineId, started: usize) {
        let lines = &mut self.statement.lines;
        let has_lines = lines.is_group(line);
        if let (Some(section), Some(own)) = (self.statement.sections.last_mut(), &self.mapping)
            && !own.roots.is_empty()
            && section.kind == SectionKind::Unknown
        {
            let name = lines.name(line);
            match own.sections.iter().find(|(own, _)| own == name) {
                Some((_, kind)) => section.kind = *kind,
                None => section.kind = meaning::section(name).unwrap_or(SectionKind::Unknown),
            }
            if section.kind == SectionKind::Unknown && has_lines && is_claims(name) {
                return self.unfold(line, started);
            }
        }
        let has_amount = || (line.0..lines.end(line).0).any(|line| lines.amount(LineId(line)).is_some());
        let Some(section) = self.statement.sections.pop_if(|section| section.kind == SectionKind::Unknown)
        else {
            return;
        };
        let aside = std::mem::take(&mut self.aside);
        if has_lines && has_amount() {
            self.statement.sections.push(section);
            self.unknown.append(aside);
        } else {
            if !fields::is_known(&section.key) {
                self.unknown.note(&section.key, lines.place(line), None);
            }
            lines.truncate(line);
            self.statement.currencies.retain(|stated| stated.line.is_none_or(|stated| stated < line));
            let kept = self.oddities.split_off(started);
            self.oddities.extend(kept.into_iter().filter_map(|oddity| match oddity.kind {
                OddityKind::RepeatedKey { key, .. } => {
                    let kind = OddityKind::RepeatedKey { key, taken: Taken::Other };
                    Some(Oddity { kind, line: None, ..oddity })
                }
                _ => None,
            }));
        }
    }

    /// Liabilities and equity under one root are sections of their own; the root's amount is a total beside the tree.
    fn unfold(&mut self, line: LineId, started: usize) {
        let items: Vec<LineId> = self.statement.lines.items(line).collect();
        let pointers: Vec<String> = items.iter().map(|item| self.statement.line_pointer(*item)).collect();
        let Some(root) = self.statement.sections.pop() else { return };
        self.unknown.append(std::mem::take(&mut self.aside));
        let lines = &mut self.statement.lines;
        self.statement.header.totals.push(StatedTotal {
            key: lines.name(line).to_owned(),
            role: TotalRole::Claims,
            literal: lines.literal(line),
            amount: lines.amount(line),
            place: lines.place(line),
        });
        lines.fold(line);
        self.shift(line, started);
        for (item, pointer) in items.iter().zip(pointers) {
            let line = LineId(item.0.saturating_sub(1));
            let kind = meaning::section(self.statement.lines.name(line)).unwrap_or(SectionKind::Unknown);
            let pointer = pointer.get(self.statement.pointer.len()..).unwrap_or_default().to_owned();
            let key = root.key.clone();
            self.statement.sections.push(Section { kind, key, line, pointer, bare: false });
        }
    }

    pub(super) fn begin_section(&mut self, kind: SectionKind, place: Place) {
        let Some(line) = self.statement.lines.push(None, 0, place) else {
            self.frames.push(Frame::Skip);
            return;
        };
        self.statement.sections.push(Section::new(kind, self.key.clone(), line));
        self.frames.push(Frame::Node { line, started: self.oddities.len() });
    }

    /// What section the key is of.
    pub(super) fn section_kind(&self) -> Option<SectionKind> {
        match &self.mapping {
            None => fields::section(&self.key),
            Some(own) => own.sections.iter().find(|(key, _)| *key == self.key).map(|(_, kind)| *kind),
        }
    }

    /// A section that is a list of lines.
    pub(super) fn begin_bare(&mut self, kind: SectionKind, place: Place) {
        let Some(line) = self.statement.lines.push(None, 0, place) else {
            self.frames.push(Frame::Skip);
            return;
        };
        let section = Section { bare: true, ..Section::new(kind, self.key.clone(), line) };
        self.statement.sections.push(section);
        self.frames.push(Frame::Bare { line, next: 0, started: self.oddities.len() });
    }

    /// A list that holds one line with items is the section's own line in a list of its own.
    pub(super) fn end_bare(&mut self, line: LineId, started: usize) {
        let lines = &mut self.statement.lines;
        lines.close(line);
        let mut items = lines.items(line);
        let (first, second) = (items.next(), items.next());
        let only =
            first.filter(|only| second.is_none() && lines.is_group(*only) && !lines.items_malformed(line));
        drop(items);
        if only.is_none() {
            return;
        }
        lines.fold(line);
        if let Some(section) = self.statement.sections.last_mut() {
            section.bare = false;
            push_segment(&mut section.pointer, "0");
        }
        self.shift(line, started);
    }

    /// A line was taken out: what was noticed behind it stands one line further up.
    fn shift(&mut self, line: LineId, started: usize) {
        let up = |at: &mut LineId| *at = LineId(at.0.saturating_sub(u32::from(*at > line)));
        let noticed = self.oddities.iter_mut().skip(started).filter_map(|oddity| oddity.line.as_mut());
        noticed.for_each(up);
        self.statement.currencies.iter_mut().filter_map(|stated| stated.line.as_mut()).for_each(up);
        self.unknown.listed.iter_mut().filter_map(|field| field.line.as_mut()).for_each(up);
    }

    /// One of a list of sections.
    pub(super) fn begin_root(&mut self, ordinal: u32, event: Event<'_>, extent: Extent) {
        if event != Event::BeginObject {
            self.skip_if_container(event);
            return;
        }
        let before = self.statement.sections.len();
        self.begin_section(SectionKind::Unknown, extent.start);
        let roots = self.mapping.as_ref().map_or("", |own| own.roots.as_str());
        if let Some(section) = self.statement.sections.get_mut(before) {
            section.pointer.clear();
            push_segment(&mut section.pointer, roots);
            push_segment(&mut section.pointer, &ordinal.to_string());
        }
    }
}
