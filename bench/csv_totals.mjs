// What a CSV holds, to prove that two programs wrote the same table before their speeds are compared.

import { createReadStream } from "node:fs";

/// Adds up a file with a header: { rows, sum, sum_of_accounts }, of the column `value` in cents; accounts are the rows
/// whose column `is_lowest_level` says so.
export async function totals(path) {
  const found = { rows: 0, sum: 0n, sum_of_accounts: 0n };
  let value;
  let lowest;
  for await (const cells of records(path)) {
    if (value === undefined) {
      [value, lowest] = ["value", "is_lowest_level"].map((name) => cells.indexOf(name));
      continue;
    }
    const cents = cents_of(cells[value]);
    found.rows += 1;
    found.sum += cents;
    if (cells[lowest]?.toLowerCase() === "true") found.sum_of_accounts += cents;
  }
  return found;
}

/// An amount of exactly two decimals; anything else is a fault of the program that wrote it.
export function cents_of(text) {
  if (!/^-?\d+\.\d\d$/.test(text)) throw new Error(`${text} is not the amount that was in the file`);
  return BigInt(text.replace(".", ""));
}

/// The records of a CSV file of which no cell has a line break.
export async function* records(path) {
  let rest = "";
  for await (const piece of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 20 })) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop();
    for (const line of lines) yield cells_of(line.replace(/\r$/, ""));
  }
  if (rest) yield cells_of(rest);
}

function cells_of(line) {
  if (!line.includes('"')) return line.split(",");
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}
