// Starts the page's program. It is a file of its own because the policy forbids inline scripts.

const message = document.querySelector("#boot-message p");

function say(text) {
  message.textContent = text;
  message.setAttribute("role", "alert");
}

async function start() {
  if (typeof WebAssembly !== "object") {
    say("Tieout needs WebAssembly, which this browser does not have or does not allow.");
    return;
  }
  try {
    const page = await import(document.getElementById("page-glue").href);
    await page.default({ module_or_path: document.getElementById("page-wasm").href });
  } catch (error) {
    say(`Tieout could not be loaded (${error.message}). Reload the page to try again.`);
    throw error;
  }
}

start();
