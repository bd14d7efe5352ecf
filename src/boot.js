// Starts the page's program. It is a file of its own because the policy forbids inline scripts.

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

async function start() {
  if (typeof WebAssembly !== "object") {
    say("Tieout needs WebAssembly, which this browser does not have or does not allow.");
    return;
  }
  try {
    const program = fetched("page-wasm");
    // The worker is started with the same glue once nothing can be fetched any more, so it is kept as a blob.
    const glue = new Blob([await (await fetched("page-glue")).text()], { type: "text/javascript" });
    const address = URL.createObjectURL(glue);
    document.documentElement.dataset.glue = address;
    const page = await import(address);
    await page.default({ module_or_path: program });
  } catch (error) {
    say(`Tieout could not be loaded (${error.message}). Reload the page to try again.`);
    throw error;
  }
}

start();
