// How long a visitor waits from dropping an 11 KB file to seeing the verdict: 20 drops on one page, the median; and the
// first drop on a fresh page, which also compiles and lays out everything for the first time.

import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { open_browser, open_page, until } from "../tests/browser/harness.mjs";
import { CANONICAL } from "../tests/browser/page.mjs";

const DROPS = 20;
const VISITS = 5;

// The canonical sheet, set wider so that it has the size of a usual export.
const text = JSON.stringify(JSON.parse(await readFile(CANONICAL, "utf8")), null, 6);

/// Milliseconds from dropping a file of this name to the frame that shows its verdict, measured in the page.
const drop_and_wait = ([name, text]) =>
  new Promise((done) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: "application/json" }));
    const shown = new MutationObserver(() => {
      const verdict = document.querySelector('[data-testid="verdict"][data-verdict="differs"]');
      if (verdict === null || !document.body.textContent.includes(name)) return;
      shown.disconnect();
      requestAnimationFrame(() => {
        const frame = new MessageChannel();
        frame.port1.onmessage = () => done(performance.now() - start);
        frame.port2.postMessage(null);
      });
    });
    shown.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const start = performance.now();
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });

function median(times) {
  times.sort((a, b) => a - b);
  return ((times[Math.floor((times.length - 1) / 2)] + times[Math.ceil((times.length - 1) / 2)]) / 2).toFixed(1);
}

const browser = await open_browser();
const first = [];
const later = [];
for (let visit = 0; visit < VISITS; visit += 1) {
  const { page, close } = await open_page(browser);
  await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
  // Nobody finds a file sooner than this.
  await new Promise((found) => setTimeout(found, 1000));
  first.push(await page.evaluate(drop_and_wait, ["first.json", text]));
  for (let drop = 0; visit === 0 && drop < DROPS; drop += 1) {
    later.push(await page.evaluate(drop_and_wait, [`sheet-${drop}.json`, text]));
  }
  await close();
}
console.log(`drop to verdict, ${Buffer.byteLength(text)} bytes, Chromium ${browser.version()}, load ${loadavg()[0].toFixed(2)}:`);
console.log(`  ${DROPS} drops on one page: median ${median(later)} ms, least ${later[0].toFixed(1)}, most ${later.at(-1).toFixed(1)}`);
console.log(`  first drop on ${VISITS} fresh pages: median ${median(first)} ms, least ${first[0].toFixed(1)}, most ${first.at(-1).toFixed(1)}`);
await browser.close();
