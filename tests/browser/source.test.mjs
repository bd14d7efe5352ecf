// The text of the file: in step with findings and hierarchy both ways, found in, and quick whatever its size.

import assert from "node:assert/strict";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, click_in_list, sheet, verdict } from "./page.mjs";

let browser, folder;
before(async () => {
  browser = await open_browser();
  folder = await mkdtemp(join(tmpdir(), "tieout-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function on_page(act, how) {
  const { page, faults, close } = await open_page(browser, how);
  try {
    await act(page);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

const source = (page) => page.locator("#view-source").click();

/// The rows that are drawn: line and text each.
const rows = (page) =>
  page.$$eval(by("source-row"), (all) =>
    all.map((row) => [Number(row.dataset.line), row.querySelector(".source-text").textContent]),
  );

/// Waits until the rows have stayed as they are for a few frames.
const still = (page) =>
  page.evaluate(async () => {
    const grid = document.querySelector(".grid.source");
    const look = () => `${grid.scrollTop} ${grid.scrollLeft} ${grid.querySelector(".window").textContent}`;
    for (let before = "", frames = 0; frames < 5; frames += 1) {
      await new Promise(requestAnimationFrame);
      if (look() !== before) frames = 0;
      before = look();
    }
  });

/// Waits until the row of this line is in sight and marked as the reader's, and gives its text.
async function arrived(page, line) {
  const question = (line) => {
    const row = document.querySelector(`.grid.source .here[data-line="${line}"]`);
    const grid = row?.closest(".grid").getBoundingClientRect();
    const own = row?.getBoundingClientRect();
    return row && own.top >= grid.top && own.bottom <= grid.bottom + 1 && row.querySelector(".source-text").textContent;
  };
  await until(page, question, line);
  await still(page);
  return until(page, question, line);
}

/// Waits until the hierarchy has this line chosen.
const chosen = (page, pointer) =>
  until(
    page,
    (pointer) => document.querySelector('[data-testid="line"][aria-selected="true"]')?.dataset.pointer === pointer,
    pointer,
  );

const row = (page, line) => page.locator(`${by("source-row")}[data-line="${line}"]`).first();

test("findings and lines lead to their place in the text, and the text leads back", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await page.locator('[data-testid="finding"][data-rule="T001"]').click();
    await source(page);
    await arrived(page, 99);
    const text = (await readFile(CANONICAL, "utf8")).split("\n");
    for (const [line, shown] of await rows(page)) assert.equal(shown.trimEnd(), text[line - 1].trimEnd());
    assert.equal(await row(page, 99).locator(by("source-note")).getAttribute("data-rule"), "T001");
    assert.equal(await row(page, 99).locator(".under").textContent(), "{");
    // Another finding moves the text along.
    await page.locator('[data-testid="finding"][data-rule="A001"]').click();
    const income = 1 + text.findIndex((line) => line.includes('"Net Income"'));
    await arrived(page, income - 2);
    // A click on a figure chooses its line, and leaves the text where it is.
    const owner = 1 + text.findIndex((line) => line.includes('"Owner\'s Equity"'));
    await row(page, owner).scrollIntoViewIfNeeded();
    await still(page);
    const scrolled = await page.$eval(".grid.source", (grid) => grid.scrollTop);
    await row(page, owner).locator(".ink-text").evaluate((text) => text.click());
    await chosen(page, "/equity/items/0/items/0");
    assert.equal(await page.$eval(".grid.source", (grid) => grid.scrollTop), scrolled);
    await until(page, (line) => document.querySelector(`.whole[data-line="${line}"]`) !== null, owner);
    // A mark in the gutter chooses its finding.
    await row(page, income - 2).locator(by("source-note")).click();
    await until(page, () => document.querySelector(".finding.chosen")?.dataset.rule === "A001");
    // The hierarchy leads there too, and the place in the line's panel.
    await page.locator("#view-hierarchy").click();
    await click_in_list(page, '[data-pointer="/equity/items/1"]');
    await page.click(by("to-source"));
    const retained = 1 + text.findIndex((line) => line.includes('"Retained Earnings"'));
    await arrived(page, retained - 2);
    // The browser's history has the views and the selection: back to the hierarchy, and to the finding in the text.
    await page.goBack();
    await page.waitForSelector("#panel-hierarchy:not([hidden])");
    await page.goForward();
    await arrived(page, retained - 2);
    for (let steps = 0; steps < 3; steps += 1) await page.goBack();
    await until(page, () => document.querySelector("#line-title")?.textContent === "Net Income");
    await arrived(page, income - 2);
  }));

test("by keyboard: rows are walked and chosen, findings reached, places found", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await page.locator("#view-checks").click();
    await page.keyboard.press("ArrowLeft");
    await arrived(page, 1);
    const focused = () => page.evaluate(() => document.activeElement.dataset.line ?? document.activeElement.dataset.testid);
    for (let presses = 0; (await focused()) !== "1" && presses < 10; presses += 1) await page.keyboard.press("Tab");
    assert.equal(await focused(), "1");
    await page.keyboard.press("End");
    const text = (await readFile(CANONICAL, "utf8")).split("\n");
    await until(page, (line) => document.activeElement.dataset.line === line, String(text.length));
    await page.keyboard.press("Home");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageUp");
    const cash = 1 + text.findIndex((line) => line.includes('"Flex Cash"'));
    for (let line = 1; line < cash; line += 1) await page.keyboard.press("ArrowDown");
    await until(page, (line) => document.activeElement.dataset.line === line, String(cash));
    await page.keyboard.press("Enter");
    await chosen(page, "/assets/items/0/items/0/items/0");
    // The finding of a row is one stop further.
    await page.keyboard.press("Home");
    await until(page, () => document.activeElement.dataset.line === "1");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "source-note");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector(".finding.chosen") !== null);
    await page.focus(by("source-find"));
    await page.keyboard.type("accounts PAYABLE");
    await until(page, () => document.querySelector('[data-testid="source-found"]').textContent === "1 of 3");
    const places = text.flatMap((line, at) => (line.includes("Accounts Payable") ? [at + 1] : []));
    await arrived(page, places[0]);
    await page.keyboard.press("Enter");
    await arrived(page, places[1]);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await arrived(page, places[0]);
    await page.keyboard.press("Shift+Enter");
    await arrived(page, places[2]);
    assert.equal(await page.innerText(by("source-found")), "3 of 3");
    assert.equal(await page.locator(".hit.current").textContent(), "Accounts Payable");
    await page.keyboard.type("x");
    await until(page, () => document.querySelector('[data-testid="source-found"]').textContent === "not found");
    assert.equal(await page.locator(".hit").count(), 0);
  }));

test("by touch on a small screen: the text leads to the line and back", () =>
  on_page(
    async (page) => {
      await page.setInputFiles(by("file-input"), CANONICAL);
      await verdict(page);
      await page.locator('[data-testid="finding"][data-rule="T001"]').tap();
      await page.locator(by("to-source")).tap();
      await arrived(page, 99);
      await row(page, 101).locator(".ink-text").tap();
      await chosen(page, "/liabilities/items/0");
      await row(page, 99).locator(by("source-note")).tap();
      await until(page, () => document.querySelector("#pane-line:not(.away) #line-title")?.textContent === "Current Liabilities");
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true },
  ));

test("a statement that is not open is opened by a click on its text", () =>
  on_page(async (page) => {
    const two = `[${sheet()},\n${sheet(['"account_id": "A-1"', '"account_id": "B-1"'])}]`;
    await choose(page, "two.json", two);
    await verdict(page);
    await page.locator(by("statement")).first().click();
    await source(page);
    await arrived(page, 1);
    await page.locator(".ink-text", { hasText: "B-1" }).click();
    await until(page, () => location.hash.startsWith("#statement=2&line=1"));
    await chosen(page, "/1/assets/items/0");
  }));

test("of several files the one is shown that is chosen from", () =>
  on_page(async (page) => {
    const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    const off = sheet(['"name": "A", "value": "5.00"', '"name": "A", "value": "6.00"']);
    await page.setInputFiles(by("file-input"), [file("one.json", sheet()), file("two.json", `\ufeff${off}`)]);
    await verdict(page);
    await page.locator('[data-testid="finding"][data-rule="T001"]').first().click();
    await source(page);
    await until(page, () => document.querySelector('[data-testid="source-file"]').textContent === "two.json");
    assert.ok((await arrived(page, 2)).includes('"6.00"'));
    await page.locator("#view-statements").click();
    await page.locator(by("statement")).first().click();
    await source(page);
    await until(page, () => document.querySelector('[data-testid="source-file"]').textContent === "one.json");
    assert.ok((await rows(page))[1][1].includes('"5.00"'));
  }));

test("odd files are shown as they are, and what would hide is seen", () =>
  on_page(async (page) => {
    const shown = async (name, content) => {
      await choose(page, name, content);
      await until(page, (name) => document.querySelector(".verdict")?.textContent.includes(name), name);
      await source(page);
      await page.waitForSelector(by("source-row"));
      return rows(page);
    };
    const tied = sheet();
    const lines = tied.split("\n");
    const expected = lines.map((line, at) => [at + 1, line]);
    // Rows are folded at a hundred characters; joined, they are the lines again.
    const joined = (all) =>
      all.reduce((lines, [line, text]) => {
        if (lines.at(-1)?.[0] === line) lines.at(-1)[1] += text;
        else lines.push([line, text]);
        return lines;
      }, []);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(tied, "utf16le")]);
    for (const [name, bytes] of [
      ["plain.json", tied],
      ["bom.json", `\ufeff${tied}`],
      ["crlf.json", tied.replaceAll("\n", "\r\n")],
      ["cr.json", tied.replaceAll("\n", "\r")],
      ["utf16.json", utf16],
      ["packed.json.gz", gzipSync(tied)],
    ]) {
      assert.deepEqual(joined(await shown(name, bytes)), expected, name);
    }
    assert.deepEqual(await shown("empty.json", ""), [[1, " "]]);
    const binary = Buffer.from([0x7b, 0x5b, 0x00, 0x1b, 0xff, 0x0a, 0xe2, 0x80, 0xae, 0x22]);
    assert.deepEqual((await shown("binary.json", binary)).map(([, text]) => text.trimEnd()), ["{[NULESCFF", 'U+202E"']);
    const cut = tied.slice(0, -40);
    assert.deepEqual(joined(await shown("cut.json", cut)).length, lines.length);
    assert.ok((await page.locator(by("source-note")).count()) > 0);
    const wide = sheet(['"name": "A account"', `"name": "${"שלום 😀 ".repeat(1500)}"`]);
    const folded = await shown("wide.json", wide);
    assert.ok(folded.length < 100 && folded.every(([, text]) => text.length < 300));
    // The sample has no file, and a text all the same.
    await page.getByRole("button", { name: "New" }).click();
    await page.click(by("sample"));
    await until(page, () => document.querySelector(".verdict")?.textContent.includes("sample.json"));
    await source(page);
    await arrived(page, 1);
  }));

test("a file that was changed since it was checked is told", () =>
  on_page(async (page) => {
    const path = join(folder, "changing.json");
    await writeFile(path, sheet());
    await page.setInputFiles(by("file-input"), path);
    await verdict(page);
    await new Promise((later) => setTimeout(later, 1100));
    await writeFile(path, `${sheet()}\n\n`);
    await source(page);
    await until(page, () => /changed/.test(document.querySelector('[data-testid="source-failed"]:not([hidden])')?.textContent));
  }));

test("a hundred megabytes, half of them one line, are shown at once and scrolled to their end", { timeout: 90_000 }, () =>
  on_page(async (page) => {
    const piece = Array.from({ length: 1000 }, (_, at) => `{"account_id": "${10000 + at}", "name": "Account ${at}", "value": "1.00"}`);
    const [lines, line] = [",\n", ","].map((between) => Buffer.from(piece.join(between) + between));
    const times = Math.ceil(1e8 / (lines.length + line.length));
    const path = join(folder, "large.json");
    const file = await open(path, "w");
    await file.write(`{"assets": {"name": "Assets", "value": "${times * 2000 + 2}.00", "items": [`);
    for (const body of [lines, line]) for (let at = 0; at < times; at += 1) await file.write(body);
    await file.write(
      `{"account_id": "1", "name": "The last", "value": "2.00"}]}, "liabilities": {"name": "L", "value": "0.00"}, "equity": {"name": "E", "value": "0.00"}}`,
    );
    await file.close();
    await page.setInputFiles(by("file-input"), path);
    await verdict(page, { seconds: 60 });
    const begun = Date.now();
    await page.$eval("#view-source", (tab) => tab.click());
    await page.waitForSelector(by("source-row"));
    const took = Date.now() - begun;
    assert.ok(took < 1500, `the first rows took ${took} ms`);
    await until(page, () => Number(document.querySelector(".grid.source").getAttribute("aria-rowcount")) > 1_000_000);
    // The end is one key away, and its row leads to its line.
    await page.locator(`${by("source-row")}[data-row="0"]`).focus();
    await page.keyboard.press("End");
    await page.locator(by("source-row"), { hasText: "The last" }).locator(".ink-text", { hasText: "The last" }).click();
    await until(page, () => document.querySelector("#line-title")?.textContent === "The last");
    await page.fill(by("source-find"), "the LAST");
    await until(page, () => document.querySelector('[data-testid="source-found"]').textContent === "1 of 1");
    await page.fill(by("source-find"), "account 7");
    await until(page, () => /of the first 10,000$/.test(document.querySelector('[data-testid="source-found"]').textContent));
  }));
