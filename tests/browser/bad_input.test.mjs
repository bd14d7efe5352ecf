// Bad input on the page: a plain answer, nothing frozen, and the next file is read as if nothing had been.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { appendFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { drop_files, open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, findings, sheet, verdict, verdict_on } from "./page.mjs";

let browser, folder;
before(async () => {
  browser = await open_browser();
  folder = await mkdtemp(join(tmpdir(), "tieout-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/// Runs `act` on a page; whatever it does, the page must then still read a good file, without a fault.
async function survives(act) {
  const opened = await open_page(browser);
  try {
    await until(opened.page, () => document.querySelector('[data-testid="file-input"]') !== null);
    await act(opened.page);
    await choose(opened.page, "afterwards.json", sheet());
    await verdict_on(opened.page, "afterwards.json", "ties");
    assert.deepEqual(opened.faults, []);
  } finally {
    await opened.close();
  }
}

const says = (page, ...words) =>
  until(page, (words) => words.every((word) => document.body.innerText.toLowerCase().includes(word)), words);

const cases = [
  ["an empty file", "", "J001"],
  ["only spaces", "  \n ", "J001"],
  ["a web page", "<!DOCTYPE html><html></html>", "J001"],
  ["a text cut off", sheet().slice(0, 150), "J001"],
  ["trailing commas", sheet(["}]}", "},]}"]), "J001"],
  ["bytes that are no UTF-8", Buffer.concat([Buffer.from('{"a": "'), Buffer.from([0xe9]), Buffer.from('"}')]), "J004"],
  ["a number", "42", "S001"],
  ["an empty list", "[]", "S001"],
  ["a package file", '{"name": "left-pad", "version": "1.3.0"}', "S001"],
  ["nesting of a hundred thousand", "[".repeat(100_000), "J006"],
];
for (const [name, content, rule] of cases) {
  test(`${name} cannot be read, and the page says why`, () =>
    survives(async (page) => {
      await choose(page, "bad.json", content);
      assert.equal(await verdict(page), "unreadable");
      const told = await findings(page);
      assert.ok(told.length > 0);
      assert.deepEqual([...new Set(told.map(([code]) => code))], [rule]);
    }));
}

test("names with markup, quotes, line ends and direction marks stay text", () =>
  survives(async (page) => {
    const name = '<img src=x onerror=alert(1)><script>alert(2)</script> "q" \n \u202Ertl =1+1';
    await choose(page, "names.json", sheet(['"A account"', JSON.stringify(name)]));
    assert.equal(await verdict(page), "ties");
    await until(page, () => document.querySelectorAll('[data-testid="line"]').length > 1);
    assert.equal(await page.$$eval("main img, main script", (all) => all.length), 0);
    assert.ok((await page.textContent("body")).includes("<img src=x onerror=alert(1)>"));
  }));

test("a group of 200,000 items scrolls like a small one", () =>
  survives(async (page) => {
    const items = Array.from({ length: 200_000 }, (_, at) => `{"account_id":"${at + 10}","name":"Line ${at}","value":"0.01"}`);
    const text = sheet(
      ['{"account_id": "A-1", "name": "A account", "value": "5.00"}', items.join(",")],
      ['"name": "A", "value": "5.00"', '"name": "A", "value": "2000.00"'],
      ['"name": "E", "value": "3.00"', '"name": "E", "value": "1998.00"'],
      ['"name": "E account", "value": "3.00"', '"name": "E account", "value": "1998.00"'],
    );
    await choose(page, "wide.json", text);
    assert.equal(await verdict(page), "ties");
    const drawn = await page.$$eval('[data-testid="line"]', (all) => all.length);
    assert.ok(drawn > 3 && drawn < 300, `${drawn} rows are drawn`);
    await page.locator('[data-testid="line"]').first().click();
    await page.keyboard.press("End");
    await until(page, () => document.body.innerText.includes("E account"));
  }));

test("200 MB of random bytes are answered, and the memory is given back", () =>
  survives(async (page) => {
    const path = join(folder, "random.json");
    const piece = randomBytes(1 << 20);
    await writeFile(path, Buffer.concat(Array.from({ length: 200 }, () => piece)));
    const before = page.workers()[0];
    await page.setInputFiles(by("file-input"), path);
    assert.equal(await verdict(page, { seconds: 60 }), "unreadable");
    // A worker's memory never shrinks, so a worker that was fed this much is ended.
    assert.ok(!page.workers().includes(before));
    await rm(path);
  }));

test("a folder without a file to read is declined in words", () =>
  survives(async (page) => {
    await mkdir(join(folder, "sheets"), { recursive: true });
    await drop_files(page, "body", join(folder, "sheets"));
    await says(page, "folder");
  }));

test("a gzip file that is cut off is said to be", () =>
  survives(async (page) => {
    const packed = gzipSync(sheet().repeat(50));
    await writeFile(join(folder, "cut.json.gz"), packed.subarray(0, packed.length - 40));
    await page.setInputFiles(by("file-input"), join(folder, "cut.json.gz"));
    await says(page, "cannot be unpacked to its end");
  }));

test("a gzip file that lies about its size is said not to be whole", () =>
  survives(async (page) => {
    const packed = gzipSync(sheet());
    packed.writeUInt32LE(7, packed.length - 4);
    await writeFile(join(folder, "lies.json.gz"), packed);
    await page.setInputFiles(by("file-input"), join(folder, "lies.json.gz"));
    await says(page, "cannot be unpacked to its end");
  }));

test("the same file can be given twice", () =>
  survives(async (page) => {
    for (const round of [1, 2]) {
      await page.setInputFiles(by("file-input"), CANONICAL);
      assert.equal(await verdict(page), "differs", `round ${round}`);
      await page.getByRole("button", { name: /new/i }).first().click();
      await until(page, () => document.querySelector('[data-testid="sample"]') !== null);
    }
  }));

/// A file that takes a while: 300 MB of white space in front of a sheet.
async function slow_file(name) {
  const path = join(folder, name);
  await writeFile(path, Buffer.alloc(300 << 20, " "));
  await appendFile(path, sheet());
  return path;
}

test("reading can be cancelled", () =>
  survives(async (page) => {
    await page.setInputFiles(by("file-input"), await slow_file("slow.json"));
    await page.click(by("cancel"));
    await says(page, "cancelled");
  }));

test("a second file takes the place of the first while that is read", () =>
  survives(async (page) => {
    await page.setInputFiles(by("file-input"), await slow_file("slow.json"));
    await until(page, () => document.querySelector('[data-testid="progress"]') !== null);
    await drop_files(page, "body", CANONICAL);
    await verdict_on(page, "canonical.json", "differs");
    await new Promise((later) => setTimeout(later, 1500));
    assert.equal(await verdict(page), "differs");
  }));

test("a file that changes while it is read is told", () =>
  survives(async (page) => {
    const path = await slow_file("changing.json");
    await page.setInputFiles(by("file-input"), path);
    await until(page, () => document.querySelector('[data-testid="progress"]') !== null);
    await writeFile(path, sheet());
    await says(page, "changed");
    // What else fails by it says nothing more.
    await new Promise((later) => setTimeout(later, 300));
    await says(page, "changed");
  }));
