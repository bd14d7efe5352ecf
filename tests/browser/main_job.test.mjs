// The main job: drop a balance sheet, read the verdict and where it comes from, take the tables.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { download, drop_files, open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, findings, lines, sheet, tieout, verdict, verdict_on } from "./page.mjs";

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

/// Runs `act` on a fresh page, which must come through it without a fault.
async function on_page(act, how) {
  const opened = await open_page(browser, { acceptDownloads: true, locale: "en-US", ...how });
  try {
    await until(opened.page, () => document.querySelector('[data-testid="file-input"]') !== null);
    await act(opened.page);
    assert.deepEqual(opened.faults, []);
  } finally {
    await opened.close();
  }
}

const TRUE_OF_THE_CANONICAL_SHEET = [
  ["A001", "warning", "/equity/items/3"],
  ["A003", "warning", "/liabilities/items/1/items/0"],
  ["D001", "warning", ""],
  ["D006", "info", ""],
  ["S006", "info", "/assets/items/0/items/1/items/0"],
  ["S006", "info", "/liabilities/items/0/items/0/items/0"],
  ["S006", "info", "/liabilities/items/0/items/0/items/0/items/2"],
  ["S007", "info", "/assets/items/0/items/1"],
  ["S007", "info", "/assets/items/1"],
  ["S007", "info", "/equity/items/0"],
  ["S007", "info", "/liabilities/items/0/items/0"],
  ["S007", "info", "/liabilities/items/0/items/1"],
  ["S007", "info", "/liabilities/items/1"],
  ["S009", "info", "/equity/items/0/items/0"],
  ["T001", "error", "/liabilities/items/0"],
  ["T002", "error", ""],
  ["V005", "info", "/assets/items/0/items/0/items/1"],
  ["V005", "info", "/assets/items/0/items/0/items/2"],
  ["V005", "info", "/liabilities/items/0/items/1/items/0/items/3"],
];

for (const [name, give] of [
  ["the sample", (page) => page.click(by("sample"))],
  ["a dropped file", (page) => drop_files(page, "body", CANONICAL)],
  ["a chosen file", (page) => page.setInputFiles(by("file-input"), CANONICAL)],
]) {
  test(`${name} does not tie, and the page says where`, () =>
    on_page(async (page) => {
      await give(page);
      assert.equal(await verdict(page), "differs");
      assert.deepEqual((await findings(page)).sort(), TRUE_OF_THE_CANONICAL_SHEET);
      const difference = await page.textContent(by("difference"));
      assert.ok(difference.includes("−105,147.67"), difference);
      assert.ok((await page.textContent("body")).includes("−28,149.57"));
      assert.ok((await lines(page)).includes("/liabilities/items/0"));
    }));
}

test("the downloads are what the command line writes, byte for byte", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    for (const [id, name, args] of [
      ["download-csv-compact", "canonical.compact.csv", ["flatten", CANONICAL]],
      ["download-csv-full", "canonical.full.csv", ["flatten", "--columns", "full", CANONICAL]],
      ["download-report", "canonical.report.json", ["check", "--format", "json", CANONICAL]],
    ]) {
      await open_downloads(page, id);
      const saved = await download(page, by(id));
      assert.equal(saved.name, name);
      assert.ok(saved.bytes.length > 1000);
      assert.deepEqual(saved.bytes, await tieout(...args));
    }
  }));

/// The downloads may stand in a menu; it opens by its own button.
async function open_downloads(page, id) {
  if (!(await page.isVisible(by(id)))) await page.click("[aria-haspopup=menu], [popovertarget], summary");
}

test("each row says its level and its place to a screen reader", () =>
  on_page(async (page) => {
    await page.click(by("sample"));
    await verdict(page);
    const told = await page.$$eval(by("line"), (rows) =>
      rows.slice(0, 3).map((row) => ["level", "posinset", "setsize", "rowindex"].map((of) => row.getAttribute(`aria-${of}`))),
    );
    assert.deepEqual(told, [
      ["1", "1", "3", "2"],
      ["2", "1", "2", "3"],
      ["3", "1", "3", "4"],
    ]);
  }));

test("pasted text is read like a file", () =>
  on_page(async (page) => {
    await page.evaluate((text) => {
      const clipboard = new DataTransfer();
      clipboard.setData("text/plain", text);
      const paste = new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true });
      document.body.dispatchEvent(paste);
    }, sheet());
    assert.equal(await verdict(page), "ties");
  }));

test("each verdict is told", () =>
  on_page(async (page) => {
    for (const [word, text] of [
      ["ties", sheet()],
      ["rounding", sheet(['"name": "A", "value": "5.00"', '"name": "A", "value": "5.01"'])],
      ["not-checkable", sheet(['"name": "A account", "value": "5.00"', '"name": "A account", "value": "n/a"'])],
      ["differs", sheet(['"name": "A", "value": "5.00"', '"name": "A", "value": "6.00"'])],
      ["unreadable", "{"],
    ]) {
      await choose(page, `${word}.json`, text);
      await verdict_on(page, `${word}.json`, word);
    }
  }));

test("choosing a finding shows its line, and going back shows the one before", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    const chosen = () =>
      page.evaluate(() => document.querySelector('[data-testid="line"][aria-selected="true"]')?.dataset.pointer);
    const becomes = async (pointer) => {
      const question = (pointer) =>
        document.querySelector('[data-testid="line"][aria-selected="true"]')?.dataset.pointer === pointer;
      await until(page, question, pointer).catch(async () => assert.equal(await chosen(), pointer));
    };
    await page.click('[data-rule="A003"]');
    await becomes("/liabilities/items/1/items/0");
    await page.click('[data-rule="T001"]');
    await becomes("/liabilities/items/0");
    assert.ok((await page.textContent("body")).includes("937,527.65"));
    await page.goBack();
    await becomes("/liabilities/items/1/items/0");
    await page.goForward();
    await becomes("/liabilities/items/0");
  }));

test("on a narrow screen going back from a finding shows the findings again", () =>
  on_page(
    async (page) => {
      await page.setInputFiles(by("file-input"), CANONICAL);
      await verdict(page);
      await page.click('[data-rule="A003"]');
      await until(page, () => document.querySelector("#pane-line").checkVisibility());
      await page.goBack();
      await until(page, () => document.querySelector('[data-rule="A003"]').checkVisibility());
      assert.equal(await page.isVisible("#pane-line"), false);
    },
    { viewport: { width: 360, height: 740 } },
  ));

test("findings are filtered by severity and by rule", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    const rules = async () => (await findings(page)).map(([rule]) => rule).sort();
    assert.equal((await rules()).length, 19);
    await page.getByRole("checkbox", { name: /warning/i }).uncheck();
    await until(page, () => document.querySelectorAll('[data-testid="finding"]').length === 16);
    assert.deepEqual([...new Set(await rules())], ["D006", "S006", "S007", "S009", "T001", "T002", "V005"]);
    await page.getByRole("combobox", { name: /rule/i }).selectOption("T002");
    await until(page, () => document.querySelectorAll('[data-testid="finding"]').length === 1);
    assert.deepEqual(await rules(), ["T002"]);
  }));

test("a file of several statements shows each", () =>
  on_page(async (page) => {
    const off = sheet(['"name": "A", "value": "5.00"', '"name": "A", "value": "6.00"']);
    await choose(page, "two.json", `[${sheet()}, ${off}]`);
    assert.equal(await verdict(page), "differs");
    // The first of the worst is opened first.
    assert.ok((await lines(page)).every((pointer) => pointer.startsWith("/1/")));
    // What is true of all of them is said first, and each is in the list.
    assert.equal(await page.innerText(".verdict h1"), "✗ 1 of 2 does not tie");
    const listed = await page.$$eval(by("statement"), (all) => all.map(({ dataset }) => dataset.verdict));
    assert.deepEqual(listed, ["ties", "differs"]);
    await page.locator(by("statement")).first().click();
    await until(page, () => document.querySelector('[data-testid="line"]')?.dataset.pointer.startsWith("/0/"));
  }));
