// Many statements, files, folders and packed files; how they are read, and another way to read them.

import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { download, drop_files, open_browser, open_page, until } from "./harness.mjs";
import { by, choose, lines, many, sheet, tieout, verdict } from "./page.mjs";

let browser, folder;
before(async () => {
  browser = await open_browser();
  folder = await mkdtemp(join(tmpdir(), "tieout-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const fixture = (path) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));

async function on_page(act) {
  const { page, faults, close } = await open_page(browser);
  await act(page);
  assert.deepEqual(faults, []);
  await close();
}

const headline = (page) => page.innerText(".verdict h1");

/// The statements that are drawn: [number, verdict] each.
const listed = (page) =>
  page.$$eval(by("statement"), (all) => all.map(({ dataset }) => [Number(dataset.number), dataset.verdict]));

test("of many statements it is said how many do not tie, and any of them can be opened", () =>
  on_page(async (page) => {
    await choose(page, "many.ndjson", many(1500));
    assert.equal(await verdict(page), "differs");
    assert.equal(await headline(page), "✗ 15 of 1,500 do not tie");
    // Only what is in sight is drawn.
    assert.ok((await listed(page)).length < 100);
    await page.click(`${by("statement-filter")}[data-outcome="differs"]`);
    await until(page, () => document.querySelectorAll('[data-testid="statement"]').length === 15);
    assert.deepEqual((await listed(page)).at(-1), [1499, "differs"]);
    // Its lines were let go, and are read again from the file.
    await page.locator(by("statement")).last().click();
    await until(page, () => document.querySelector(".picker")?.textContent.includes("Company 1499"));
    assert.equal(await page.getAttribute(by("difference"), "data-exact"), "1.00");
    assert.ok((await lines(page)).includes("/assets"));
    await page.getByRole("button", { name: "Previous" }).click();
    await until(page, () => document.querySelector(".picker")?.textContent.includes("Company 1399"));
    // A finding of a statement far away opens it.
    await page.locator(by("finding")).first().click();
    await until(page, () => document.querySelector(".picker")?.textContent.includes("Company 99 "));
  }));

test("the list is sorted, searched and walked by keys", () =>
  on_page(async (page) => {
    await choose(page, "many.ndjson", many(300));
    await verdict(page);
    await page.getByRole("button", { name: "Verdict" }).click();
    await until(page, () => document.querySelector('[data-testid="statement"]')?.dataset.number === "99");
    await page.fill(by("statement-search"), "company 25");
    await until(page, () => document.querySelectorAll('[data-testid="statement"]').length === 11);
    await page.locator(`${by("statement")}[data-row="0"]`).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector('[data-testid="line"]') !== null);
    assert.match(await page.innerText(".picker"), /Company 25\d/);
    // The list that had the keys is gone, however it was left.
    await until(page, () => document.activeElement?.closest('[role="treegrid"]') != null);
    await page.goBack();
    await until(page, () => document.activeElement?.closest(".grid.statements") != null);
    await page.locator(by("statement")).first().click();
    await until(page, () => document.activeElement?.closest('[role="treegrid"]') != null);
  }));

test("several files, packed ones among them, are one list", () =>
  on_page(async (page) => {
    const packed = join(folder, "packed.json.gz");
    await writeFile(packed, gzipSync(sheet()));
    await page.setInputFiles(by("file-input"), [packed, fixture("quickbooks/balance_sheet.json"), fixture("named/codat_like.json")]);
    await verdict(page);
    assert.deepEqual(await listed(page), [[0, "ties"], [1, "ties"], [2, "ties"], [3, "differs"]]);
    assert.match(await page.innerText(".verdict .file"), /^3 files/);
    await page.locator(by("statement")).nth(1).click();
    await until(page, () => document.querySelector('[data-testid="read-as"]')?.textContent.includes("QuickBooks"));
  }));

test("a folder is read with the folders in it", () =>
  on_page(async (page) => {
    const deep = join(folder, "sheets", "2024");
    await mkdir(deep, { recursive: true });
    await writeFile(join(folder, "sheets", "a.json"), sheet());
    await writeFile(join(folder, "sheets", "notes.txt"), "nothing to read");
    await copyFile(fixture("named/merge_like.json"), join(deep, "b.json"));
    await drop_files(page, "body", join(folder, "sheets"));
    await verdict(page);
    assert.deepEqual(await listed(page), [[0, "ties"], [1, "ties"]]);
    assert.match(await page.innerText(".verdict .file"), /^2 files/);
  }));

test("how a file was read is said, and it can be read by other keys", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), fixture("named/vendor_roots.json"));
    assert.equal(await verdict(page), "ties");
    assert.match(await page.innerText(by("read-as")), /tree of lines under other names, by tree, .*closing/);
    await page.click(by("read-otherwise"));
    await until(page, () => document.querySelectorAll('[data-testid="example-line"]').length === 3);
    assert.deepEqual(await page.locator(by("example-line")).first().locator("td").allInnerTexts(), ["Total Assets", "A", "812.00"]);
    const amount = page.locator('input[data-key="Amount"]');
    await amount.fill("opening");
    await amount.press("Tab");
    await until(page, () => document.querySelector('[data-testid="example-line"]')?.textContent.includes("700.00"));
    await page.click(by("use-keys"));
    await until(page, () => document.querySelector('[data-testid="read-as"]')?.textContent.includes("opening"));
    assert.equal(await page.getAttribute(by("verdict"), "data-verdict"), "differs");
  }));

test("a file can be read as what it is not, and is said not to fit", () =>
  on_page(async (page) => {
    await choose(page, "sheet.json", sheet());
    assert.equal(await verdict(page), "ties");
    await page.click(by("read-otherwise"));
    await page.selectOption(by("dialect"), "xero");
    await until(page, () => document.querySelector('[data-testid="verdict"]')?.dataset.verdict === "unreadable");
    assert.match(await page.innerText("body"), /cannot be read as a report of Xero, which was chosen/);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    // It goes for the next file too, and says so, with a way back.
    await choose(page, "other.json", sheet());
    assert.equal(await verdict(page), "unreadable");
    assert.match(await page.innerText(".read-as"), /Every file is read as a report of Xero, which was chosen/);
    await page.click(by("read-as-found"));
    await until(page, () => document.querySelector('[data-testid="verdict"]')?.dataset.verdict === "ties");
    assert.equal(await page.locator(by("read-as-found")).count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.id), "read-otherwise");
  }));

/// Files of which two cannot be read, and one of two lines in part.
const in_part = () => [
  ["jan.json", sheet()],
  ["empty.json", ""],
  ["feb.json", sheet(['"value": "5.00", "items"', '"value": "6.00", "items"'])],
  ["page.json", "<html>"],
  ["some.ndjson", `${sheet().replaceAll("\n", "")}\n{\n`],
].map(([name, text]) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) }));

test("files that give no statement stand beside the list with what is wrong with them", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), in_part());
    assert.equal(await verdict(page), "unreadable");
    assert.deepEqual((await listed(page)).map(([at]) => at), [0, 1, 2]);
    const told = await page.innerText(".without");
    assert.match(told, /2 files give no statement, and are not in this list:\s+empty\.json: the file is empty: there is nothing to read\s+page\.json: found </);
    await page.locator(by("without")).nth(1).click();
    await until(page, () => document.querySelector('[data-testid="source-file"]')?.textContent === "page.json");
    assert.match(await page.innerText("#pane-line"), /web page or XML/);
  }));

test("a finding that is chosen beside the list of statements opens its statement at its line", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), in_part());
    await verdict(page);
    const total = `${by("finding")}[data-rule="T001"]`;
    await page.locator(total).first().click();
    await until(page, () => document.querySelector('[role="treegrid"] [aria-selected="true"]')?.dataset.pointer === "/assets");
    assert.match(await page.innerText(".picker"), /feb\.json/);
    // The same by keys, from the list.
    await page.locator("#view-statements").click();
    await page.keyboard.press("k");
    await until(page, () => document.querySelector("#view-statements")?.ariaSelected === "false");
  }));

test("what is taken away has what could be read, and the page says what it has not", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), in_part());
    await verdict(page);
    for (const format of ["xlsx", "parquet", "tables", "ndjson", "dbt", "csv-full"]) {
      const saved = await download(page, by(`download-${format}`));
      assert.ok(saved.bytes.length > 0, format);
      const told = await until(page, (name) => [...document.querySelectorAll('[data-testid="notice"]')].map((one) => one.innerText).find((text) => text.includes(name)), saved.name);
      assert.match(told, /is made of what could be read\. Left out: empty\.json and page\.json, which give no statement; what cannot be read of some\.ndjson\./);
      await page.getByRole("button", { name: "Put this message away" }).click();
    }
    await download(page, by("download-report"));
    assert.equal(await page.locator(by("notice")).count(), 0);
    // Of what cannot be read at all nothing is made.
    await page.setInputFiles(by("file-input"), in_part().filter(({ name }) => ["empty.json", "page.json"].includes(name)));
    await until(page, () => document.querySelector(".verdict .file")?.textContent.startsWith("2 files"));
    await page.click(`${by("download-menu")} > summary`);
    assert.ok(await page.locator(by("download-xlsx")).isDisabled());
  }));

test("the list says where a total differs, and that a total beside the tree does", () =>
  on_page(async (page) => {
    const item = sheet(['"value": "5.00"}]', '"value": "4.00"}]']);
    const foot = sheet(['"end_date"', '"total_assets": "7.00", "end_date"']);
    await choose(page, "four.json", `[${sheet()}, ${item}, ${foot}, ${sheet(['"A", "value": "5.00"', '"A", "value": "6.00"'])}]`);
    await verdict(page);
    const told = await page.$$eval(by("statement"), (all) =>
      all.map((row) => [row.querySelector(".verdict-word").textContent, row.querySelector(".gap").textContent]),
    );
    assert.deepEqual(told, [
      ["✓ ties", ""],
      ["✗ a total differs", "1.00"],
      ["✓ ties, but for 1", "2.00"],
      ["✗ differs", "1.00"],
    ]);
    const colour = (at) => page.locator(`${by("statement")} .outcome`).nth(at).evaluate((one) => getComputedStyle(one).color);
    assert.notEqual(await colour(2), await colour(0));
  }));

test("it is said whose figures stand beside the verdict on all statements", () =>
  on_page(async (page) => {
    await choose(page, "many.ndjson", many(3));
    await verdict(page);
    assert.equal(await page.innerText(by("whose")), "Company 0 · 2024-12-31 · EUR");
    await page.getByRole("button", { name: "Next" }).click();
    await until(page, () => document.querySelector('[data-testid="whose"]')?.textContent.startsWith("Company 1 "));
    await choose(page, "one.json", sheet());
    await until(page, () => document.querySelector(".verdict .file")?.textContent.startsWith("one.json"));
    assert.equal(await page.locator(by("whose")).count(), 0);
  }));

test("however long the name of an entity is, that of the file is in sight beside it, wide and narrow", () =>
  on_page(async (page) => {
    const long = sheet(['"end_date"', `"entity": "${"Internationale Verwaltungsgesellschaft ".repeat(6)}", "end_date"`]);
    const name = `apr_2024_${"of_the_consolidated_group_".repeat(4)}.json`;
    const files = [["jan.json", sheet()], [name, long]];
    await page.setInputFiles(by("file-input"), files.map(([name, text]) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) })));
    await verdict(page);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      if (width === 360) await page.locator(".tabs button", { hasText: "Views" }).click();
      const row = page.locator(by("statement")).nth(1);
      await row.scrollIntoViewIfNeeded();
      const [entity, file] = await row.locator(".entity bdi").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      assert.ok(entity.width > 100 && file.width > 100 && file.top >= entity.bottom - 2, JSON.stringify([width, entity, file]));
      const [one, other] = await page.locator(by("statement")).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      assert.ok(other.top >= one.bottom - 1 && file.bottom <= other.bottom + 1);
      assert.ok((await row.locator(".entity").getAttribute("title")).endsWith(name));
    }
    await page.locator(by("statement")).nth(1).click();
    await until(page, (name) => document.querySelector(".picker-file")?.title === name, name);
    assert.ok((await page.locator(".picker-file").boundingBox()).width > 100);
    // Rows are placed anew where the next files need less room.
    await choose(page, "three.json", `[${sheet()}, ${sheet()}, ${sheet()}]`);
    await until(page, () => document.querySelectorAll('[data-testid="statement"]').length === 3);
    const tall = await page.locator(`${by("statement")}`).first().evaluate((row) => [row.clientHeight, row.closest(".track").clientHeight]);
    await until(page, () => {
      const row = document.querySelector('[data-testid="statement"]');
      return row.closest(".track").clientHeight === 3 * row.clientHeight;
    }, undefined, { seconds: 5 }).catch(() => assert.fail(`rows and track are ${tall} high`));
  }));
