//! How fast something goes and how long it will take, in words.

/// Reading shorter than this, in milliseconds, says nothing of the pace yet.
const SETTLED: u64 = 500;

/// The pace of `done` bytes in `elapsed` milliseconds, and the time left for the rest of `all`: `120 MB/s, 8 s left`.
/// Empty while it is too early to say.
pub fn pace(done: u64, all: u64, elapsed: u64) -> String {
    if elapsed < SETTLED || done == 0 {
        return String::new();
    }
    let per_second = done.saturating_mul(1_000) / elapsed;
    let rate = if per_second >= 1_000_000 {
        format!("{} MB/s", per_second / 1_000_000)
    } else {
        format!("{} kB/s", per_second / 1_000)
    };
    let left = all.saturating_sub(done).checked_div(per_second.max(1)).unwrap_or(0);
    let left = match left {
        0 => "nearly done".to_owned(),
        1..=90 => format!("{left} s left"),
        _ => format!("{} min left", left.div_ceil(60)),
    };
    format!("{rate}, {left}")
}

#[cfg(test)]
mod tests {
    use crate::view::pace::pace;

    #[test]
    fn the_pace_is_told_once_it_is_known() {
        let cases = [
            ((0, 100, 1_000), ""),
            ((50, 100, 100), ""),
            ((120_000_000, 1_080_000_000, 1_000), "120 MB/s, 8 s left"),
            ((1_000_000, 1_000_000_000_000, 1_000), "1 MB/s, 16667 min left"),
            ((10_000, 20_000, 1_000), "10 kB/s, 1 s left"),
            ((20_000, 20_000, 1_000), "20 kB/s, nearly done"),
        ];
        for ((done, all, elapsed), expected) in cases {
            assert_eq!(pace(done, all, elapsed), expected);
        }
    }
}
