// Picking lines and adding them up: by mouse, by keyboard, by touch; the figures to copy.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, click_in_list, verdict } from "./page.mjs";

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

async function on_page(act, { content, ...how } = {}) {
  const opened = await open_page(browser, { locale: "en-US", ...how });
  const { page, faults } = opened;
  try {
    await until(page, () => document.querySelector('[data-testid="file-input"]') !== null);
    if (content) await choose(page, "sheet.json", content);
    else await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await act(page, opened);
    assert.deepEqual(faults, []);
  } finally {
    await opened.close();
  }
}

const becomes = (page, question, argument) => until(page, question, argument, { seconds: 8 });

/// Waits for this count and this sum.
const adds_up = (page, count, sum) =>
  becomes(
    page,
    ([count, sum]) => {
      const text = (id) => document.querySelector(`[data-testid="${id}"]`);
      return text("picked-count")?.textContent === count && (text("picked-sum")?.dataset.exact ?? null) === sum;
    },
    [count, sum],
  );
const difference = (page) => page.getAttribute(by("picked-difference"), "data-exact");
const against = (page) => page.textContent(by("picked-against"));
const row = (page, at) => page.locator(`${by("line")}[data-row="${at}"]`);
const click = (page, at, how) => click_in_list(page, `${by("line")}[data-row="${at}"]`, how);
const gone = (page) => becomes(page, () => document.querySelector('[data-testid="sum-bar"]') === null);
/// Waits until these rows are drawn as selected: they come after the sum.
const selects = (page, rows) =>
  becomes(
    page,
    (rows) => {
      const all = document.querySelectorAll('[data-testid="line"][aria-selected="true"]');
      return Array.from(all, (line) => line.dataset.row).join() === rows;
    },
    rows.join(),
  );

test("lines that are clicked with Control held are added up and compared with their total", () =>
  on_page(async (page) => {
    await click(page, 3);
    assert.equal(await page.locator(by("sum-bar")).count(), 0, "one chosen line is no sum");
    await click(page, 4, { modifiers: ["Control"] });
    await adds_up(page, "2 lines", "-466083.39");
    await click(page, 5, { modifiers: ["Control"] });
    await adds_up(page, "3 lines", "-513160.89");
    assert.deepEqual([await against(page), await difference(page)], ["Bank Accounts", "0.00"]);
    await selects(page, [3, 4, 5]);
    assert.match(await page.textContent(".app > [role=status]"), /3 lines, sum −513,160.89, difference to Bank Accounts 0.00/);
    await click(page, 4, { modifiers: ["Control"] });
    await adds_up(page, "2 lines", "759214.11");
    await selects(page, [3, 5]);
    // The total can be gone to; a plain click lets go of all.
    await page.click(by("picked-against"));
    await becomes(page, () => document.querySelector('[data-testid="line"].chosen')?.dataset.row === "2");
    await click(page, 1);
    await gone(page);
    await selects(page, [1]);
  }));

test("Shift and the mouse drawn over lines pick all between", () =>
  on_page(async (page) => {
    await click(page, 2);
    await click(page, 5, { modifiers: ["Shift"] });
    await adds_up(page, "4 lines", "-1026321.78");
    assert.deepEqual([await against(page), await difference(page)], ["Bank Accounts", "0.00"]);
    assert.match(await page.innerText(by("sum-bar")), /Difference of the other 3 to/);
    assert.match(await page.innerText(by("counted-twice")), /Bank Accounts and lines under it are both counted/);
    await click(page, 3, { modifiers: ["Shift"] });
    await adds_up(page, "2 lines", "293130.72");
    assert.equal(await page.evaluate(() => String(getSelection())), "", "no text is marked by the way");

    const middle = async (at) => {
      const box = await row(page, at).boundingBox();
      return [box.x + 150, box.y + box.height / 2];
    };
    await page.mouse.move(...(await middle(8)));
    await page.mouse.down();
    await page.mouse.move(...(await middle(9)));
    await page.mouse.move(...(await middle(10)), { steps: 4 });
    await adds_up(page, "3 lines", "49967.94");
    await page.mouse.move(...(await middle(9)), { steps: 4 });
    await adds_up(page, "2 lines", "34983.97");
    await page.mouse.up();
    await adds_up(page, "2 lines", "34983.97");
    assert.equal(await page.evaluate(() => String(getSelection())), "");
    // Keys go on from there.
    await page.keyboard.press("Shift+ArrowDown");
    await adds_up(page, "3 lines", "49967.94");
  }));

test("by keyboard: Space picks, Shift and arrows pick on, arrows alone only move, Escape lets go", () =>
  on_page(async (page) => {
    const at = (pointer) => becomes(page, (pointer) => document.activeElement.dataset.pointer === pointer, pointer);
    await click(page, 3);
    await page.keyboard.press("Space");
    await adds_up(page, "1 line", "806291.61");
    await page.keyboard.press("Shift+ArrowDown");
    await adds_up(page, "2 lines", "-466083.39");
    await at("/assets/items/0/items/0/items/1");
    await page.keyboard.press("Shift+ArrowDown");
    await adds_up(page, "3 lines", "-513160.89");
    await page.keyboard.press("Shift+ArrowUp");
    await adds_up(page, "2 lines", "-466083.39");
    await page.keyboard.press("ArrowDown");
    await at("/assets/items/0/items/0/items/2");
    await adds_up(page, "2 lines", "-466083.39");
    await page.keyboard.press("Control+Space");
    await adds_up(page, "3 lines", "-513160.89");
    assert.equal(await page.getAttribute("[role=treegrid]", "aria-multiselectable"), "true");
    await selects(page, [3, 4, 5]);
    await page.keyboard.press("Escape");
    await gone(page);
    await at("/assets/items/0/items/0/items/2");
    // Enter still opens and closes.
    await page.keyboard.press("ArrowLeft");
    await at("/assets/items/0/items/0");
    await page.keyboard.press("Enter");
    await becomes(page, () => document.activeElement.getAttribute("aria-expanded") === "false");
  }));

test("by touch: with the switch on, each tap adds a line", () =>
  on_page(
    async (page) => {
      await page.getByRole("button", { name: "Views", exact: true }).tap();
      await page.tap(by("picking"));
      assert.equal(await page.getAttribute(by("picking"), "aria-pressed"), "true");
      await row(page, 3).tap();
      await adds_up(page, "1 line", "806291.61");
      await row(page, 4).tap();
      await adds_up(page, "2 lines", "-466083.39");
      await row(page, 3).tap();
      await adds_up(page, "1 line", "-1272375.00");
      assert.ok(await page.isVisible(by("picked-sum")));
      await page.tap(by("let-go"));
      await gone(page);
      assert.equal(await page.getAttribute(by("picking"), "aria-pressed"), "false");
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  ));

test("each figure is copied with its exact digits, and Ctrl C copies the sum", () =>
  on_page(async (page, { context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const pasted = (text) => becomes(page, async (text) => (await navigator.clipboard.readText()) === text, text);
    await click(page, 17);
    await click(page, 18);
    await click(page, 23, { modifiers: ["Control"] });
    await adds_up(page, "2 lines", "937527.65");
    assert.deepEqual([await against(page), await difference(page)], ["Current Liabilities", "76998.10"]);
    await page.locator(`${by("picked-sum")} ${by("copy")}`).click();
    await pasted("937527.65");
    await page.locator(`${by("picked-difference")} ${by("copy")}`).click();
    await pasted("76998.10");
    await row(page, 23).focus();
    await page.keyboard.press("Control+c");
    await pasted("937527.65");
    // Marked text is what is copied.
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("h1")));
    await page.keyboard.press("Control+c");
    await becomes(page, async () => (await navigator.clipboard.readText()).includes("Does not tie"));
  }));

test("what cannot be added is told, never rounded", () => {
  const most = "9999999999999999999999999999";
  const items = [
    { account_id: "1", name: "a".repeat(10_000), value: most },
    { account_id: "2", name: "💰 نقدية", value: "0.0000000000000000000000000001" },
    { account_id: "3", name: "", value: "n/a" },
  ];
  const section = (name, items) => ({ name, value: "1.00", items });
  const content = JSON.stringify({ assets: section("A", items), liabilities: section("L", []), equity: section("E", []) });
  return on_page(
    async (page) => {
      await click(page, 1);
      await click(page, 3, { modifiers: ["Control"] });
      await adds_up(page, "2 lines", most);
      assert.match(await page.innerText(by("without-amount")), /1 line has no amount that can be read/);
      await click(page, 2, { modifiers: ["Control"] });
      await adds_up(page, "3 lines", null);
      assert.equal(await page.innerText(by("picked-sum")), "too long to add");
      assert.equal(await page.locator(`${by("picked-sum")} ${by("copy")}`).count(), 0);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0);
    },
    { content },
  );
});

test("a hundred thousand lines are picked in the blink of an eye, and the page is sent no more than it shows", () => {
  const items = Array.from({ length: 100_000 }, (_, at) => `{"account_id":"${at}","name":"Line ${at}","value":"0.01"}`);
  const side = (name, value, items) => `{"name":"${name}","value":"${value}","items":[${items}]}`;
  const content = `{"assets":${side("A", "1000.00", items)},"liabilities":${side("L", "0.00", [])},"equity":${side("E", "1000.00", [])}}`;
  return on_page(
    async (page) => {
      await click(page, 1);
      await becomes(page, () => document.querySelector('[data-row="1"]').classList.contains("chosen"));
      const took = await page.evaluate(async () => {
        const frame = () => new Promise(requestAnimationFrame);
        const end = performance.now() + 10_000;
        const until = async (so) => {
          while (!so()) {
            if (performance.now() > end) throw new Error(`never: ${so}`);
            await frame();
          }
        };
        // From the first line, where the reader is, to one at the other end.
        document.querySelector('[role="treegrid"]').scrollTop = 1e9;
        await until(() => document.querySelector('[data-testid="line"][data-row="100000"]'));
        const began = performance.now();
        const click = new MouseEvent("click", { bubbles: true, shiftKey: true });
        document.querySelector('[data-row="100000"]').dispatchEvent(click);
        await until(() => document.querySelector('[data-testid="picked-count"]')?.textContent === "100000 lines");
        return performance.now() - began;
      });
      assert.ok(took < 1000, `it took ${took} ms`);
      await adds_up(page, "100000 lines", "1000.00");
      assert.deepEqual([await against(page), await difference(page)], ["A", "0.00"]);
      assert.ok((await page.locator(by("line")).count()) < 100);
    },
    { content },
  );
});
