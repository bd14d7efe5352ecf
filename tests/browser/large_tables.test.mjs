// Tables of more than is kept: where they go while they are made, what can go wrong, and that nothing of them stays.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { download, open_browser, open_page, until } from "./harness.mjs";
import { by, choose, many, sheet, tieout, verdict, verdict_on } from "./page.mjs";

let browser, folder, path;
before(async () => {
  browser = await open_browser();
  folder = await mkdtemp(join(tmpdir(), "tieout-"));
  path = join(folder, "many.2024.ndjson");
  await writeFile(path, many(1200));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/// With a way to pick a file to write, or without any.
async function on_page(act, pick = () => void (globalThis.showSaveFilePicker = undefined)) {
  const { page, faults, close } = await open_page(browser);
  try {
    await page.clock.install();
    await page.evaluate(pick);
    await page.setInputFiles(by("file-input"), path);
    await verdict(page);
    await act(page);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

async function ask(page) {
  await page.click(`${by("download-menu")} > summary`);
  await page.click(by("download-csv-full"));
}

/// What is on the browser's own disk.
const on_disk = (page) => page.evaluate(async () => Array.fromAsync((await navigator.storage.getDirectory()).keys()));

const is_told = (page, pattern) => until(page, (text) => new RegExp(text).test(document.querySelector(".notice")?.innerText), pattern);

test("the compact table is there with the verdict, has every line as the command line writes it, and takes no disk", () =>
  on_page(async (page) => {
    for (const again of [false, true]) {
      const { name, bytes } = await download(page, by("download-csv-compact"));
      assert.equal(name, "many.2024.compact.csv");
      assert.ok(bytes.equals(await tieout("flatten", path)), `the table differs from the command line's, ${again}`);
      await page.keyboard.press("Escape");
    }
    assert.equal((await on_disk(page)).length, 0);
  }));

test("the compact table goes into the file that was picked", () =>
  on_page(
    async (page) => {
      await page.click(`${by("download-menu")} > summary`);
      await page.click(by("download-csv-compact"));
      const written = () => page.evaluate(async () => (await (await globalThis.picked.getFile()).text()));
      const expected = (await tieout("flatten", path)).toString();
      await until(page, async (length) => (await globalThis.picked.getFile()).size === length, Buffer.byteLength(expected));
      assert.ok((await written()) === expected);
    },
    async () => {
      const folder = await navigator.storage.getDirectory();
      globalThis.picked = await folder.getFileHandle("picked", { create: true });
      globalThis.showSaveFilePicker = async () => globalThis.picked;
    },
  ));

test("the full table of more than is kept has every line, as the command line writes it, and does not stay on the disk", () =>
  on_page(async (page) => {
    const { name, bytes } = await download(page, by("download-csv-full"));
    assert.equal(name, "many.2024.full.csv");
    assert.ok(bytes.equals(await tieout("flatten", "--columns", "full", path)), "the table differs from the command line's");
    assert.equal((await on_disk(page)).length, 1);
    await page.clock.fastForward("01:01");
    await until(page, async () => (await Array.fromAsync((await navigator.storage.getDirectory()).keys())).length === 0);
  }));

test("what a page that was closed left on the disk is taken away by the next", () =>
  on_page(async (page) => {
    await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      for (const name of ["table-1000-old", `table-${Date.now()}-new`, "not-ours"]) await folder.getFileHandle(name, { create: true });
    });
    await page.reload();
    await until(page, async () => !(await Array.fromAsync((await navigator.storage.getDirectory()).keys())).includes("table-1000-old"));
    const left = await on_disk(page);
    assert.ok(left.some((name) => name.endsWith("-new")) && left.includes("not-ours"), left.join());
  }));

test("where no file may be picked, the browser gives one", () =>
  on_page(
    async (page) => {
      const { bytes } = await download(page, by("download-csv-compact"));
      assert.ok(bytes.equals(await tieout("flatten", path)));
    },
    () => void (globalThis.showSaveFilePicker = () => Promise.reject(new DOMException("not here", "NotAllowedError"))),
  ));

test("a file that was picked and cannot be written is told, and the page goes on", () =>
  on_page(
    async (page) => {
      await ask(page);
      await is_told(page, "could not be made");
      await choose(page, "small.json", sheet());
      await verdict_on(page, "small.json", "ties");
    },
    async () => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle("held", { create: true });
      // Another holds it, so that the worker is refused.
      globalThis.held = await handle.createWritable({ mode: "exclusive" });
      globalThis.showSaveFilePicker = async () => handle;
    },
  ));

test("a full disk is told, and nothing is left on it", () =>
  on_page(async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 10_000 });
    await ask(page);
    await is_told(page, "could not be made");
    assert.deepEqual(await on_disk(page), []);
  }));

test("whoever takes another file meanwhile sees that one alone", () =>
  on_page(async (page) => {
    // The statement is read again from the file, and the sample comes before that is done.
    const far = page.locator(by("statement")).last();
    await page.locator(by("statement")).first().focus();
    await page.keyboard.press("End");
    await until(page, () => [...document.querySelectorAll('[data-testid="statement"]')].at(-1)?.dataset.number === "1199");
    await far.evaluate((row, text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], "small.json"));
      row.click();
      const field = document.querySelector('[data-testid="file-input"]');
      field.files = files.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, sheet());
    await until(page, () => document.querySelector(".verdict .file-name")?.textContent === "small.json");
    await page.getByRole("button", { name: "Open all" }).click();
    await until(page, () => document.querySelectorAll('[data-testid="line"]').length === 6);
    await page.locator(by("line")).nth(1).click();
    await until(page, () => document.querySelector("#line-title")?.textContent === "A account");
  }));
