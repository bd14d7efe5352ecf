// The digests of files are made once their report is there; whoever takes the report away has them all the same.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { download, drop_files, open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, verdict } from "./page.mjs";

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

/// Runs on the page once its worker makes digests as `digest` says, in which `make` is the browser's own way; without it,
/// the browser has none.
async function on_page(digest, act) {
  const { page, close } = await open_page(browser, { acceptDownloads: true });
  try {
    await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
    while (page.workers().length === 0) await new Promise((later) => setTimeout(later, 20));
    if (digest === undefined) await page.workers()[0].evaluate(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
    else await page.workers()[0].evaluate(`{
      const make = SubtleCrypto.prototype.digest;
      globalThis.gate = new Promise((go_on) => (globalThis.go_on = go_on));
      SubtleCrypto.prototype.digest = async function (...what) { ${digest} };
    }`);
    await drop_files(page, "body", CANONICAL);
    await verdict(page);
    await act(page);
  } finally {
    await close();
  }
}

test("a report that is asked for before its digest is made waits for it, and other files do not", async () => {
  const late = "await globalThis.gate; return make.apply(this, what);";
  await on_page(late, async (page) => {
    const table = await download(page, by("download-csv-compact"));
    assert.match(table.name, /\.csv$/);
    const coming = download(page, by("download-report"));
    await page.workers()[0].evaluate(() => globalThis.go_on());
    const report = JSON.parse((await coming).bytes);
    assert.equal(report.file.sha256, createHash("sha256").update(await readFile(CANONICAL)).digest("hex"));
  });
});

test("where the browser makes no digests, the worker does", async () => {
  await on_page(undefined, async (page) => {
    const report = JSON.parse((await download(page, by("download-report"))).bytes);
    assert.equal(report.file.sha256, createHash("sha256").update(await readFile(CANONICAL)).digest("hex"));
  });
});

test("a digest that cannot be made is told, and nothing is handed out without it", async () => {
  await on_page('throw new Error("the disk is gone");', async (page) => {
    await page.click(`${by("download-menu")} > summary`);
    await page.click(by("download-report"));
    const told = await until(page, () => document.querySelector('[data-testid="notice"][data-kind="failed"]')?.textContent);
    assert.match(told, /the disk is gone/);
  });
});
