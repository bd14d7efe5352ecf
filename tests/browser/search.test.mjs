// Searching a statement, going through hits and findings by keys, the sheet of keys, and what stands in the address.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, click_in_list, findings, sheet, verdict } from "./page.mjs";

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

/// Runs `act` on a page with this file, which must come through it without a fault.
async function on_page(act, { file = CANONICAL, ...how } = {}) {
  const opened = await open_page(browser, { locale: "en-US", ...how });
  const { page, faults } = opened;
  try {
    await until(page, () => document.querySelector('[data-testid="file-input"]') !== null);
    if (file) {
      await page.setInputFiles(by("file-input"), file);
      await verdict(page);
    }
    await act(page, opened);
    assert.deepEqual(faults, []);
  } finally {
    await opened.close();
  }
}

const becomes = (page, question, argument) => until(page, question, argument, { seconds: 8 });
const chosen = (page, pointer) =>
  becomes(page, (pointer) => document.querySelector('[data-testid="line"].chosen')?.dataset.pointer === pointer, pointer);
const counted = (page, text) =>
  becomes(page, (text) => document.querySelector('[data-testid="search-count"]')?.textContent === text, text);
const marks = (page) => page.$$eval(".track mark", (all) => all.map((mark) => mark.textContent));
const has_focus = (page, selector) => becomes(page, (selector) => document.activeElement.matches(selector), selector);
const hash = (page) => page.evaluate(() => location.hash);
const address = (page, hash) => becomes(page, (hash) => location.hash === hash, hash);

test("the slash searches, Enter goes from hit to hit, and Escape gives the keys back", () =>
  on_page(async (page) => {
    await click_in_list(page, `${by("line")}[data-row="0"]`);
    await page.keyboard.press("/");
    await has_focus(page, by("search"));
    await page.keyboard.type("flex c");
    await counted(page, "2 found");
    await becomes(page, () => document.querySelectorAll(".track mark").length === 2);
    assert.deepEqual(await marks(page), ["Flex C", "Flex C"]);
    await page.keyboard.press("Enter");
    await counted(page, "1 of 2");
    await chosen(page, "/assets/items/0/items/0/items/0");
    await has_focus(page, by("search"));
    await page.keyboard.press("Enter");
    await counted(page, "2 of 2");
    await page.keyboard.press("Enter");
    await counted(page, "1 of 2");
    await page.keyboard.press("Shift+Enter");
    await counted(page, "2 of 2");
    await page.keyboard.press("ArrowUp");
    await counted(page, "1 of 2");
    assert.match(await page.textContent(".app > [role=status]"), /^1 of 2/);
    await page.keyboard.press("Escape");
    await has_focus(page, by("line"));
    assert.equal(await page.inputValue(by("search")), "");
    await becomes(page, () => document.querySelectorAll(".track mark").length === 0);
  }));

test("an amount is found however it is typed, and the figure is marked", () =>
  on_page(async (page) => {
    for (const typed of ["1,014,525.75", "1014525.75", "1 014 525,75", "1014525"]) {
      await page.fill(by("search"), typed);
      await counted(page, "1 found");
      await becomes(page, () => document.querySelector(".track .hit.reported")?.textContent === "1,014,525.75");
    }
    // A difference is searched for more than anything else.
    await page.fill(by("search"), "76,998.10");
    await becomes(page, () => document.querySelector(".track .hit.gap") !== null);
    // That of the statement stands at no line.
    await page.fill(by("search"), "−28,149.57");
    await becomes(page, () => document.querySelector('.hit[data-testid="residual"]') !== null);
    assert.match(await page.innerText(by("search-told")), /No line has it, but it is what remains/);
    await page.fill(by("search"), "(105,147.67)");
    await becomes(page, () => document.querySelector('.hit[data-testid="difference"]') !== null);
    await page.fill(by("search"), "zebra");
    await becomes(page, () => /^Nothing found/.test(document.querySelector('[data-testid="search-told"]').textContent));
    assert.ok(await page.isDisabled(by("next-hit")));
    await page.click(by("clear-search"));
    assert.equal(await page.innerText(by("search-told")), "");
  }));

test("a closed group says that hits are in it, and going there opens it", () =>
  on_page(async (page) => {
    await page.getByRole("button", { name: "Close all" }).click();
    await becomes(page, () => document.querySelectorAll('[data-testid="line"]').length === 3);
    await page.fill(by("search"), "gold card");
    await becomes(page, () => document.querySelector(".hidden-hits")?.textContent.startsWith("1"));
    await page.click(by("next-hit"));
    await chosen(page, "/liabilities/items/0/items/1/items/0/items/2");
    await becomes(page, () => document.querySelector(".hidden-hits") === null);
  }));

test("n and N go through the hits, j and k through the findings that are listed", () =>
  on_page(async (page) => {
    await page.fill(by("search"), "credit");
    await counted(page, "2 found");
    await page.locator("h1").focus();
    await page.keyboard.press("n");
    await counted(page, "1 of 2");
    await page.keyboard.press("n");
    await counted(page, "2 of 2");
    await page.keyboard.press("N");
    await counted(page, "1 of 2");
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue(by("search")), "");

    const finding = (rule) =>
      becomes(page, (rule) => document.querySelector('[data-testid="finding"].chosen')?.dataset.rule === rule, rule);
    await page.getByRole("checkbox", { name: /notes/i }).uncheck();
    await becomes(page, () => document.querySelectorAll('[data-testid="finding"]').length === 5);
    await page.locator("h1").focus();
    const order = (await findings(page)).map(([rule]) => rule);
    for (const rule of order) {
      await page.keyboard.press("j");
      await finding(rule);
    }
    await page.keyboard.press("j");
    await finding(order.at(-1));
    await page.keyboard.press("k");
    await finding(order.at(-2));
    // In a field they are letters.
    await page.focus(by("search"));
    await page.keyboard.type("jk?1/");
    assert.equal(await page.inputValue(by("search")), "jk?1/");
    await finding(order.at(-2));
    assert.equal(await page.locator("dialog[open]").count(), 0);
  }));

test("in the hierarchy letters find names, and keys of the page are letters once one was typed", () =>
  on_page(async (page) => {
    await click_in_list(page, `${by("line")}[data-row="0"]`);
    await page.keyboard.type("bank");
    await chosen(page, "/assets/items/0/items/0");
    assert.equal(await page.locator(".finding.chosen").count(), 0, "the k of bank went to no finding");
    await page.waitForTimeout(900);
    await page.keyboard.type("current l");
    await chosen(page, "/liabilities/items/0");
    await page.waitForTimeout(900);
    // With nothing searched for, n is a letter like others.
    await page.keyboard.type("net");
    await chosen(page, "/equity/items/3");
  }));

test("digits choose the view, as many as there are", () =>
  on_page(async (page) => {
    const selected = (at) =>
      becomes(
        page,
        (at) => {
          const tabs = [...document.querySelectorAll('.views [role="tab"]:not([hidden])')];
          return tabs.findIndex((tab) => tab.ariaSelected === "true") === at;
        },
        at,
      );
    const tabs = await page.locator('.views [role="tab"]:not([hidden])').count();
    for (let at = tabs; at > 0; at -= 1) {
      await page.keyboard.press(String(at));
      await selected(at - 1);
    }
    await page.keyboard.press(String(tabs));
    await page.keyboard.press("9");
    await selected(tabs - 1);
  }));

test("brackets go from statement to statement", () =>
  on_page(
    async (page) => {
      await choose(page, "two.json", `[${sheet()}, ${sheet(['"end_date": "2024', '"end_date": "2025'])}]`);
      await verdict(page);
      const open = (year) => becomes(page, (year) => document.querySelector(".picker-title")?.textContent.includes(year), year);
      await open("2024");
      await page.fill(by("search"), "a account");
      await counted(page, "1 found");
      await page.locator("h1").focus();
      await page.keyboard.press("]");
      await open("2025");
      // What is searched for is searched for in the next statement too.
      await counted(page, "1 found");
      await page.keyboard.press("[");
      await open("2024");
    },
    { file: null },
  ));

test("the sheet of keys opens by its key and by its button, and while it is open keys do nothing", () =>
  on_page(async (page) => {
    await page.keyboard.press("?");
    await page.waitForSelector(`${by("key-sheet")}[open]`);
    const keys = await page.$$eval(`${by("key-sheet")} kbd`, (all) => all.map((key) => key.textContent));
    for (const key of ["/", "n", "N", "j", "k", "?", "Esc", "Space", "Shift ↓"]) assert.ok(keys.includes(key), key);
    await page.keyboard.press("j");
    assert.equal(await page.locator(".finding.chosen").count(), 0);
    await page.keyboard.press("Escape");
    await becomes(page, () => document.querySelector("dialog[open]") === null);
    await page.click(by("keys"));
    await page.waitForSelector(`${by("key-sheet")}[open]`);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await becomes(page, () => document.querySelector("dialog[open]") === null);
    // With Control held they are the browser's.
    await page.keyboard.press("Control+j");
    assert.equal(await page.locator(".finding.chosen").count(), 0);
  }));

test("view, selection and filters stand in the address; back and forward bring them again", () =>
  on_page(async (page) => {
    const view = (id) => becomes(page, (id) => document.querySelector(`#view-${id}`).ariaSelected === "true", id);
    assert.equal(await hash(page), "#statement=1");
    await page.locator('[data-rule="T001"]').first().click();
    await chosen(page, "/liabilities/items/0");
    const first = await hash(page);
    assert.match(first, /^#statement=1&line=17&finding=\d+$/);
    await page.click("#view-checks");
    await address(page, `${first}&view=checks`);
    await page.click(`${by("check-filter")}[data-outcome="differs"]`);
    await address(page, `${first}&view=checks&checks=differs`);
    await page.getByRole("checkbox", { name: /notes/i }).uncheck();
    await page.getByRole("combobox", { name: /rule/i }).selectOption("T002");
    await address(page, `${first}&view=checks&hide=info&rule=T002&checks=differs`);
    await page.goBack();
    await view("hierarchy");
    await becomes(page, () => document.querySelectorAll('[data-testid="finding"]').length === 19);
    await address(page, first);
    await page.goForward();
    await view("checks");
    await becomes(page, () => document.querySelectorAll('[data-testid="finding"]').length === 1);
    await becomes(page, () => document.querySelectorAll('[data-testid="check"]').length === 2);
    await page.goBack();
    await page.goBack();
    await becomes(page, () => document.querySelector(".finding.chosen") === null);
    await address(page, "#statement=1");
  }));

test("what is searched for never stands in the address", () =>
  on_page(async (page) => {
    await page.fill(by("search"), "flex");
    await counted(page, "7 found");
    await page.press(by("search"), "Enter");
    await counted(page, "1 of 7");
    assert.equal(await hash(page), "#statement=1&line=3");
  }));

test("after a reload the place to drop a file is shown, and the view is taken once one is dropped", () =>
  on_page(async (page) => {
    await page.click("#view-checks");
    await page.click(`${by("check-filter")}[data-outcome="ties"]`);
    await page.getByRole("checkbox", { name: /notes/i }).uncheck();
    await address(page, "#statement=1&view=checks&hide=info&checks=ties");
    await page.reload();
    await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await becomes(page, () => document.querySelector("#view-checks").ariaSelected === "true");
    await becomes(page, () => {
      const checks = [...document.querySelectorAll('[data-testid="check"]')];
      return checks.length > 5 && checks.every((check) => check.dataset.outcome === "ties");
    });
    assert.equal((await findings(page)).length, 5);
    assert.equal(await hash(page), "#statement=1&view=checks&hide=info&checks=ties");
  }));

test("the search works by touch, on a narrow screen", () =>
  on_page(
    async (page) => {
      await page.tap(by("search"));
      await page.fill(by("search"), "silver");
      await counted(page, "1 found");
      await page.tap(by("next-hit"));
      await chosen(page, "/liabilities/items/0/items/1/items/0/items/1");
      assert.ok(await page.isVisible(`${by("line")}.chosen`));
      assert.deepEqual(await marks(page), ["Silver"]);
      await page.tap(by("clear-search"));
      assert.equal(await page.inputValue(by("search")), "");
      await page.tap(by("keys"));
      await page.waitForSelector(`${by("key-sheet")}[open]`);
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  ));

test("names of any kind are searched: long, right to left, with pictures, with markup", () =>
  on_page(
    async (page) => {
      const long = "n".repeat(10_000);
      const names = [`${long}needle`, "نقدية في الصندوق", "💰 Kasse", "<b>bold</b> & more"];
      const items = names.map((name, at) => ({ account_id: String(at), name, value: "1.00" }));
      const section = (name, items) => ({ name, value: `${items.length}.00`, items });
      const text = JSON.stringify({ assets: section("A", items), liabilities: section("L", []), equity: section("E", items) });
      await choose(page, "odd.json", text);
      await verdict(page);
      for (const typed of ["needle", "الصندوق", "💰 K", "<b>BOLD"]) {
        await page.fill(by("search"), typed);
        await counted(page, "2 found");
        await becomes(page, (typed) => {
          const mark = document.querySelector(".track mark");
          return mark?.textContent.toLowerCase() === typed.toLowerCase();
        }, typed);
      }
      // The mark is in sight, however long the name before it is.
      await page.fill(by("search"), "needle");
      await counted(page, "2 found");
      const [mark, cell] = [page.locator(".track mark").first(), page.locator(".track .name").nth(1)];
      const [own, around] = [await mark.boundingBox(), await cell.boundingBox()];
      assert.ok(own.x + own.width <= around.x + around.width, "the mark is cut off");
    },
    { file: null },
  ));
