// A large file is read by several workers: the report and the table are those of one, and the helpers go when they are done.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { download, hover_files, open_browser, open_page, until } from "./harness.mjs";
import { by, many, sheet, tieout, verdict, verdict_on } from "./page.mjs";
import { try_everything } from "./ways_out.mjs";

/// More than the least in src/worker/shared.rs, among them an empty one and some that are no statement.
const LINES = 10_500;

let browser, folder, path;
before(async () => {
  browser = await open_browser();
  folder = await mkdtemp(join(tmpdir(), "tieout-"));
  path = join(folder, "large.ndjson");
  const lines = many(LINES).split("\n");
  lines[4_000] = "";
  for (const at of [5_000, 9_000, 9_001]) lines[at] = '{"meta": "no statement"}';
  await writeFile(path, lines.join("\r\n"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/// With a page that counts the helpers its worker starts and ends, and the parts they answer.
async function on_page(act) {
  const { page, site, faults, close } = await open_page(browser);
  try {
    await page.evaluate(() => void (globalThis.showSaveFilePicker = undefined));
    await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
    await running(page, 1);
    await page.workers()[0].evaluate(() => {
      const counts = (globalThis.counts = { started: 0, ended: 0, answers: 0, cores: Math.min(navigator.hardwareConcurrency, 4) });
      globalThis.Worker = class extends Worker {
        constructor(...how) {
          super(...how);
          counts.started += 1;
          this.addEventListener("message", () => (counts.answers += 1));
        }
        terminate() {
          counts.ended += 1;
          if (!counts.keep) super.terminate();
        }
      };
    });
    const requests = site.requests.length;
    await act(page, site);
    assert.equal(site.requests.length, requests, "something was fetched");
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

/// Waits until this many workers run.
async function running(page, count) {
  const end = Date.now() + 10_000;
  while (page.workers().length !== count) {
    assert.ok(Date.now() < end, `${page.workers().length} workers run, not ${count}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}

/// What was counted, once the worker has time to say it.
const counted = (page) => page.workers()[0].evaluate(() => globalThis.counts);

/// Holds that helpers were started so many times, did their part once, and are gone.
function is_shared({ started, ended, answers, cores }, times) {
  assert.equal(started, cores > 1 ? cores * times : 0);
  assert.equal(ended, started);
  if (started > 0) assert.ok(answers > started + 10, `${answers} answers of ${started} helpers`);
}

test("report and table are those of the command line, and the helpers are gone afterwards", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), path);
    assert.equal(await verdict(page, { seconds: 120 }), "differs");
    is_shared(await counted(page), 1);
    const report = await download(page, by("download-report"));
    assert.ok(report.bytes.equals(await tieout("check", "--format", "json", path)), "the report differs from the command line's");
    await page.keyboard.press("Escape");
    const table = await download(page, by("download-csv-compact"));
    assert.ok(table.bytes.equals(await tieout("flatten", path)), "the table differs from the command line's");
    is_shared(await counted(page), 1);
    await running(page, 1);
  }));

test("reading can be cancelled while helpers read, and another file be read then", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), path);
    await until(page, () => document.querySelector('[data-testid="progress"]') !== null);
    const end = Date.now() + 20_000;
    for (;;) {
      const { started, answers, cores } = await counted(page);
      if (answers > started || cores === 1) break;
      assert.ok(Date.now() < end, `${answers} answers of ${started} helpers`);
    }
    await page.click(by("cancel"));
    const small = join(folder, "small.json");
    await writeFile(small, sheet());
    await page.setInputFiles(by("file-input"), small);
    await verdict_on(page, "small.json", "ties");
    await running(page, 1);
  }));

test("helpers are there once a file is over the page, and go with one that is small", () =>
  on_page(async (page) => {
    const small = join(folder, "hovers.json");
    await writeFile(small, sheet());
    const drop = await hover_files(page, "body", small);
    const { cores } = await counted(page);
    await running(page, 1 + (cores > 1 ? cores : 0));
    await drop();
    await verdict_on(page, "hovers.json", "ties");
    await running(page, 1);
    const drop_large = await hover_files(page, "body", path);
    await drop_large();
    await verdict_on(page, "large.ndjson", "differs", { seconds: 120 });
    is_shared(await counted(page), 2);
  }));

test("a helper can send nothing either", () =>
  on_page(async (page, site) => {
    await page.workers()[0].evaluate(() => void (globalThis.counts.keep = true));
    await page.setInputFiles(by("file-input"), path);
    await verdict(page, { seconds: 120 });
    const { started } = await counted(page);
    await running(page, 1 + started);
    for (const helper of page.workers().slice(1)) {
      const answers = await helper.evaluate(try_everything, site.address);
      assert.ok(answers.length >= 4);
      assert.deepEqual(answers.filter((answer) => !answer.endsWith(": refused")), []);
    }
  }));
