// How smoothly the page goes with a statement of a million lines: frames while the hierarchy is scrolled, the wait from a
// click on a line to its figures, and what kept the page's own thread for more than 50 ms.
//
// node bench/smooth.mjs [--lines N]

import { parseArgs } from "node:util";
import { open_browser, open_page, until } from "../tests/browser/harness.mjs";
import { by, verdict } from "../tests/browser/page.mjs";
import { single } from "./data/files.mjs";
import { load, machine, versions } from "./machine.mjs";
import { short } from "./table.mjs";

const SCROLL_SECONDS = 5;
const CLICKS = 30;

const { values } = parseArgs({ options: { lines: { type: "string", default: "1000000" } } });
const file = single(Number(values.lines));
const browser = await open_browser();
const { page, close } = await open_page(browser, { viewport: { width: 1600, height: 1000 } });
await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
await page.evaluate(() => {
  globalThis.long = [];
  new PerformanceObserver((list) => globalThis.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
});
const start = Date.now();
await page.setInputFiles(by("file-input"), file.path);
await verdict(page, { seconds: 300 });
console.log(`${file.lines} lines, ${short(file.bytes / 1e6)} MB: verdict after ${short((Date.now() - start) / 1000)} s`);
await told("reading and drawing the report");

const frames = await page.evaluate(async (seconds) => {
  const grid = document.querySelector('[role="treegrid"]');
  const frame = () => new Promise(requestAnimationFrame);
  const times = [];
  let before = await frame();
  for (const end = performance.now() + 1000 * seconds; performance.now() < end; ) {
    grid.scrollTop += 60;
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  return times.sort((a, b) => a - b);
}, SCROLL_SECONDS);
const late = frames.filter((ms) => ms > 20).length;
const rate = (1000 * frames.length) / frames.reduce((sum, ms) => sum + ms, 0);
console.log(`scrolling: ${short(rate)} frames a second; ${late} of ${frames.length} frames later than 20 ms, the latest ${short(frames.at(-1))} ms`);
await told("scrolling");

const waits = await page.evaluate(async (clicks) => {
  const waits = [];
  for (let click = 0; click < clicks; click += 1) {
    const lines = [...document.querySelectorAll('[data-testid="line"]')];
    const line = lines[(7 * click) % lines.length];
    if (line.classList.contains("chosen")) continue;
    const name = line.querySelector(".text").textContent;
    const pointer = line.dataset.pointer;
    const begun = performance.now();
    line.click();
    const there = () => document.querySelector("#pane-line")?.textContent.includes(pointer) && document.querySelector("#line-title")?.textContent === name;
    while (!there() && performance.now() < begun + 5000) await new Promise((later) => setTimeout(later, 0));
    waits.push(performance.now() - begun);
    await new Promise((later) => setTimeout(later, 50));
  }
  return waits.sort((a, b) => a - b);
}, CLICKS);
console.log(`choosing a line: median ${short(waits[Math.floor(waits.length / 2)])} ms, the longest ${short(waits.at(-1))} ms, of ${waits.length}`);
await told("choosing lines");
console.log(`load ${load().toFixed(2)}, ${machine()}, ${versions()}`);
await close();
await browser.close();

async function told(what) {
  // A task is told once it has ended.
  await page.evaluate(() => new Promise((later) => setTimeout(later, 200)));
  const long = await page.evaluate(() => globalThis.long.splice(0));
  console.log(`  ${what}: ${long.length === 0 ? "no task" : `${long.length} tasks`} over 50 ms on the page's thread${long.length === 0 ? "" : `, the longest ${short(Math.max(...long))} ms`}`);
}
