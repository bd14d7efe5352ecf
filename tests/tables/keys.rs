//! What the keys hold: each is unique, points to a row that is there, is what SQL makes of its recipe, and outlives a
//! change of order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use sha2::{Digest, Sha256};
use tieout::flatten::shape::Shape;
use tieout::flatten::table::Table;

use crate::made::{CANONICAL, Row, cells, rows, several, statement};

/// `substr(sha256(text), 1, 16)`
fn key(text: &str) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(text) {
        write!(digits, "{byte:02x}").unwrap();
    }
    digits[..16].to_owned()
}

fn repeated() -> String {
    let one = statement(r#""company_name":"A","end_date":"2024-12-31","currency_code":"EUR","#, "5.00");
    let other = one.replace("EUR", "CHF");
    format!("[{one},{one},{other}]")
}

/// Two accounts of one id, two groups of one name, and accounts of one name without ids.
const ALIKE: &str = r#"{"assets":{"name":"A","value":"10","items":[
    {"name":"G","value":"3","items":[{"name":"x","value":"1","account_id":"7"},{"name":"y","value":"2"}]},
    {"name":"G","value":"3","items":[{"name":"x","value":"1"},{"name":"x","value":"2"}]},
    {"name":"z","value":"4","account_id":"7"}]},
  "liabilities":{"name":"L","value":"4","items":[{"name":"x","value":"4"}]},
  "equity":{"name":"E","value":"6","items":[{"name":"x","value":"6"}]}}"#;

#[test]
fn every_key_is_unique_and_every_reference_leads_to_a_row() {
    for text in [CANONICAL.to_owned(), several(), repeated(), ALIKE.to_owned()] {
        let tables: BTreeMap<&str, Vec<Row>> =
            Table::ALL.into_iter().map(|table| (table.name(), rows(&text, table))).collect();
        for table in Table::ALL {
            let schema = table.schema(Shape::default());
            let own = &tables[table.name()];
            let unique: BTreeSet<_> = own.iter().map(|row| cells(row, schema.primary_key)).collect();
            assert_eq!(unique.len(), own.len(), "{}", table.name());
            for reference in &schema.foreign_keys {
                let there: BTreeSet<_> =
                    tables[reference.table.name()].iter().map(|row| cells(row, reference.fields)).collect();
                for row in own {
                    let cells = cells(row, reference.columns);
                    let is_null = cells.iter().any(|cell| cell.is_empty());
                    assert!(is_null || there.contains(&cells), "{}: {reference:?} {row:?}", table.name());
                }
            }
            for column in schema.columns.iter().filter(|column| !column.nullable) {
                let full = own.iter().all(|row| !row[&*column.name].is_empty());
                assert!(full, "{}.{} is null", table.name(), column.name);
            }
        }
    }
}

#[test]
fn keys_are_what_their_recipes_say() {
    for text in [CANONICAL.to_owned(), several(), repeated(), ALIKE.to_owned()] {
        let mut met: BTreeMap<Vec<String>, u32> = BTreeMap::new();
        for row in rows(&text, Table::Line) {
            let name = if row["parent_id"].is_empty() { &row["section"] } else { &row["name"] };
            let group = vec![row["statement_id"].clone(), row["parent_id"].clone(), name.clone()];
            let n = met.entry(group).and_modify(|n| *n += 1).or_insert(1);
            assert_eq!(row["line_id"], key(&format!("{}/{name}#{n}", row["parent_id"])));
        }
        for row in rows(&text, Table::DimEntity) {
            assert_eq!(row["entity_key"], key(&row["entity"]));
        }
        for row in rows(&text, Table::DimPeriod) {
            assert_eq!(row["period_key"], key(&format!("{}/{}", row["start_day"], row["as_of"])));
        }
        let statements = rows(&text, Table::Statement);
        for row in &statements {
            let currency = key(&row["currency"]);
            let parts = [&row["entity_key"], &row["period_key"], &row["kind"], &currency, &row["title"]];
            let recipe = parts.map(String::as_str).join("/");
            assert_eq!(row["statement_key"], key(&recipe));
        }
        let facts = rows(&text, Table::FactBalance);
        let ids = by_id(&rows(&text, Table::AccountLine));
        for row in &facts {
            let statement = statements.iter().find(|one| one["statement_id"] == row["statement_id"]).unwrap();
            let at = (row["statement_id"].clone(), row["line_id"].clone());
            let account = match ids.get(&at) {
                Some((id, n)) => key(&format!("{}/id/{id}#{n}", row["entity_key"])),
                None => key(&format!("{}/line/{}", row["entity_key"], row["line_id"])),
            };
            assert_eq!(row["account_key"], account);
            let (of, n) = (&statement["statement_key"], &statement["repetition"]);
            assert_eq!(row["balance_key"], key(&format!("{of}#{n}/{account}")));
        }
    }
}

/// The id of each line that has one, with its number among the lines of that id in its statement, by `line_id`.
fn by_id(lines: &[Row]) -> BTreeMap<(String, String), (String, usize)> {
    let mut sorted: Vec<&Row> = lines.iter().filter(|row| !row["account_id"].is_empty()).collect();
    sorted.sort_by_key(|row| (&row["statement_id"], &row["account_id"], &row["line_id"]));
    let same =
        |a: &&Row, b: &&Row| a["statement_id"] == b["statement_id"] && a["account_id"] == b["account_id"];
    let numbered = sorted.chunk_by(same).flat_map(|of_id| of_id.iter().zip(1..));
    let entry = |(row, n): (&&Row, usize)| {
        ((row["statement_id"].clone(), row["line_id"].clone()), (row["account_id"].clone(), n))
    };
    numbered.map(entry).collect()
}

#[test]
fn keys_and_balances_outlive_a_change_of_order() {
    let before = r#"{"assets":{"name":"A","value":"6","items":[
        {"name":"G","value":"3","items":[{"name":"x","value":"1","account_id":"7"},{"name":"y","value":"2"}]},
        {"name":"z","value":"3","account_id":"7"}]},
      "liabilities":{"name":"L","value":"6","items":[{"name":"x","value":"6"}]},
      "equity":{"name":"E","value":"0","items":[{"name":"x","value":"0"}]}}"#;
    let after = r#"{"equity":{"name":"E","value":"0","items":[{"name":"x","value":"0"}]},
      "assets":{"name":"A","value":"6","items":[{"name":"z","value":"3","account_id":"7"},
        {"name":"G","value":"3","items":[{"name":"y","value":"2"},{"name":"x","value":"1","account_id":"7"}]}]},
      "liabilities":{"name":"L","value":"6","items":[{"name":"x","value":"6"}]}}"#;
    let columns = ["balance_key", "account_key", "category_key", "line_id", "amount"];
    let facts = |text: &str| {
        let rows = rows(text, Table::FactBalance);
        rows.iter().map(|row| cells(row, &columns).join(",")).collect::<BTreeSet<_>>()
    };
    assert_eq!(facts(before), facts(after));
    assert_eq!(facts(before).len(), 5);
}

#[test]
fn an_account_that_is_moved_stays_the_same_account() {
    let facts = rows(&several(), Table::FactBalance);
    let cash: Vec<&Row> =
        facts.iter().filter(|row| ["5.00", "6.00"].contains(&row["amount"].as_str())).collect();
    let [first, second, other] = cash.as_slice() else { panic!("{cash:?}") };
    assert_eq!(first["account_key"], second["account_key"]);
    assert_ne!(first["category_key"], second["category_key"]);
    assert_ne!(first["account_key"], other["account_key"]);
    let accounts = rows(&several(), Table::DimAccount);
    let account = accounts.iter().find(|row| row["account_key"] == first["account_key"]).unwrap();
    let shown = cells(account, &["path", "first_day", "last_day"]);
    assert_eq!(shown, ["Assets > Liquid assets > Cash", "2023-12-31", "2024-12-31"]);
}

#[test]
fn a_finding_that_is_told_last_knows_its_line_too() {
    for text in [CANONICAL.to_owned(), CANONICAL.replace("Long-Term Liabilities", "Current Liabilities")] {
        let findings = rows(&text, Table::Finding);
        let odd = findings.iter().find(|row| row["rule"] == "A003").unwrap();
        let lines = rows(&text, Table::Line);
        let line = lines.iter().find(|row| row["account_id"] == "220").unwrap();
        assert_eq!((&odd["line_id"], &odd["path"]), (&line["line_id"], &line["path"]));
    }
}
