// How long a visitor waits from dropping an 11 KB file to seeing the verdict: 20 fresh pages, the median.

import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { open_browser, open_page, until } from "../tests/browser/harness.mjs";
import { CANONICAL } from "../tests/browser/page.mjs";

const ROUNDS = 20;

// The canonical sheet, set wider so that it has the size of a usual export.
const text = JSON.stringify(JSON.parse(await readFile(CANONICAL, "utf8")), null, 6);

/// Milliseconds from the drop to the frame that shows the verdict, measured in the page.
const drop_and_wait = (text) =>
  new Promise((done) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "sheet.json", { type: "application/json" }));
    const shown = new MutationObserver(() => {
      if (document.querySelector('[data-testid="verdict"][data-verdict="differs"]') === null) return;
      shown.disconnect();
      requestAnimationFrame(() => {
        const frame = new MessageChannel();
        frame.port1.onmessage = () => done(performance.now() - start);
        frame.port2.postMessage(null);
      });
    });
    shown.observe(document, { subtree: true, childList: true, attributes: true });
    const start = performance.now();
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });

const browser = await open_browser();
const times = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const { page, close } = await open_page(browser);
  await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
  times.push(await page.evaluate(drop_and_wait, text));
  await close();
}
times.sort((a, b) => a - b);
const median = (times[ROUNDS / 2 - 1] + times[ROUNDS / 2]) / 2;
console.log(`drop to verdict, ${Buffer.byteLength(text)} bytes, ${ROUNDS} fresh pages, Chromium ${browser.version()}:`);
console.log(`  median ${median.toFixed(1)} ms, least ${times[0].toFixed(1)}, most ${times.at(-1).toFixed(1)} (load ${loadavg()[0].toFixed(2)})`);
await browser.close();
