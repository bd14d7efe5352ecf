//! Item omitted: an item is listed, but not in the total.

use crate::causes::gap::{Gap, MOST_NAMED};
use crate::causes::phrase;
use crate::model::cause::{Cause, CauseKind, Strength};
use crate::model::check::Subject;
use crate::model::lines::LineId;
use crate::rules::words;

/// Items without which the total would tie.
pub fn find(gap: &Gap<'_>, causes: &mut Vec<Cause>) {
    let kind = CauseKind::ItemOmitted;
    let Subject::Total(group) = gap.subject else { return };
    let found = gap.prepared.holding_in(-gap.amount, group);
    if let Some((any, lines)) = phrase::any_of(gap, found.clone()) {
        let text = format!("the total ties without {any}");
        causes.push(Cause { kind, strength: Strength::Weak, text, lines });
        return;
    }
    let lines: Vec<LineId> = found.collect();
    if lines.is_empty() {
        return;
    }
    let strength = gap.strength();
    let (text, lines) = lines
        .iter()
        .find_map(|line| subtotal(gap, *line, strength))
        .unwrap_or_else(|| (listed(gap, &lines, strength), lines));
    causes.push(Cause { kind, strength, text, lines });
}

fn listed(gap: &Gap<'_>, lines: &[LineId], strength: Strength) -> String {
    let statement = gap.prepared.statement();
    match lines {
        [first, _, ..] if strength == Strength::Weak && phrase::alike(statement, lines) => {
            format!("the total ties if {} is counted once less", words::name(statement, *first))
        }
        _ if strength == Strength::Weak => {
            format!("the total ties without {}", phrase::either(statement, lines))
        }
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
fn subtotal(gap: &Gap<'_>, line: LineId, strength: Strength) -> Option<(String, Vec<LineId>)> {
    let (name, whole) = (words::name(gap.prepared.statement(), line), gap.prepared.amount(line));
    let mut items: Vec<LineId> = Vec::new();
    gap.each_counted(&mut |suspect| {
        items.push(suspect.line);
        true
    });
    let at = items.iter().position(|item| *item == line)?;
    let (before, rest) = items.split_at_checked(at)?;
    let (count, parts) = if let Some(count) = run(gap, before.iter().rev().copied(), whole) {
        (count, before.get(before.len() - count..)?)
    } else {
        let after = rest.get(1..)?;
        let others = before.iter().chain(after).copied();
        let amounts = others.map(|line| gap.prepared.amount(line)).filter(|amount| *amount != 0);
        let (sum, count) = amounts.fold((Some(0_i128), 0_usize), |(sum, count), amount| {
            (sum.and_then(|sum| sum.checked_add(amount)), count + 1)
        });
        if count < 2 || sum != Some(whole) {
            return None;
        }
        (0, if before.is_empty() { after } else { before })
    };
    let what = match count {
        0 => "all other items add".to_owned(),
        count => format!("the {count} items before it add"),
    };
    let text = match strength {
        Strength::Strong => {
            format!("{name} is a subtotal beside its parts: {what} up to it, and the total leaves it out")
        }
        Strength::Weak => format!("the total ties without {name}: {what} up to it, as to a subtotal"),
    };
    let lines = std::iter::once(line).chain(parts.iter().copied()).take(MOST_NAMED);
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
            assets 9250.00
              Cash 936.40
              A 1385.60
              B 1385.60
              C 1385.60
              D 1385.60
              E 1385.60
              F 1385.60
              G 1385.60",
            &["assets: weak item-omitted: the total ties without any one of 7 lines of 1,385.60"],
        ),
        (
            "
            assets 5
              Cash 5
              Goods 3
              Goods 3
              Loss -3",
            &[
                "assets: weak item-omitted: the total ties if `Goods` is counted once less",
                "assets: weak item-doubled: the total ties if `Loss` is counted twice",
                "assets: weak digit-mistyped: the total ties if one digit of `assets`, `Cash` or `Loss` is mistyped",
            ],
        ),
        (
            "
            assets 5
              Cash 5
              Goods 3",
            &[
                "assets: weak item-omitted: the total ties without `Goods`",
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
