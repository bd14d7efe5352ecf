// Does with the release page what a visitor does: drops a file, waits for the verdict, takes the CSV, waits until it is complete.

import { copyFile, stat } from "node:fs/promises";
import { hover_files, until } from "../../tests/browser/harness.mjs";
import { by } from "../../tests/browser/page.mjs";
import { visit_page } from "./visit.mjs";
import { keep_helpers, wasm_bytes } from "./wasm_memory.mjs";

const SECONDS = 1800;

/// How long a visitor takes to choose a file at the very least, in milliseconds. The page warms up meanwhile.
const LOOKS = 1500;

/// How long a file is over the page before it is dropped, in milliseconds: a hand takes as long at least.
const HOVERS = 300;

/// Milliseconds from the drop to the report, from asking for the CSV until the page has all of it (`csv`), both together
/// (`all`), and from the drop until the CSV is saved on the disk (`saved`); `bytes` of the CSV; `memory`, the most that
/// the WebAssembly of the worker and its helpers took. The CSV is kept as `keep` if that is given; with `alone` the worker
/// has no helpers. The file is dragged over the page so long `after` it is ready.
export function page_run(path, { keep, alone, after = LOOKS } = {}) {
  return visit_page(async ({ page }) => {
    page.setDefaultTimeout(0);
    await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
    await page.evaluate(watch);
    while (page.workers().length === 0) await new Promise((later) => setTimeout(later, 20));
    const [worker] = page.workers();
    if (alone) await worker.evaluate(() => Object.defineProperty(navigator, "hardwareConcurrency", { value: 1 }));
    const end_helpers = await keep_helpers(worker);
    await new Promise((later) => setTimeout(later, after));
    const drop = await hover_files(page, "body", path);
    await new Promise((later) => setTimeout(later, HOVERS));
    await drop();
    await settled(page, "report");
    const reading = await wasm_bytes(page);
    await end_helpers();
    // Whoever clicks has seen the report.
    await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
    // A click by hand, since a page may ask for one before it hands over a file.
    const coming = page.waitForEvent("download");
    coming.catch(() => {}); // if it never comes, the page says why, below
    await page.click(`${by("download-menu")} > summary`);
    await page.click(by("download-csv-compact"));
    await settled(page, "given");
    const saved = await (await coming).path();
    const end = Date.now();
    const writing = await wasm_bytes(page);
    const { dropped, report, asked, given, origin } = await page.evaluate(() => globalThis.bench);
    if (keep) await copyFile(saved, keep);
    const [to_report, csv] = [report - dropped, given - asked];
    const memory = Math.max(reading, writing);
    return { report: to_report, csv, all: to_report + csv, saved: end - origin - dropped, bytes: (await stat(saved)).size, memory };
  });
}

/// Waits until this was noted, or fails with what the page says went wrong. Nothing is asked meanwhile, as that takes time too.
async function settled(page, what) {
  const late = AbortSignal.timeout(SECONDS * 1000);
  const never = new Promise((_, fail) => late.addEventListener("abort", () => fail(late.reason)));
  const noted = page.evaluate((what) => globalThis.bench.noted[what].promise, what);
  const answer = await Promise.race([noted, never]);
  if (typeof answer === "string") throw new Error(`the page says: ${answer}`);
}

/// In the page: notes when what happens.
function watch() {
  const later = () => {
    let resolve;
    const promise = new Promise((done) => (resolve = done));
    return { promise, resolve };
  };
  const bench = { origin: performance.timeOrigin, noted: { report: later(), given: later() } };
  globalThis.bench = bench;
  const note = (what) => bench.noted[what].resolve((bench[what] ??= performance.now()));
  // A dialog for the place of the file would wait for a person; without it the page saves as other browsers do.
  delete globalThis.showSaveFilePicker;
  addEventListener("drop", () => (bench.dropped = performance.now()), true);
  addEventListener("click", () => (bench.asked = performance.now()), true);
  new MutationObserver(() => {
    if (document.querySelector('[data-testid="verdict"]')?.dataset.verdict) note("report");
    const failed = document.querySelector('[data-testid="notice"][data-kind="failed"]')?.textContent;
    if (failed) for (const { resolve } of Object.values(bench.noted)) resolve(failed);
  }).observe(document, { subtree: true, childList: true, attributes: true });
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) note("given");
    click.call(this);
  };
}
