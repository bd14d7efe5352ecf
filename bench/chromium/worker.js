// Runs in a worker: times JSON.parse alone, or the engine in WebAssembly, on a file, and posts what it found.

// As much as the page reads at once.
const PIECE = 2 << 20;
// Long enough for the browser to compile the hot code as well as it can.
const WARM = 1000;

// The largest file of which the browser makes the digest, as src/worker/digest.rs has it.
const LARGEST_DIGEST = 128 << 20;

const sync = new FileReaderSync();
const piece_of = (file, at) => new Uint8Array(sync.readAsArrayBuffer(file.slice(at, at + PIECE)));

/// The documents as strings, each flat and on its own, which is what suits JSON.parse best.
function documents(file) {
  const bytes = new Uint8Array(sync.readAsArrayBuffer(file));
  const decoder = new TextDecoder();
  const texts = [];
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(10, from);
    const to = found < 0 ? bytes.length : found;
    texts.push(decoder.decode(bytes.subarray(from, to)));
    from = to + 1;
  }
  return texts;
}

function json_parse({ file }) {
  const texts = documents(file);
  const start = performance.now();
  for (const text of texts) JSON.parse(text);
  return { ms: performance.now() - start, documents: texts.length };
}

/// The engine on bytes that are in memory already; with `warm` once it has run for a while on a small file.
async function engine({ file, module, glue, warm }) {
  const { run, memory } = await start(module, glue);
  if (warm) {
    const bytes = new Uint8Array(sync.readAsArrayBuffer(warm));
    for (const end = performance.now() + WARM; performance.now() < end; ) timed(run, pieces(bytes), false);
  }
  const bytes = new Uint8Array(sync.readAsArrayBuffer(file));
  // As on the page, the digest of what is not very large is made by the browser once all is done.
  return { ...timed(run, pieces(bytes), bytes.length > LARGEST_DIGEST), memory: memory() };
}

/// The engine on a file of any size, of which only a piece is ever in memory.
async function stream({ file, module, glue }) {
  const { run, memory } = await start(module, glue);
  let at = 0;
  const next = () => {
    const bytes = piece_of(file, at);
    at += bytes.length;
    return bytes.length > 0 ? bytes : undefined;
  };
  return { ...timed(run, next, true), memory: memory() };
}

function pieces(bytes) {
  let at = 0;
  return () => (at < bytes.length ? bytes.subarray(at, (at += PIECE)) : undefined);
}

function timed(run, next, digest) {
  let csv = 0;
  const start = performance.now();
  const counts = JSON.parse(run(next, (bytes) => (csv += bytes.length), digest));
  return { ms: performance.now() - start, csv, ...counts };
}

async function start(module, glue) {
  const address = URL.createObjectURL(new Blob([glue], { type: "text/javascript" }));
  const program = await import(address);
  const exports = await program.default({ module_or_path: await module.arrayBuffer() });
  return { run: globalThis.tieout_run, memory: () => exports.memory.buffer.byteLength };
}

const JOBS = { json_parse, engine, stream };

onmessage = async ({ data: { job, ...how } }) => {
  try {
    postMessage(await JOBS[job](how));
  } catch (error) {
    postMessage({ error: String(error.stack ?? error) });
  }
};
