// The report as a document: the HTML file opened from the disk, and what the page prints.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { accessibility_faults, download, open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, sheet, tieout, verdict } from "./page.mjs";

let browser, folder;
before(async () => {
  browser = await open_browser();
  folder = await mkdtemp(join(tmpdir(), "tieout-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/// What anyone who has the report must find in it.
const CANONICAL_FIGURES = [
  "Does not tie",
  "2 errors, 3 warnings and 14 notes.",
  "13,318,970.87",
  "1,025,016.99",
  "12,399,101.55",
  "−105,147.67",
  "−28,149.57",
  "937,527.65",
  "76,998.10",
  "canonical.json",
  "6fb5e49beab07d85b3177252e34577567a2cb575cb4352d5542426ddec51bd8c",
  "Tieout 0.1.0",
  "No simple cause found",
  "Why it matters",
];

/// Runs on the page, which must come through it without a fault.
async function on_page(act, how) {
  const opened = await open_page(browser, { acceptDownloads: true, locale: "en-US", timezoneId: "UTC", ...how });
  try {
    await until(opened.page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
    await act(opened.page, opened);
    assert.deepEqual(opened.faults, []);
  } finally {
    await opened.close();
  }
}

/// Opens a file from the disk, as a person who was sent it would; it may ask for nothing and break nothing.
async function on_disk(path, act, how) {
  const context = await browser.newContext(how);
  const page = await context.newPage();
  const faults = [];
  const asked = [];
  page.on("console", (said) => faults.push(said.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => asked.push(request.url()));
  try {
    await page.goto(pathToFileURL(path).href, { waitUntil: "load" });
    await act(page);
    assert.deepEqual(faults, []);
    assert.deepEqual(asked, [pathToFileURL(path).href]);
  } finally {
    await context.close();
  }
}

async function written(name, ...args) {
  const path = join(folder, name);
  await writeFile(path, await tieout("check", "--format", "html", ...args));
  return path;
}

test("the report is what the command line writes, byte for byte", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    const saved = await download(page, by("download-report-html"));
    assert.equal(saved.name, "canonical.report.html");
    assert.deepEqual(saved.bytes, await tieout("check", "--format", "html", CANONICAL));
  }));

test("from the disk it has every figure, asks for nothing and is accessible, wide and narrow, light and dark", async () => {
  const path = await written("canonical.html", CANONICAL);
  await on_disk(path, async (page) => {
    const text = await page.innerText("body");
    for (const figure of CANONICAL_FIGURES) assert.ok(text.includes(figure), figure);
    assert.equal(await page.locator("table.lines tbody tr").count(), 37);
    assert.equal(await page.locator("table.checks tbody tr").count(), 17);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await accessibility_faults(page), [], `${colorScheme}, ${width} px`);
      }
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${over} px wider than ${width} px`);
    }
  }, { bypassCSP: false });
});

/// The checks as they stand: what each is of.
const order = (page) => page.$$eval("table.checks tbody tr", (rows) => rows.map((row) => row.cells[4].innerText));

test("a table is sorted by a click and by the keyboard, and comes back as it was", async () => {
  const path = await written("sorted.html", CANONICAL);
  await on_disk(path, async (page) => {
    const before = await order(page);
    const head = page.locator("table.checks th", { hasText: "Difference" });
    await head.getByRole("button").click();
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    const rising = await order(page);
    assert.deepEqual([rising[0], rising.at(-1)], ["−105,147.67", "76,998.10"]);
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    assert.deepEqual([(await order(page))[0], (await order(page)).at(-1)], ["76,998.10", "−105,147.67"]);
    await page.keyboard.press("Space");
    assert.equal(await head.getAttribute("aria-sort"), null);
    assert.deepEqual(await order(page), before);
    assert.deepEqual(await accessibility_faults(page), []);
  });
});

test("it reads as well where no script runs", async () => {
  const path = await written("quiet.html", CANONICAL);
  await on_disk(path, async (page) => {
    assert.equal(await page.locator("button").count(), 0);
    const text = await page.innerText("body");
    for (const figure of CANONICAL_FIGURES) assert.ok(text.includes(figure), figure);
  }, { javaScriptEnabled: false });
});

test("whatever names stand in a file, the report runs none of them", async () => {
  const hostile = `<script>document.title = "ran"</script><img src="http://127.0.0.1:9/leak" onerror="document.title = 'ran'">`;
  const text = sheet(['"name": "A account"', `"name": ${JSON.stringify(hostile)}`]);
  const source = join(folder, "hostile.json");
  await writeFile(source, text);
  const path = await written("hostile.html", source);
  await on_disk(path, async (page) => {
    assert.equal(await page.title(), "Ties: hostile.json");
    assert.ok((await page.innerText("table.lines")).includes('<img src="http://127.0.0.1:9/leak"'));
  });
});

test("a report on 60,000 lines with more than 10,000 findings opens, and says what it leaves out", async () => {
  const items = Array.from({ length: 60_000 }, (_, at) => `{"account_id": "a${at}", "name": "line ${at}", "value": "-1.00"}`);
  const source = join(folder, "large.json");
  const side = (name, items) => `"${name}": {"name": "${name}", "value": "1.00", "items": [${items}]}`;
  await writeFile(source, `{${side("assets", items)}, ${side("liabilities", "")}, ${side("equity", "")}}`);
  const path = await written("large.html", source);
  await on_disk(path, async (page) => {
    const left = await page.locator(".more").allInnerTexts();
    assert.ok(left.some((text) => /^and 40,003 more lines/.test(text)), left.join("\n"));
    assert.ok(left.some((text) => /^and 59,500 more of this rule/.test(text)), left.join("\n"));
    assert.equal(await page.locator("table.lines tbody tr").count(), 20_000);
  });
});

/// What stands on paper now.
const on_paper = (page) =>
  page.evaluate(() => {
    const seen = [...document.querySelector(".app").children].filter((one) => one.checkVisibility());
    return { parts: seen.map(({ id }) => id), text: document.querySelector("#printed").innerText };
  });

test("what is printed is the whole report, whatever the page shows", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await page.emulateMedia({ media: "print" });
    await until(page, () => document.querySelectorAll("#printed .lines tbody tr").length === 37);
    const { parts, text } = await on_paper(page);
    assert.deepEqual(parts, ["printed"]);
    for (const figure of [...CANONICAL_FIGURES, "Settle Loans Payable", "Net Income", "420851e1-e6f4-4f2f-9a15-3634fa24bce0"]) {
      assert.ok(text.includes(figure), figure);
    }
    // What other parts of the page look like is not for the paper.
    const rows = await page.$$eval("#printed .lines tr", (all) => [...new Set(all.map((row) => getComputedStyle(row).display))]);
    assert.deepEqual(rows, ["table-row"]);
    await page.setViewportSize({ width: 718, height: 1000 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 718), "the paper is too narrow");
    assert.match(text, new RegExp(`checked on ${new Date().toISOString().slice(0, 10)}`));
    await page.emulateMedia({ media: "screen" });
    await until(page, () => document.querySelector("#printed").childElementCount === 0);
    assert.ok(await page.isVisible(by("verdict")));
  }));

test("the browser's own way to print makes the same pages", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await page.evaluate(() => {
      globalThis.most = 0;
      const sheet = document.querySelector("#printed");
      const count = () => (globalThis.most = Math.max(globalThis.most, sheet.querySelectorAll(".lines tbody tr").length));
      addEventListener("beforeprint", count);
      new MutationObserver(count).observe(sheet, { childList: true, subtree: true });
    });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages >= 3 && pages <= 6, `${pages} pages`);
    assert.equal(await page.evaluate(() => globalThis.most), 37);
    await until(page, () => document.querySelector("#printed").childElementCount === 0);
  }));

test("the button prints, and settings and another statement change what is printed", () =>
  on_page(async (page) => {
    await page.evaluate(() => (globalThis.print = () => (globalThis.printed = true)));
    const off = sheet(['"name": "A", "value": "5.00"', '"name": "A", "value": "6.00"']);
    await choose(page, "two.json", `[${sheet()}, ${off}]`);
    await verdict(page);
    await page.click(by("print"));
    assert.ok(await page.evaluate(() => globalThis.printed));
    const printed = async (sign) => {
      await page.emulateMedia({ media: "print" });
      await until(page, (sign) => document.querySelector("#printed").innerText.includes(sign), sign);
      const { text } = await on_paper(page);
      await page.emulateMedia({ media: "screen" });
      await until(page, () => document.querySelector("#printed").childElementCount === 0);
      return text;
    };
    assert.ok((await printed("6.00")).includes("1 of 2 does not tie"));
    await page.locator(by("statement")).first().click();
    await until(page, () => document.querySelector('[data-testid="line"]')?.dataset.pointer.startsWith("/0/"));
    await new Promise((later) => setTimeout(later, 300));
    const lines = (await printed("Hierarchy")).split("Hierarchy")[1];
    assert.ok(lines.includes("5.00") && !lines.includes("6.00"), lines);
  }));

test("of a very long statement the first lines are printed, and it is told where the rest is", () =>
  on_page(async (page) => {
    const items = Array.from({ length: 5_000 }, (_, at) => `{"account_id": "a${at}", "name": "line ${at}", "value": "1.00"}`);
    const long = `{"name": "A", "value": "5000.00", "items": [${items}]}`;
    await choose(page, "long.json", `{"assets": ${long}, "liabilities": ${long}, "equity": ${long}}`);
    await verdict(page);
    await new Promise((later) => setTimeout(later, 500));
    await page.emulateMedia({ media: "print" });
    await until(page, () => document.querySelectorAll("#printed .lines tbody tr").length === 2_000);
    const { text } = await on_paper(page);
    assert.match(text, /and 13,003 more lines; the report \(HTML\) has the first 20,000 lines, and the table \(CSV\) has every line/);
  }));

test("the menu of downloads opens and closes by mouse and keyboard, and axe finds nothing in it", () =>
  on_page(async (page) => {
    await page.click(by("sample"));
    await verdict(page);
    const menu = page.locator(by("download-menu"));
    const open = () => menu.evaluate((menu) => menu.open);
    await menu.locator("summary").click();
    assert.ok(await open());
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await accessibility_faults(page), [], colorScheme);
    }
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    assert.ok(!(await open()));
    assert.ok(await menu.locator("summary").evaluate((word) => word === document.activeElement));
    await page.keyboard.press("Enter");
    assert.ok(await open());
    await page.click("#findings-title");
    assert.ok(!(await open()));
  }));
