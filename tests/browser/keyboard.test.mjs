// Everything by keyboard: from the first Tab to the saved file, without a pointer.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { open_browser, open_page, until } from "./harness.mjs";
import { CANONICAL, tieout, verdict } from "./page.mjs";

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

const focused = (page) =>
  page.evaluate(() => {
    const { dataset, tagName, role, ariaLabel, textContent } = document.activeElement;
    return { id: dataset.testid, pointer: dataset.pointer, rule: dataset.rule, tagName, role, name: ariaLabel ?? textContent };
  });

/// Presses Tab until `wanted` holds of what has the focus.
async function tab_to(page, wanted, key = "Tab") {
  for (let presses = 0; presses < 60; presses += 1) {
    if (wanted(await focused(page))) return;
    await page.keyboard.press(key);
  }
  assert.fail(`60 times ${key} did not reach ${wanted}`);
}

test("from the sample to the saved table by keyboard alone", async () => {
  const { page, faults, close } = await open_page(browser, { acceptDownloads: true });
  try {
    await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
    await tab_to(page, ({ id }) => id === "sample");
    await page.keyboard.press("Enter");
    assert.equal(await verdict(page), "differs");

    // A finding leads to its line.
    await tab_to(page, ({ id, rule }) => id === "finding" && rule === "T001");
    await page.keyboard.press("Enter");
    const chosen = '[data-testid="line"][aria-selected="true"]';
    await until(page, (chosen) => document.querySelector(chosen)?.dataset.pointer === "/liabilities/items/0", chosen);

    // The tree is one stop; arrows walk it.
    await tab_to(page, ({ id }) => id === "line");
    await page.keyboard.press("Home");
    await until(page, () => document.activeElement.dataset.pointer === "/assets");
    await page.keyboard.press("ArrowDown");
    await until(page, () => document.activeElement.dataset.pointer === "/assets/items/0");
    await page.keyboard.press("ArrowLeft");
    await until(page, () => document.activeElement.getAttribute("aria-expanded") === "false");
    await page.keyboard.press("ArrowDown");
    await until(page, () => document.activeElement.dataset.pointer === "/assets/items/1");
    await page.keyboard.press("ArrowUp");
    await until(page, () => document.activeElement.dataset.pointer === "/assets/items/0");
    await page.keyboard.press("ArrowRight");
    await until(page, () => document.activeElement.getAttribute("aria-expanded") === "true");
    await page.keyboard.press("ArrowRight");
    await until(page, () => document.activeElement.dataset.pointer === "/assets/items/0/items/0");
    await page.keyboard.press("End");
    await until(page, () => document.activeElement.dataset.pointer === "/equity/items/3");
    await page.keyboard.type("liab");
    await until(page, () => document.activeElement.dataset.pointer === "/liabilities");

    await tab_to(page, ({ id, name }) => id?.startsWith("download") || /download/i.test(name), "Shift+Tab");
    if (!(await focused(page)).id) await page.keyboard.press("Enter");
    await tab_to(page, ({ id }) => id === "download-csv-compact");
    const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.deepEqual(await readFile(await saved.path()), await tieout("flatten", CANONICAL));
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test("the findings are one stop of the tab key, and arrows go through them", async () => {
  const { page, faults, close } = await open_page(browser);
  try {
    await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
    await page.click('[data-testid="sample"]');
    await verdict(page);
    const place = () =>
      page.evaluate(() => {
        const all = [...document.querySelectorAll('[data-testid="finding"]')];
        return { at: all.indexOf(document.activeElement), last: all.length - 1, stops: all.filter((one) => one.tabIndex === 0).length };
      });
    await tab_to(page, ({ id }) => id === "finding");
    const { last } = await place();
    assert.ok(last > 3);
    assert.deepEqual(await place(), { at: 0, last, stops: 1 });
    await page.keyboard.press("End");
    assert.deepEqual(await place(), { at: last, last, stops: 1 });
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await place(), { at: last, last, stops: 1 });
    // Whoever leaves the list comes back to the same place.
    await page.keyboard.press("Tab");
    assert.equal((await place()).at, -1);
    await page.keyboard.press("Shift+Tab");
    assert.deepEqual(await place(), { at: last, last, stops: 1 });
    // What is chosen next has the keys.
    await page.keyboard.press("Home");
    assert.equal((await focused(page)).tagName, "SUMMARY");
    await page.keyboard.press("ArrowDown");
    assert.equal((await place()).at, 0);
    await page.keyboard.press("j");
    await until(page, () => document.activeElement.matches(".finding.chosen"));
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});
