// Fetches and starts the programs: the page's at once, its workers' meanwhile. It is a file of its own because the policy
// forbids inline scripts.

const message = document.querySelector("#boot-message p");

function say(text) {
  message.textContent = text;
  message.setAttribute("role", "alert");
}

async function fetched(id) {
  const response = await fetch(document.getElementById(id).href);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response;
}

/// The address of a program's glue. Once nothing can be fetched any more it is still there, as a blob.
async function glue(name) {
  const text = await (await fetched(`${name}-glue`)).text();
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}

/// A program that the page starts in workers: src/worker/program.rs asks for it by name.
async function program(name) {
  const bytes = async () => (await fetched(`${name}-wasm`)).arrayBuffer();
  const [address, module] = await Promise.all([glue(name), bytes().then((wasm) => WebAssembly.compile(wasm))]);
  return { glue: address, module };
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
    globalThis.tieout = { worker: program("worker") };
    // The page tells a program that could not be loaded when it asks for it.
    globalThis.tieout.worker.catch(() => {});
    await started;
  } catch (error) {
    say(`Tieout could not be loaded (${error.message}). Reload the page to try again.`);
    throw error;
  }
}

start();
