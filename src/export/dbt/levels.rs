//! A model for each level that was found.

use std::fmt::Write;

/// The most levels that have a model of their own and are flattened; deeper ones are told by a test.
pub const MOST_LEVELS: u32 = 40;

/// The fewest, so that the first and the second level are there whatever was found.
const LEAST_LEVELS: u32 = 3;

/// How many levels a project has for statements whose deepest line is at this level, the sections' own among them.
pub fn count(deepest: u16) -> u32 {
    (u32::from(deepest) + 1).clamp(LEAST_LEVELS, MOST_LEVELS)
}

/// What the model of a level is called.
pub fn name(level: u32) -> String {
    const ORDINALS: [&str; 9] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    let ordinal = level.checked_sub(1).and_then(|at| ORDINALS.get(at as usize));
    match (level, ordinal) {
        (0, _) => "section_level".to_owned(),
        (_, Some(ordinal)) => format!("{ordinal}_level"),
        (_, None) => format!("level_{level}"),
    }
}

/// The models as files: a path in the project, and a text.
pub fn models(levels: u32) -> Vec<(String, String)> {
    let each = (0..levels).map(|level| {
        let text = format!("select * from {{{{ ref('stg_line') }}}} where level = {level}\n");
        (format!("models/levels/{}.sql", name(level)), text)
    });
    each.collect()
}

/// Their descriptions and tests, for the list of models over lines.
pub fn described(levels: u32) -> String {
    let mut out = String::new();
    for level in 0..levels {
        let what = match level {
            0 => "The sections.".to_owned(),
            _ => format!("The lines at level {level}: groups with their totals, and accounts."),
        };
        model(&mut out, &name(level), &what, &format!("level_{level}"), &["total_equals_items"]);
    }
    let deeper = "Whatever lies below the levels that were found when the project was made.";
    model(&mut out, "deeper_levels", deeper, "deeper", &["total_equals_items"]);
    let tests = ["account_id_present", "amount_present", "sign_usual"];
    model(&mut out, "lowest_level", "The accounts, which can be summed.", "lowest", &tests);
    out
}

fn model(out: &mut String, name: &str, what: &str, tag: &str, tests: &[&str]) {
    let _ = write!(
        out,
        "  - name: {name}\n    description: \"{what}\"\n    config: {{tags: [{tag}]}}\n    columns: *columns\n    data_tests:\n"
    );
    let unique = "      - unique_together:\n          arguments: {columns: [statement_id, line_id]}\n";
    out.push_str(unique);
    for test in tests {
        let _ = writeln!(out, "      - {test}");
    }
}

#[cfg(test)]
mod tests {
    use crate::export::dbt::levels::{count, models, name};

    #[test]
    fn levels_have_names_and_bounds() {
        assert_eq!([0, 1, 9, 10].map(name), ["section_level", "first_level", "ninth_level", "level_10"]);
        assert_eq!([0, 4, 500].map(count), [3, 5, 40]);
        assert_eq!(models(3).len(), 3);
    }
}
