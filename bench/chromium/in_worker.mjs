// Runs one job of worker.js in a new worker of a new browser: JSON.parse alone, or the engine without the page.

import { fileURLToPath } from "node:url";
import { serve_folder } from "../../scripts/static_server.mjs";
import { visit_blank } from "./visit.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/// Where scripts/bench leaves the engine, and its glue beside it.
const ENGINE = process.env.TIEOUT_BENCH_ENGINE;

/// JSON.parse alone on each line of a file: { ms, documents }.
export const json_parse = (path) => in_worker("json_parse", { file: path });

/// The engine on a file that is in memory: { ms, csv, memory, … and what it counted }. `warm` is a small file to warm up with.
export const engine_in_memory = (path, { warm } = {}) => in_worker("engine", { file: path, ...with_engine(), ...(warm && { warm }) });

/// The engine on a file of which only a piece at a time is in memory; the same answer.
export const engine_streaming = (path) => in_worker("stream", { file: path, ...with_engine() });

const with_engine = () => ({ module: `${ENGINE}_bg.wasm`, glue: `${ENGINE}.js` });

async function in_worker(job, files) {
  const server = await serve_folder(HERE);
  try {
    const answer = await visit_blank(`http://127.0.0.1:${server.address().port}/`, async (page) => {
      page.setDefaultTimeout(0);
      await page.setInputFiles("input", Object.values(files));
      return page.evaluate(run, [job, Object.keys(files)]);
    });
    if (answer.error) throw new Error(`${job}: ${answer.error}`);
    return answer;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/// In the page: hands the chosen files to a worker by these names, and waits for its answer.
function run([job, names]) {
  const chosen = [...document.querySelector("input").files];
  const worker = new Worker("worker.js");
  return new Promise((done) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = ({ message }) => done({ error: message });
    worker.postMessage({ job, ...Object.fromEntries(names.map((name, at) => [name, chosen[at]])) });
  });
}
