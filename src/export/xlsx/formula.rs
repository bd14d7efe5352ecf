//! The formula of a group's total over its direct items.

use crate::export::xlsx::limits::{MOST_ARGUMENTS, MOST_FORMULA};

/// Where the amounts and levels of a group stand: letters of columns, numbers of rows as a spreadsheet shows them.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The column of the reported amounts.
    pub amounts: char,
    /// The column of what is posted to groups themselves.
    pub own: char,
    /// The column of the levels.
    pub levels: char,
    /// The group's own row.
    pub row: u32,
    /// The last row of everything under it.
    pub last: u32,
    /// The level of its direct items.
    pub item_level: u16,
}

/// The sum of the cells of the items, whose rows rise, and of the group's own postings if there are any. Neighbours
/// become ranges. A group of very many scattered items is summed by their level.
pub fn sum(place: Place, items: &[u32], has_own: bool) -> String {
    let Place { amounts, own, levels, row, last, item_level } = place;
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for item in items {
        match ranges.last_mut() {
            Some((_, end)) if *end + 1 == *item => *end = *item,
            _ => ranges.push((*item, *item)),
        }
    }
    let mut arguments: Vec<String> =
        ranges
            .iter()
            .map(|(from, to)| {
                if from == to { format!("{amounts}{from}") } else { format!("{amounts}{from}:{amounts}{to}") }
            })
            .collect();
    if has_own {
        arguments.push(format!("{own}{row}"));
    }
    let formula = format!("=SUM({})", arguments.join(","));
    if arguments.len() <= MOST_ARGUMENTS && formula.len() <= MOST_FORMULA {
        return formula;
    }
    let first = row + 1;
    let by_level =
        format!("SUMIF({levels}{first}:{levels}{last},{item_level},{amounts}{first}:{amounts}{last})");
    if has_own { format!("=SUM({by_level},{own}{row})") } else { format!("={by_level}") }
}

#[cfg(test)]
mod tests {
    use crate::export::xlsx::formula::{Place, sum};

    const PLACE: Place = Place { amounts: 'D', own: 'E', levels: 'I', row: 2, last: 900, item_level: 1 };

    #[test]
    fn neighbours_are_summed_as_a_range() {
        assert_eq!(sum(PLACE, &[3, 4, 5, 9, 11, 12], false), "=SUM(D3:D5,D9,D11:D12)");
        assert_eq!(sum(PLACE, &[3], true), "=SUM(D3,E2)");
    }

    #[test]
    fn too_many_places_for_one_function_are_summed_by_level() {
        let items: Vec<u32> = (0..300).map(|at| 3 + 3 * at).collect();
        assert_eq!(sum(PLACE, &items, false), "=SUMIF(I3:I900,1,D3:D900)");
        assert_eq!(sum(PLACE, &items, true), "=SUM(SUMIF(I3:I900,1,D3:D900),E2)");
    }
}
