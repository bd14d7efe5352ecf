//! One sort for everything: the program would otherwise carry a sort of its own for each kind of list.

use std::cmp::Ordering;

/// The items in the order that `compare` gives them; equal ones keep their order. At most `u32::MAX` of them.
pub fn sorted<T: Copy>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut sorted = Vec::with_capacity(items.len());
    for at in order(items, compare) {
        if let Some(item) = items.get(at as usize) {
            sorted.push(*item);
        }
    }
    sorted
}

/// The same for items that are moved.
pub fn arranged<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(&items, compare);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| items.get_mut(at as usize).and_then(Option::take)).collect()
}

/// The places of the items in order.
fn order<T>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<u32> {
    let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
    let mut order: Vec<u32> = (0..count).collect();
    sort(&mut order, &mut |a, b| match (items.get(a as usize), items.get(b as usize)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    order
}

fn sort(order: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    order.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use crate::model::order::{arranged, sorted};

    #[test]
    fn equal_items_keep_their_order() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let expected = [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')];
        assert_eq!(sorted(&items, |a, b| a.0.cmp(&b.0)), expected);
        assert_eq!(arranged(items, |a, b| a.0.cmp(&b.0)), expected);
        assert!(sorted::<u8>(&[], Ord::cmp).is_empty());
    }
}
