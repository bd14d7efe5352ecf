//! Item omitted: an item is listed, but not in the total.

use crate::causes::gap::{Found, Gap, MOST_NAMED, Of, lines};
use crate::causes::phrase;
use crate::model::cause::{Cause, CauseKind};
use crate::model::lines::LineId;
use crate::rules::words;

/// Items without which the total would tie.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let found = gap.matching(Of::Counting, &|Found { truth, .. }| truth == 0);
    if found.is_empty() {
        return;
    }
    let (text, lines) = found
        .iter()
        .find_map(|one| subtotal(gap, *one))
        .unwrap_or_else(|| (listed(gap, &lines(&found)), lines(&found)));
    causes.push(Cause { kind: CauseKind::ItemOmitted, strength: gap.strength(), text, lines });
}

fn listed(gap: &Gap<'_>, lines: &[LineId]) -> String {
    let statement = gap.prepared.statement();
    match lines {
        [first, _] if phrase::alike(statement, lines) => {
            format!("{} is listed twice, but the total counts it once", words::name(statement, *first))
        }
        [first, rest @ ..] if !rest.is_empty() && phrase::alike(statement, lines) => format!(
            "{} is listed {} times, but the total counts it once less",
            words::name(statement, *first),
            lines.len()
        ),
        _ => format!("{} is listed, but the total leaves it out", phrase::either(statement, lines)),
    }
}

/// What is said of a line that is the sum of the items before it, or of all others, and the lines to name.
fn subtotal(gap: &Gap<'_>, found: Found) -> Option<(String, Vec<LineId>)> {
    let name = words::name(gap.prepared.statement(), found.line);
    let mut items: Vec<LineId> = Vec::new();
    gap.each_counted(&mut |suspect| {
        items.push(suspect.line);
        true
    });
    let at = items.iter().position(|line| *line == found.line)?;
    let (before, rest) = items.split_at_checked(at)?;
    let (count, parts) = if let Some(count) = run(gap, before.iter().rev().copied(), found.amount) {
        (count, before.get(before.len() - count..)?)
    } else {
        let after = rest.get(1..)?;
        let others = before.iter().chain(after).copied();
        let amounts = others.map(|line| gap.prepared.amount(line)).filter(|amount| *amount != 0);
        let (sum, count) = amounts.fold((Some(0_i128), 0_usize), |(sum, count), amount| {
            (sum.and_then(|sum| sum.checked_add(amount)), count + 1)
        });
        if count < 2 || sum != Some(found.amount) {
            return None;
        }
        (0, if before.is_empty() { after } else { before })
    };
    let what = match count {
        0 => "all other items add".to_owned(),
        count => format!("the {count} items before it add"),
    };
    let text = format!("{name} is a subtotal beside its parts: {what} up to it, and the total leaves it out");
    let lines = std::iter::once(found.line).chain(parts.iter().copied()).take(MOST_NAMED);
    Some((text, lines.collect()))
}

/// How many of `lines` add up to `amount`, at least two of them other than 0.
fn run(gap: &Gap<'_>, lines: impl Iterator<Item = LineId>, amount: i128) -> Option<usize> {
    let (mut sum, mut parts) = (0_i128, 0);
    for (before, line) in lines.enumerate() {
        let part = gap.prepared.amount(line);
        sum = sum.checked_add(part)?;
        parts += usize::from(part != 0);
        if sum == amount && part != 0 && parts > 1 {
            return Some(before + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::causes::example::told;

    const CASES: &[(&str, &[&str])] = &[
        (
            "
            assets 9250.00
              Cash 9250.00
              Goods 1041.20",
            &["assets: strong item-omitted: `Goods` is listed, but the total leaves it out"],
        ),
        (
            "
            assets 8250.00
              Cash 7208.80
              Goods 1041.20
              Goods 1041.20",
            &["assets: strong item-omitted: `Goods` is listed twice, but the total counts it once"],
        ),
        (
            "
            assets 9250.00
              Goods 1041.20
              Here 720.00
              There 300.00
              All cash 1020.00
              Land 7188.80",
            &[
                "assets: strong item-omitted: `All cash` is a subtotal beside its parts: the 2 items before it add up to it, and the total leaves it out",
            ],
        ),
        (
            "
            assets 1041.20
              Of it 1041.20
              Here 720.00
              There 321.20",
            &[
                "assets: strong item-omitted: `Of it` is a subtotal beside its parts: all other items add up to it, and the total leaves it out",
            ],
        ),
        (
            "
            assets 5
              Cash 5
              Goods 3",
            &[
                "assets: weak item-omitted: `Goods` is listed, but the total leaves it out",
                "assets: weak digit-mistyped: the total ties if one digit of `assets` or `Cash` is mistyped",
            ],
        ),
    ];

    #[test]
    fn an_item_that_the_total_leaves_out_is_seen() {
        for (sheet, expected) in CASES {
            assert_eq!(told(sheet), *expected, "{sheet}");
        }
    }
}
