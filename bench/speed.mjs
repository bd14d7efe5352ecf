// Measures how fast files are checked and flattened, against JSON.parse and native peers, and writes RESULTS.md.
//
// node bench/speed.mjs [--rounds N] [--quick]; scripts/bench speed installs and builds what it needs first.

import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { engine_in_memory, json_parse } from "./chromium/in_worker.mjs";
import { page_run } from "./chromium/page_run.mjs";
import { totals } from "./csv_totals.mjs";
import { mixed, ndjson } from "./data/files.mjs";
import { peer_run, peer_versions, PEERS } from "./peers/peers.mjs";
import { results } from "./results.mjs";
import { agree } from "./same_table.mjs";
import { load } from "./machine.mjs";

const { quick, ...options } = parseArgs({ options: { rounds: { type: "string" }, quick: { type: "boolean" } } }).values;
const rounds = Number(options.rounds ?? (quick ? 2 : 7));
const small = ndjson(1_000_000);
const middle = ndjson(quick ? 4_000_000 : 64_000_000);
const unlike = mixed(quick ? 4_000_000 : 64_000_000);
const large = ndjson(quick ? 8_000_000 : 256_000_000);

const folder = await mkdtemp(join(tmpdir(), "tieout-speed-"));
try {
  await prove();
  const { times, loads } = await measure();
  const text = results({ times, loads, rounds, small, middle, large, quick, versions: await peer_versions() });
  console.log(text);
  // A run on little data says nothing that should be quoted.
  if (!quick) await writeFile(new URL("RESULTS.md", import.meta.url), text);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/// Every program once, untimed: the tables must be the same.
async function prove() {
  console.error("== hold the tables against each other");
  const keep = join(folder, "page.csv");
  await page_run(middle.path, { keep });
  agree("the page", middle, await totals(keep));
  const alone = await engine_in_memory(middle.path);
  agree("the engine alone", middle, alone);
  if (alone.csv !== (await stat(keep)).size) throw new Error("the engine alone and the page wrote tables of different sizes");
  agree("the engine alone, in another order", unlike, await engine_in_memory(unlike.path));
  for (const peer of PEERS) {
    const run = await peer_run(peer, middle.path, folder);
    agree(peer.name, middle, run);
    agree(peer.name, middle, await peer.totals(run.target));
  }
}

/// All in turn, again and again, so that whatever else the machine does befalls all alike.
async function measure() {
  const runs = {
    json_parse: () => json_parse(middle.path),
    memory: () => engine_in_memory(middle.path, { warm: small.path }),
    cold: () => engine_in_memory(middle.path),
    memory_unlike: () => engine_in_memory(unlike.path, { warm: small.path }),
    page: () => page_run(middle.path),
    page_unlike: () => page_run(unlike.path),
    warm_small: () => engine_in_memory(small.path, { warm: small.path }),
    warm_large: () => engine_in_memory(large.path, { warm: small.path }),
    ...Object.fromEntries(PEERS.map((peer) => [peer.name, () => peer_run(peer, middle.path, folder)])),
  };
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  const loads = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries(runs)) times[name].push(await run());
    loads.push(load());
    console.error(`== round ${round} of ${rounds}, load ${load().toFixed(2)}`);
  }
  return { times, loads };
}
