// What only the writers make: they are started for it, read the file again, and make no request.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { download, open_browser, open_page, until } from "./harness.mjs";

const HERE = (path) => fileURLToPath(new URL(path, import.meta.url));
const CANONICAL = HERE("../fixtures/canonical.json");
const TIEOUT = HERE("../../target/debug/tieout");

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

const by = (id) => `[data-testid="${id}"]`;

async function opened(how) {
  const visit = await open_page(browser, how);
  await visit.page.setInputFiles(by("file-input"), CANONICAL);
  await until(visit.page, () => document.querySelector('[data-testid="download-menu"]') !== null);
  return visit;
}

/// What the command line writes of the canonical sheet.
function exported(how) {
  const out = join(mkdtempSync(join(tmpdir(), "tieout-")), "out");
  execFileSync(TIEOUT, ["export", ...how, CANONICAL, "-o", out], { stdio: "ignore" });
  return readFileSync(out);
}

const FORMATS = [
  ["download-tables", "canonical.tables.zip", ["tables"]],
  ["download-ndjson", "canonical.line.ndjson", ["ndjson"]],
  ["download-parquet", "canonical.parquet.zip", ["parquet", "--table", "all"]],
  ["download-xlsx", "canonical.xlsx", ["xlsx"]],
  ["download-dbt", "canonical.dbt.zip", ["dbt"]],
];

test("what the writers make is what the command line writes, byte for byte, and no request is made for it", async () => {
  const { page, site, faults, close } = await opened();
  try {
    const before = site.requests.length;
    for (const [id, name, how] of FORMATS) {
      const saved = await download(page, by(id));
      assert.equal(saved.name, name);
      assert.ok(saved.bytes.equals(exported(how)), `${id} is not what tieout export ${how.join(" ")} writes`);
    }
    assert.equal(site.requests.length, before);
    assert.deepEqual(faults, []);
    await until(page, () => document.querySelector(".making") === null);
  } finally {
    await close();
  }
});

test("the sample, which is no file, can be taken away as well", async () => {
  const { page, close } = await open_page(browser);
  try {
    await page.click(by("sample"));
    await until(page, () => document.querySelector('[data-testid="download-menu"]') !== null);
    const saved = await download(page, by("download-ndjson"));
    assert.equal(saved.bytes.toString().trim().split("\n").length, 37);
  } finally {
    await close();
  }
});

test("a page whose writers could not be fetched works, and says so when they are wanted", async () => {
  const { page, close } = await opened({ missing: "**/writers-*.wasm" });
  try {
    await page.click(`${by("download-menu")} > summary`);
    await page.click(by("download-tables"));
    await until(page, () => document.body.textContent.includes("The file could not be made: the server answered 404."));
    const csv = await download(page, by("download-csv-compact"));
    assert.equal(csv.bytes.toString().trim().split("\n").length, 38);
  } finally {
    await close();
  }
});
