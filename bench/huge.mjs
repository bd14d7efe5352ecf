// Reads, checks and flattens 1 GB of statements in Chromium, and holds the memory it took against the bound.
//
// node bench/huge.mjs [--megabytes N] [--engine | --alone]; `--engine` measures the engine without the page, `--alone` the
// page's worker without helpers.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { engine_streaming } from "./chromium/in_worker.mjs";
import { page_run } from "./chromium/page_run.mjs";
import { totals } from "./csv_totals.mjs";
import { ndjson } from "./data/files.mjs";
import { load, machine, versions } from "./machine.mjs";
import { agree } from "./same_table.mjs";
import { short } from "./table.mjs";

/// Beside the largest document.
const BOUND = 96e6;

const { values } = parseArgs({ options: { megabytes: { type: "string", default: "1000" }, engine: { type: "boolean" }, alone: { type: "boolean" } } });
const file = ndjson(Number(values.megabytes) * 1e6);
const folder = await mkdtemp(join(tmpdir(), "tieout-huge-"));
try {
  const memory = values.engine ? await alone() : await in_page();
  const bound = BOUND + file.largest;
  console.log(`  memory ${short(memory / 1e6)} MB of at most ${short(bound / 1e6)} MB; load ${load().toFixed(2)}, ${machine()}, ${versions()}`);
  if (memory > bound) {
    console.error("tieout: the memory is over its bound");
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function in_page() {
  const keep = join(folder, "page.csv");
  const run = await page_run(file.path, { keep, alone: values.alone });
  agree("the page", file, await totals(keep));
  console.log(`${about()}: report after ${seconds(run.report)}, CSV of ${short(run.bytes / 1e6)} MB after ${seconds(run.csv)} more, ${speed(run.all)}`);
  return run.memory;
}

async function alone() {
  const run = await engine_streaming(file.path);
  agree("the engine alone", file, run);
  console.log(`${about()}: engine alone, file to checked CSV in ${seconds(run.ms)}, ${speed(run.ms)}`);
  return run.memory;
}

function about() {
  return `${short(file.bytes / 1e6)} MB, ${file.statements} statements, ${file.lines} lines, the largest statement ${short(file.largest / 1e3)} KB`;
}

function seconds(ms) {
  return `${short(ms / 1000)} s`;
}

function speed(ms) {
  return `${short(file.bytes / 1e3 / ms)} MB/s`;
}
