// Makes the files that are measured, once, and remembers what is true of each.

import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chart } from "./chart.mjs";
import { dice, whole } from "./dice.mjs";
import { one_statement } from "./one_statement.mjs";
import { statement } from "./statement.mjs";

/// To be raised whenever other bytes are made, so that no old file is taken for a new one.
const VERSION = 1;
const MONTHS = 12;
const PIECE = 1 << 20;

export const FOLDER = join(process.env.TIEOUT_TOOLS ?? tmpdir(), "bench-data");

/// About so many bytes of statements, one a line: { path, bytes, statements, lines, accounts, differing, sum,
/// sum_of_accounts, largest }. Sums are in cents, `largest` is the longest statement in bytes.
export const ndjson = (bytes) => file(`statements-${bytes}-v${VERSION}.ndjson`, (write, facts) => months(bytes, write, facts));

/// The same statements in another order, in which none is like the one before: of another entity, with other accounts.
export function mixed(bytes) {
  const ordered = ndjson(bytes);
  return file(`mixed-${bytes}-v${VERSION}.ndjson`, (write, facts) => {
    const lines = readFileSync(ordered.path, "utf8").split("\n").filter((line) => line !== "");
    for (let month = 0; month < MONTHS; month += 1) {
      for (let at = month; at < lines.length; at += MONTHS) write(`${lines[at]}\n`);
    }
    const { path, bytes, largest, ...same } = ordered;
    Object.assign(facts, same);
  });
}

/// One statement of about so many lines.
export const single = (lines) => file(`single-${lines}-v${VERSION}.json`, (write, facts) => one_statement(lines, write, facts));

function file(name, make) {
  const path = join(FOLDER, name);
  const notes = `${path}.facts`;
  if (!existsSync(notes)) {
    mkdirSync(FOLDER, { recursive: true });
    console.error(`== make ${name}`);
    // What was not finished has another name, and is made anew.
    const facts = written(`${path}.part`, make);
    renameSync(`${path}.part`, path);
    const plain = (key, value) => (typeof value === "bigint" ? value.toString() : value);
    writeFileSync(notes, JSON.stringify(facts, plain));
  }
  const { sum, sum_of_accounts, ...facts } = JSON.parse(readFileSync(notes, "utf8"));
  return { path, ...facts, sum: BigInt(sum), sum_of_accounts: BigInt(sum_of_accounts) };
}

function written(path, make) {
  const facts = { bytes: 0, statements: 0, lines: 0, accounts: 0, differing: 0, sum: 0n, sum_of_accounts: 0n, largest: 0 };
  const out = openSync(path, "w");
  let waiting = [];
  let held = 0;
  const flush = () => {
    writeSync(out, waiting.join(""));
    [waiting, held] = [[], 0];
  };
  make((text) => {
    const bytes = Buffer.byteLength(text);
    facts.bytes += bytes;
    facts.largest = Math.max(facts.largest, bytes);
    waiting.push(text);
    held += bytes;
    if (held >= PIECE) flush();
  }, facts);
  flush();
  closeSync(out);
  return facts;
}

/// Entities one after another, each with its months, as an export of many companies has them.
function months(bytes, write, facts) {
  const roll = dice(20_261_123);
  for (let number = 1; ; number += 1) {
    const entity = {
      name: `Company ${number}, Ltd`,
      currency: ["EUR", "USD", "GBP"][whole(roll, 0, 2)],
      sections: chart(roll, whole(roll, 1, 4)),
    };
    for (let month = 0; month < MONTHS; month += 1) {
      if (facts.bytes >= bytes) return;
      write(statement(entity, month, roll, facts));
    }
  }
}
