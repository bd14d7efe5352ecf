// Fetches and starts the programs: the page's at once, its workers' meanwhile. It is a file of its own because the policy
// forbids inline scripts.

const message = document.querySelector("#boot-message p");

function say(text) {
  message.textContent = text;
  message.setAttribute("role", "alert");
}

async function fetched(id) {
  const told = document.getElementById(id);
  const response = await fetch(told.href ?? new URL(told.content, document.baseURI));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response;
}

/// The address of a program's glue. Once nothing can be fetched any more it is still there, as a blob.
async function glue(name) {
  const text = await (await fetched(`${name}-glue`)).text();
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}

/// A program that the page starts in workers: src/worker/program.rs asks for it by name, and compiles it then.
async function program(name) {
  const [address, wasm] = await Promise.all([glue(name), fetched(`${name}-wasm`)]);
  return { glue: address, wasm: await wasm.arrayBuffer() };
}

async function start() {
  if (typeof WebAssembly !== "object") {
    say("Tieout needs WebAssembly, which this browser does not have or does not allow.");
    return;
  }
  try {
    const wasm = fetched("page-wasm");
    const page = await import(await glue("page"));
    const started = page.default({ module_or_path: wasm });
    const worker = program("worker");
    // Nobody waits for the writers, so that they do not come in the worker's way.
    const writers = worker.then(() => program("writers"));
    globalThis.tieout = { worker, writers };
    // The page tells of a program that could not be loaded when it asks for it.
    for (const fetching of [worker, writers]) fetching.catch(() => {});
    await started;
  } catch (error) {
    say(`Tieout could not be loaded (${error.message}). Reload the page to try again.`);
    throw error;
  }
}

start();
