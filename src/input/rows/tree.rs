//! What stands under what: by the parents that rows name, or else by their levels.

use crate::input::outline::Outline;
use crate::input::rows::NONE;
use crate::input::rows::row::{IDS, Row, after_total};
use crate::model::numbers::Numbers;
use crate::model::oddity::OddityKind;
use crate::model::order::{arranged, sorted};

/// The rows as a forest. Totals of groups are no items of it.
pub struct Tree {
    /// The parent of each row, or [`NONE`].
    pub parents: Vec<u32>,
    /// The row that is the total of this one, or [`NONE`].
    pub totals: Vec<u32>,
    /// Whether a row is the total of another.
    pub is_total: Vec<bool>,
    /// Which of [`IDS`] rows name as their parent.
    pub key: usize,
    /// What was odd, by row, rising.
    pub oddities: Vec<(u32, OddityKind)>,
    first: Vec<u32>,
    next: Vec<u32>,
    roots: Vec<u32>,
}

impl Tree {
    /// The tree of these rows.
    pub fn of(outline: &Outline, rows: &[Row<'_>]) -> Tree {
        let none = || vec![NONE; rows.len()];
        let mut tree = Tree {
            parents: none(),
            totals: none(),
            is_total: vec![false; rows.len()],
            key: 0,
            oddities: Vec::new(),
            first: none(),
            next: none(),
            roots: Vec::new(),
        };
        let mut named = Numbers::default();
        rows.iter().filter_map(|row| row.parent).for_each(|parent| _ = named.meet(parent.into()));
        tree.key = best_key(outline, rows, &named);
        let leveled = rows.iter().any(|row| row.level.is_some_and(|level| level != 0));
        let resolves = |row: &Row<'_>| id(outline, row, tree.key).is_some_and(|id| named.get(id).is_some());
        if rows.iter().any(resolves) || !leveled {
            tree.by_parents(outline, rows, &named);
        } else {
            tree.by_levels(rows);
        }
        tree.link();
        tree
    }

    /// The rows right under one, in file order.
    pub fn items(&self, row: u32) -> Vec<u32> {
        let after = |at: &u32| self.next.get(*at as usize).copied().filter(|next| *next != NONE);
        let first = self.first.get(row as usize).copied().filter(|first| *first != NONE);
        std::iter::successors(first, after).collect()
    }

    /// The rows under nothing, in file order.
    pub fn roots(&self) -> &[u32] {
        &self.roots
    }

    /// Whether nothing stands under a row.
    pub fn is_leaf(&self, row: u32) -> bool {
        self.first.get(row as usize).is_none_or(|first| *first == NONE)
    }

    /// A parent is the nearest row before that has its key, or else the first one behind.
    fn by_parents(&mut self, outline: &Outline, rows: &[Row<'_>], named: &Numbers<'_>) {
        let keys: Vec<u32> = rows
            .iter()
            .map(|row| id(outline, row, self.key).and_then(|id| named.get(id)).unwrap_or(NONE))
            .collect();
        let mut nearest = vec![NONE; named.len() as usize];
        for (at, key) in keys.iter().enumerate().rev() {
            put(&mut nearest, *key, u32::try_from(at).unwrap_or(NONE));
        }
        for (at, row) in (0_u32..).zip(rows) {
            if let Some(parent) = row.parent {
                let found = named.get(parent).and_then(|number| nearest.get(number as usize)).copied();
                put(&mut self.parents, at, found.unwrap_or(NONE));
                if found.is_none_or(|found| found == NONE) {
                    self.oddities.push((at, OddityKind::ParentMissing { parent: parent.to_owned() }));
                }
            }
            put(&mut nearest, keys.get(at as usize).copied().unwrap_or(NONE), at);
        }
        self.cut_cycles(rows);
        let mut has_items = vec![false; rows.len()];
        for parent in &self.parents {
            has_items.get_mut(*parent as usize).into_iter().for_each(|slot| *slot = true);
        }
        // A total stands in its group, or right behind it.
        let mut last = vec![NONE; rows.len() + 1];
        for (at, row) in (0_u32..).zip(rows) {
            let parent = self.parents.get(at as usize).copied().unwrap_or(NONE);
            let slot = (parent as usize).min(rows.len());
            let before = last.get(slot).copied().unwrap_or(NONE);
            let plain = has_items.get(at as usize) == Some(&true);
            let group = if plain { None } else { group_of(rows, row, [parent, before], parent) };
            if !group.is_some_and(|group| self.takes_total(at, group)) {
                put(&mut last, u32::try_from(slot).unwrap_or(NONE), at);
            }
        }
    }

    /// Of rows that are each other's parents, the first stands under nothing.
    fn cut_cycles(&mut self, rows: &[Row<'_>]) {
        // The walk in which a row was met.
        let mut walks = vec![NONE; rows.len()];
        for start in 0..u32::try_from(rows.len()).unwrap_or(NONE) {
            let mut at = start;
            while walks.get(at as usize) == Some(&NONE) {
                put(&mut walks, at, start);
                at = self.parents.get(at as usize).copied().unwrap_or(NONE);
            }
            if walks.get(at as usize) != Some(&start) {
                continue;
            }
            let (mut first, mut on) = (at, self.parents.get(at as usize).copied().unwrap_or(NONE));
            while on != at && on != NONE {
                first = first.min(on);
                on = self.parents.get(on as usize).copied().unwrap_or(NONE);
            }
            put(&mut self.parents, first, NONE);
            let parent = rows.get(first as usize).and_then(|row| row.parent).unwrap_or_default().to_owned();
            self.oddities.push((first, OddityKind::ParentCycle { parent }));
        }
        let oddities = std::mem::take(&mut self.oddities);
        self.oddities = arranged(oddities, |a, b| a.0.cmp(&b.0));
    }

    /// A level stands for its rank among the levels that there are, so that one that no row has is not missed.
    fn by_levels(&mut self, rows: &[Row<'_>]) {
        let levels: Vec<i64> = rows.iter().filter_map(|row| row.level).collect();
        let mut ranks = sorted(&levels, Ord::cmp);
        ranks.dedup();
        let rank = |level: i64| ranks.partition_point(|known| *known < level);
        let mut open: Vec<(usize, u32)> = Vec::new();
        let mut before: Option<i64> = None;
        for (at, row) in (0_u32..).zip(rows) {
            let Some(level) = row.level else { continue };
            let own = rank(level);
            let mut group = None;
            while let Some((_, done)) = open.pop_if(|(rank, _)| *rank >= own) {
                group = group.or(group_of(rows, row, [done, NONE], NONE));
            }
            let above = open.last().map_or(NONE, |(_, above)| *above);
            let group = group.or(group_of(rows, row, [above, NONE], NONE));
            if group.is_some_and(|group| self.takes_total(at, group)) {
                continue;
            }
            if let Some(from) = before.filter(|before| own > rank(*before) + 1) {
                self.oddities.push((at, OddityKind::LevelJump { from, to: level }));
            }
            put(&mut self.parents, at, above);
            open.push((own, at));
            before = Some(level);
        }
    }

    /// Makes a row the total of a group, unless that has one.
    fn takes_total(&mut self, row: u32, group: u32) -> bool {
        let slot = self.totals.get_mut(group as usize).filter(|total| **total == NONE);
        let taken = slot.map(|slot| *slot = row).is_some();
        self.is_total.get_mut(row as usize).into_iter().for_each(|slot| *slot = taken);
        taken
    }

    fn link(&mut self) {
        let rows = self.parents.iter().zip(&self.is_total).enumerate().rev();
        for (at, (parent, _)) in rows.filter(|(_, (_, is_total))| !**is_total) {
            let at = u32::try_from(at).unwrap_or(NONE);
            match self.first.get_mut(*parent as usize) {
                Some(first) => {
                    let behind = std::mem::replace(first, at);
                    put(&mut self.next, at, behind);
                }
                None => self.roots.push(at),
            }
        }
        self.roots.reverse();
    }
}

fn put(slots: &mut [u32], at: u32, value: u32) {
    slots.get_mut(at as usize).into_iter().for_each(|slot| *slot = value);
}

/// What a row is named by as a parent.
fn id<'a>(outline: &'a Outline, row: &Row<'_>, key: usize) -> Option<&'a str> {
    row.ids.get(key).copied().flatten().map(|node| outline.text(node))
}

/// The key under which the most of the parents that are named are found.
fn best_key(outline: &Outline, rows: &[Row<'_>], named: &Numbers<'_>) -> usize {
    let found = |key: &usize| {
        let mut met = vec![false; named.len() as usize];
        let mut count = 0_usize;
        for number in rows.iter().filter_map(|row| named.get(id(outline, row, *key)?)) {
            let slot = met.get_mut(number as usize).filter(|met| !**met);
            count += usize::from(slot.map(|slot| *slot = true).is_some());
        }
        count
    };
    // Of equals the first.
    (0..IDS.len()).rev().max_by_key(found).unwrap_or_default()
}

/// Of which of these groups a row is the total: one whose name stands behind the word, or `own`, if the row says that it
/// is a total.
fn group_of(rows: &[Row<'_>], row: &Row<'_>, groups: [u32; 2], own: u32) -> Option<u32> {
    let name = after_total(row.title()).unwrap_or_default();
    let title = |group: &u32| rows.get(*group as usize).map(Row::title);
    let named =
        groups.into_iter().find(|group| title(group).is_some_and(|title| title.eq_ignore_ascii_case(name)));
    let own = Some(own).filter(|own| row.total && *own != NONE);
    named.filter(|_| !name.is_empty()).or(own)
}
