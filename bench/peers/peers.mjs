// The native programs: how each is run, and what is in what it wrote.

import { execFile } from "node:child_process";
import { rm, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cents_of, records, totals } from "../csv_totals.mjs";

const PYTHON = process.env.TIEOUT_BENCH_PYTHON;

/// Each with its name, its script, and a function that adds up what it wrote: { rows, sum, sum_of_accounts? }.
export const PEERS = [
  { name: "Python script", script: "flatten.py", totals },
  { name: "flatterer", script: "flatterer_peer.py", totals: totals_of_tables },
  { name: "DuckDB", script: "duckdb_peer.py", totals },
];

/// Runs one on a file: { ms, target } and what else it says. The time is its own, without that of starting Python.
export async function peer_run({ script }, path, folder) {
  const target = join(folder, `${script}.out`);
  await rm(target, { recursive: true, force: true });
  const said = await python(fileURLToPath(new URL(script, import.meta.url)), path, target);
  const { seconds, ...rest } = JSON.parse(said);
  return { ms: seconds * 1000, target, ...rest };
}

/// What is installed: { "Python", "flatterer", "DuckDB" }.
export async function peer_versions() {
  const ask = "import sys, importlib.metadata as m; print(sys.version.split()[0], m.version('flatterer'), m.version('duckdb'))";
  const [python_found, flatterer, duckdb] = (await python("-c", ask)).trim().split(" ");
  return { Python: python_found, flatterer, DuckDB: duckdb };
}

async function python(...args) {
  return (await promisify(execFile)(PYTHON, args)).stdout;
}

/// flatterer writes the sections beside the header of each statement, and every level to a table of its own.
async function totals_of_tables(target) {
  const folder = join(target, "csv");
  const found = { rows: 0, sum: 0n };
  for (const table of await readdir(folder)) {
    let columns;
    for await (const cells of records(join(folder, table))) {
      if (columns === undefined) {
        columns = cells.flatMap((name, at) => (/^(.*_)?value$/.test(name) ? [at] : []));
        continue;
      }
      for (const at of columns) {
        found.rows += 1;
        found.sum += cents_of(cells[at]);
      }
    }
  }
  return found;
}
