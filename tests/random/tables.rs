//! What holds of the tables of any tree: the closure is every line with every line above it, accounts add up to what their
//! section holds, and the balances are those accounts.

use std::collections::BTreeMap;

use crate::sheets::{Dice, balanced};
use proptest::prelude::*;
use tieout::engine::warehouse;
use tieout::export::warehouse_format::{Options, WarehouseFormat};
use tieout::flatten::table::Table;
use tieout::model::amount::Amount;
use tieout::model::settings::Settings;
use tieout::model::sum::Sum;

type Row = BTreeMap<String, String>;

fn rows(text: &str, table: Table) -> Vec<Row> {
    let mut csv = Vec::new();
    let asked = (WarehouseFormat::Csv(table), Options::default());
    warehouse::export("sheet.json", text.as_bytes(), &Settings::default(), asked, &mut csv).unwrap();
    let mut reader = csv::Reader::from_reader(csv.as_slice());
    reader.deserialize().map(Result::unwrap).collect()
}

/// The sum of the amounts of each statement and section.
fn sums(rows: &[Row]) -> BTreeMap<(String, String), String> {
    let mut sums: BTreeMap<(String, String), Sum> = BTreeMap::new();
    for row in rows {
        let sum = sums.entry((row["statement_id"].clone(), row["section"].clone())).or_insert(Sum::ZERO);
        *sum = sum.plus(Amount::parse(&row["amount"]).unwrap());
    }
    let plain = |sum: Sum| sum.total().unwrap().value().normalize().to_string();
    sums.into_iter().map(|(of, sum)| (of, plain(sum))).collect()
}

/// Each line with those above it, found by going up from parent to parent.
fn climbed(lines: &[Row]) -> Vec<[String; 4]> {
    let parent: BTreeMap<(&str, &str), &str> = lines
        .iter()
        .map(|row| ((row["statement_id"].as_str(), row["line_id"].as_str()), row["parent_id"].as_str()))
        .collect();
    let mut pairs = Vec::new();
    for (statement, line) in parent.keys() {
        let mut above = *line;
        for distance in 0.. {
            pairs.push([*statement, above, *line, &distance.to_string()].map(str::to_owned));
            above = parent[&(*statement, above)];
            if above.is_empty() {
                break;
            }
        }
    }
    pairs.sort();
    pairs
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn tables_say_the_same_of_any_tree(seed in any::<u64>(), many in 1..4_usize) {
        let mut dice = Dice(seed);
        let sheets: Vec<String> = (0..many).map(|_| balanced(&mut dice).json()).collect();
        let text = format!("[{}]", sheets.join(","));
        let lines = rows(&text, Table::Line);
        let mut closure: Vec<[String; 4]> = rows(&text, Table::LineClosure)
            .into_iter()
            .map(|row| ["statement_id", "ancestor_id", "descendant_id", "distance"].map(|name| row[name].clone()))
            .collect();
        closure.sort();
        prop_assert_eq!(closure, climbed(&lines));

        let accounts: Vec<Row> = lines.iter().filter(|row| row["is_account"] == "true").cloned().collect();
        let account_lines = rows(&text, Table::AccountLine);
        prop_assert_eq!(sums(&account_lines), sums(&accounts));
        // The sheets tie, so that the accounts of a section are what it reports.
        let sections: Vec<Row> = lines.iter().filter(|row| row["level"] == "0").cloned().collect();
        prop_assert_eq!(sums(&account_lines), sums(&sections));
        let amounts = |rows: &[Row]| -> Vec<[String; 3]> {
            rows.iter().map(|row| ["statement_id", "line_id", "amount"].map(|name| row[name].clone())).collect()
        };
        prop_assert_eq!(amounts(&rows(&text, Table::FactBalance)), amounts(&accounts));
        for row in &account_lines {
            let path: Vec<&str> = (0..).map_while(|level| row.get(&format!("level_{level}")))
                .filter(|name| !name.is_empty()).map(String::as_str).collect();
            let line = lines.iter().find(|line| {
                line["statement_id"] == row["statement_id"] && line["line_id"] == row["line_id"]
            }).unwrap();
            prop_assert_eq!(path.join(" > "), line["path"].as_str());
        }
    }
}
