// The diagram: seen, followed and moved about in by mouse, keyboard and touch, in step with hierarchy and findings.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { account, assets, card, cards, focus_is, head, heard, in_sight, line_is, many_groups, row, scrolled, title, zoom } from "./cards.mjs";
import { open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, verdict } from "./page.mjs";

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

/// Runs `act` on a page that shows this file's diagram, which must come through it without a fault.
async function on_diagram(file, act, how = {}) {
  const opened = await open_page(browser, { locale: "en-US", viewport: { width: 1600, height: 1000 }, ...how });
  const { page } = opened;
  try {
    await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
    await (file === CANONICAL ? page.setInputFiles(by("file-input"), CANONICAL) : choose(page, "sheet.json", file));
    await verdict(page);
    await show(page);
    await act(page);
    assert.deepEqual(opened.faults, []);
  } finally {
    await opened.close();
  }
}

/// Goes to the diagram, on a narrow screen by way of the part it is in.
async function show(page) {
  const part = page.locator(".tabs button", { hasText: "Views" });
  if (await part.isVisible()) await part.click();
  await page.click("#view-diagram");
  await until(page, () => document.querySelector('[data-testid="card"]') !== null);
}

test("groups are cards, and the failing branch says by how much it fails", () =>
  on_diagram(CANONICAL, async (page) => {
    await page.getByRole("button", { name: "Fit" }).click();
    await until(page, () => document.querySelectorAll('[data-testid="card"]').length === 16);
    assert.deepEqual(await page.$$eval(".card.fails", (all) => all.map(({ dataset }) => dataset.name)), [
      "Liabilities",
      "Current Liabilities",
    ]);
    assert.equal(await page.innerText(by("link-gap")), "76,998.10");
    const told = await heard(head(page, "Current Liabilities"));
    assert.equal(told, "Current Liabilities, first level, 1,014,525.75, differs, difference 76,998.10");
    const levels = await page.$$eval(".diagram-levels span", (all) => all.map((one) => one.textContent));
    assert.deepEqual(levels, ["main categories", "first level", "second level", "third level"]);
    const cash = row(page, "Bank Accounts", "Flex Cash");
    assert.equal(
      await heard(cash),
      "Flex Cash, 806,291.61, account id 6c9790a2-0800-46cc-8c50-e29e69d8015c",
    );
    assert.equal(await cash.locator(".value").getAttribute("title"), "806291.61");
    await page.click(by("only-failing"));
    await until(page, () => document.querySelectorAll('[data-testid="card"]').length === 2);
  }));

test("choosing goes both ways between findings, hierarchy and diagram, and back", () =>
  on_diagram(CANONICAL, async (page) => {
    await page.click('[data-testid="finding"][data-rule="A003"]');
    await in_sight(page, "Settle Loans Payable");
    await row(page, "Long-Term Liabilities", "Settle Loans Payable").waitFor();

    await row(page, "Current Liabilities", "Credit Cards").scrollIntoViewIfNeeded();
    await row(page, "Current Liabilities", "Credit Cards").click();
    await line_is(page, "Credit Cards");
    await page.click("#view-hierarchy");
    await until(page, () => document.querySelector('[data-testid="line"][aria-selected="true"]')?.textContent.includes("Credit Cards"));

    await page.locator(by("line"), { hasText: "Net Income" }).click();
    await line_is(page, "Net Income");
    await page.click("#view-diagram");
    await in_sight(page, "Net Income");

    // The browser's history has the views and what was chosen in each.
    await page.goBack();
    await page.waitForSelector("#panel-hierarchy:not([hidden])");
    await page.goBack();
    await line_is(page, "Credit Cards");
    await page.goBack();
    await in_sight(page, "Credit Cards");
    await page.goBack();
    await in_sight(page, "Settle Loans Payable");
  }));

test("what is searched for is marked in the cards, and lines of cards are picked and added up", () =>
  on_diagram(CANONICAL, async (page) => {
    await page.fill(by("search"), "flex");
    await until(page, () => document.querySelectorAll(".card .item mark").length === 7);
    await page.fill(by("search"), "806291.61");
    await until(page, () => document.querySelector(".card .item .value.hit")?.textContent === "806,291.61");
    await page.fill(by("search"), "");
    await until(page, () => document.querySelector(".card .item .value.hit") === null);

    await row(page, "Bank Accounts", "Flex Cash").click();
    await row(page, "Bank Accounts", "Flex 2761").click({ modifiers: ["Shift"] });
    await until(page, () => document.querySelector('[data-testid="picked-sum"]')?.dataset.exact === "-513160.89");
    await until(page, () => document.querySelectorAll(".card .item.picked").length === 3);
    await row(page, "Other Current Assets", "Prepaid Expenses").click({ modifiers: ["Control"] });
    await until(page, () => document.querySelector('[data-testid="picked-count"]')?.textContent === "4 lines");
    await row(page, "Bank Accounts", "Flex Cash").click();
    await until(page, () => document.querySelectorAll(".card .item.picked").length === 0);
  }));

test("a click on the twist closes a card, and what is beneath it is gone until it is opened", () =>
  on_diagram(CANONICAL, async (page) => {
    await head(page, "ASSETS").locator(".twist").click();
    await until(page, () => !document.querySelector('[data-name="Bank Accounts"]'));
    assert.equal(await head(page, "ASSETS").getAttribute("aria-expanded"), "false");
    await page.click('[data-testid="finding"][data-rule="V005"]');
    await in_sight(page, "Flex Checking");
    assert.equal(await head(page, "ASSETS").getAttribute("aria-expanded"), "true");
    await page.locator(".diagram-bar").getByRole("button", { name: "Close all" }).click();
    await until(page, () => document.querySelectorAll('[data-testid="card"]').length === 3);
    await page.locator(".diagram-bar").getByRole("button", { name: "Open all" }).click();
    await until(page, () => document.querySelectorAll('[data-testid="card"]').length > 8);
  }));

test("the keys lead from row to row and along the links, open and close, and choose", () =>
  on_diagram(CANONICAL, async (page) => {
    await page.focus(by("board"));
    await page.keyboard.press("Tab");
    await focus_is(page, "ASSETS, main category");
    await page.keyboard.press("ArrowRight");
    await focus_is(page, "Current Assets, 13,300,233.24, ties, group");
    await line_is(page, "Current Assets");
    await page.keyboard.press("ArrowRight");
    await focus_is(page, "Current Assets, first level");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await focus_is(page, "Accounts Receivable, 13,788,410.16, ties, group");
    await page.keyboard.press("Enter");
    await focus_is(page, "Accounts Receivable, second level");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-expanded")), "false");
    await page.keyboard.press(" ");
    await until(page, () => document.activeElement.getAttribute("aria-expanded") === "true");
    await page.keyboard.press("ArrowLeft");
    await focus_is(page, "Accounts Receivable, 13,788,410.16, ties, group");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("PageDown");
    await focus_is(page, "Fixed Assets, first level");
    await page.keyboard.press("End");
    await focus_is(page, "Owner's Equity");
    await line_is(page, "Owner's Equity");
    await in_sight(page, "Owner's Equity");
    // Keys that come faster than answers are all taken.
    for (const key of ["Home", ...Array(7).fill("ArrowDown")]) await page.keyboard.press(key);
    await focus_is(page, "Owners Equity, −95,000.00");
    assert.equal(await page.locator('[role="treeitem"][tabindex="0"]').count(), 1);
  }));

test("one comes nearer and goes farther by keys, buttons and the wheel, and sees the whole", () =>
  on_diagram(CANONICAL, async (page) => {
    const before = await zoom(page);
    await page.focus(by("board"));
    await page.keyboard.press("+");
    assert.notEqual(await zoom(page), before);
    await page.keyboard.press("0");
    const whole = await zoom(page);
    assert.ok(Number.parseInt(whole, 10) < 100, whole);
    const over = await page.$eval(by("board"), (it) => [it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight]);
    assert.deepEqual(over, [0, 0]);
    assert.ok(await page.locator(by("diagram-map")).isHidden());
    await page.keyboard.press("-");
    assert.ok(Number.parseInt(await zoom(page), 10) < Number.parseInt(whole, 10));
    await page.getByRole("button", { name: "Nearer" }).click();
    await page.locator(".zooms button:nth-child(2)").click();
    assert.equal(await zoom(page), "100 %");

    // What is under the pointer stays under it.
    await page.$eval(by("board"), (it) => it.scrollTo(0, 0));
    const place = () => head(page, "Current Assets").boundingBox();
    const { x, y } = await place();
    await page.mouse.move(x, y);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -60);
    await page.keyboard.up("Control");
    await until(page, () => document.querySelector(".zooms button:nth-child(2)").innerText !== "100 %");
    const now = await place();
    assert.ok(Math.abs(now.x - x) < 4 && Math.abs(now.y - y) < 4, `${JSON.stringify(now)} is not at ${x}, ${y}`);
    assert.equal(await page.evaluate(() => visualViewport.scale), 1);
  }));

test("the picture is moved by dragging, by arrow keys and on the map, and a drag chooses nothing", () =>
  on_diagram(CANONICAL, async (page) => {
    await page.locator(".zooms button:nth-child(2)").click();
    await page.$eval(by("board"), (it) => it.scrollTo(10, 20));
    const { x, y } = await head(page, "Current Assets").boundingBox();
    await page.mouse.move(x + 30, y + 10);
    await page.mouse.down();
    await page.mouse.move(x - 70, y - 20, { steps: 4 });
    await page.mouse.up();
    await until(page, () => document.querySelector('[data-testid="board"]').scrollLeft === 110);
    assert.deepEqual(await scrolled(page), [110, 50]);
    assert.equal(await page.locator('[role="treeitem"][aria-selected="true"]').count(), 0);

    await page.focus(by("board"));
    await page.keyboard.press("ArrowDown");
    await until(page, () => document.querySelector('[data-testid="board"]').scrollTop > 40);

    const map = await page.locator(by("diagram-map")).boundingBox();
    await page.mouse.click(map.x + map.width - 4, map.y + map.height - 4);
    const ends = await page.$eval(by("board"), (it) => [it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight]);
    assert.deepEqual(await scrolled(page), ends);
    await page.mouse.wheel(0, -4000);
    await until(page, () => document.querySelector('[data-testid="board"]').scrollTop === 0);
  }));

test("two fingers come nearer, one moves the picture, and a tap chooses", () =>
  on_diagram(
    CANONICAL,
    async (page) => {
      const devtools = await page.context().newCDPSession(page);
      await page.locator(by("board")).scrollIntoViewIfNeeded();
      const box = await page.locator(by("board")).boundingBox();
      const middle = { x: box.x + box.width / 2, y: box.y + 120 };
      const touch = (type, ...points) =>
        devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
      const before = Number.parseInt(await zoom(page), 10);
      const fingers = (apart) => [[middle.x - apart, middle.y], [middle.x + apart, middle.y]];
      await touch("touchStart", ...fingers(30));
      for (const apart of [35, 40, 45]) await touch("touchMove", ...fingers(apart));
      await touch("touchEnd");
      await until(page, (before) => Number.parseInt(document.querySelector(".zooms button:nth-child(2)").innerText, 10) > before * 1.3, before);
      assert.equal(await page.evaluate(() => visualViewport.scale), 1);

      const [left] = await scrolled(page);
      await touch("touchStart", [middle.x, middle.y]);
      for (const moved of [15, 40, 70, 100]) await touch("touchMove", [middle.x - moved, middle.y]);
      await touch("touchEnd");
      await until(page, (left) => document.querySelector('[data-testid="board"]').scrollLeft > left + 30, left);
      // It goes on by itself for a while, and would carry away what is tapped next.
      const rests = () => {
        const { scrollLeft } = document.querySelector('[data-testid="board"]');
        const { at, times } = globalThis.rest ?? {};
        globalThis.rest = { at: scrollLeft, times: at === scrollLeft ? times + 1 : 0 };
        return globalThis.rest.times > 5;
      };
      await until(page, rests);

      await page.$eval(by("board"), (board) => board.scrollTo(0, 0));
      await row(page, "ASSETS", "Fixed Assets").tap();
      await until(page, () => document.querySelector('.item.chosen')?.textContent.includes("Fixed Assets"));
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  ));

test("of eleven thousand groups only those in sight are drawn, wherever one goes", () =>
  on_diagram(many_groups(), async (page) => {
    // Only the sections are open, as nothing fails.
    assert.deepEqual(await page.$$eval('.card-head[aria-expanded="true"]', (all) => all.length), 3);
    await page.locator(".diagram-bar").getByRole("button", { name: "Open all" }).click();
    await until(page, () => document.querySelectorAll('[data-testid="card"]').length > 8);
    const height = await page.$eval(by("board"), (it) => it.scrollHeight);
    assert.ok(height > 1_000_000, `${height} px`);
    for (const part of [0.5, 0.99, 0.1]) {
      await page.$eval(by("board"), (it, part) => (it.scrollTop = it.scrollHeight * part), part);
      await until(page, () => {
        const view = document.querySelector('[data-testid="board"]').getBoundingClientRect();
        const seen = [...document.querySelectorAll('[data-testid="card"]')].map((card) => card.getBoundingClientRect());
        return seen.some((box) => box.bottom > view.top && box.top < view.bottom && box.left < view.right);
      });
      const drawn = (await cards(page)).length;
      assert.ok(drawn < 120, `${drawn} cards are drawn`);
    }
    assert.ok(await page.locator(by("diagram-map")).isVisible());
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Fit" }).click();
    // From so far there are no rows.
    await until(page, () => document.querySelectorAll('[data-testid="card"]').length > 30 && document.querySelector(".card .item") === null);
  }));

test("a group of a hundred thousand items says how many are not shown, and shows more", () =>
  on_diagram(assets(100_000, Array.from({ length: 100_000 }, (_, at) => account(at))), async (page) => {
    assert.equal(await page.locator(".item").count(), 21);
    const beyond = page.locator(".item.beyond");
    assert.equal(await beyond.locator(".name").innerText(), "and 99,980 more");
    await beyond.click();
    await until(page, () => document.querySelector(".item.beyond .name").innerText === "and 99,880 more");
    await page.click("#view-hierarchy");
    await page.locator(by("line")).first().click();
    await page.keyboard.press("ArrowRight");
    await page.locator(by("line"), { hasText: "Account 12" }).first().waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await line_is(page, "Account 99999");
    await page.click("#view-diagram");
    await in_sight(page, "Account 99999");
  }));

test("names and amounts that are out of the ordinary are shown as text and cut to their place", () => {
  const names = ["<img src=x onerror=alert(1)>", "\u202Egnp.exe", "👩‍👩‍👧 Family", "שלום", "", "long ".repeat(2_000)];
  const items = names.map((name, at) => ({ account_id: `${at}`, name, value: at === 0 ? "9999999999999999999999999994" : "1" }));
  return on_diagram(assets("9999999999999999999999999999", items), async (page) => {
    assert.equal(await page.locator(".card img").count(), 0);
    const shown = await page.$$eval(".item .name", (all) => all.map((name) => name.textContent));
    assert.deepEqual(shown, names.map((name) => name || "no name"));
    assert.equal(await page.locator(".item .name").last().getAttribute("title"), names.at(-1));
    const spill = await page.$$eval(".card", (all) => all.filter((card) => card.scrollWidth > card.clientWidth).length);
    assert.equal(spill, 0);
    assert.equal(await page.locator(".item .value").first().getAttribute("title"), "9999999999999999999999999994");
  });
});

test("a chain of many levels, a single line and a tiny window are shown", async () => {
  let chain = [account(0)];
  for (let at = 0; at < 200; at += 1) chain = [{ name: `Level ${at}`, value: "1", items: chain }];
  await on_diagram(assets(1, chain), async (page) => {
    await page.locator(".diagram-bar").getByRole("button", { name: "Open all" }).click();
    await until(page, () => document.querySelector('[data-testid="board"]').scrollWidth > 50_000);
    await page.setViewportSize({ width: 200, height: 200 });
    await page.setViewportSize({ width: 1200, height: 700 });
    await page.$eval(by("board"), (it) => (it.scrollLeft = it.scrollWidth));
    await page.locator(".item", { hasText: "Account 0" }).click();
    await line_is(page, "Account 0");
  });
  await on_diagram('{"assets": {"name": "Only", "value": "1"}}', async (page) => {
    assert.deepEqual(await cards(page), ["Only"]);
    await page.click(by("only-failing"));
    await until(page, () => document.querySelector(".diagram-note")?.innerText.length > 0);
    assert.equal(await page.innerText(".diagram-note"), "No total on this statement fails.");
    await page.click(by("only-failing"));
    await until(page, () => document.querySelectorAll('[data-testid="card"]').length === 1);
  });
});

test("the tables are drawn with their keys, their types and what leads where", () =>
  on_diagram(CANONICAL, async (page) => {
    await page.getByRole("button", { name: "Tables" }).click();
    await until(page, () => document.querySelector('[data-name="line"]') !== null);
    // The star on the left, and to the right of it the tables that lead to it; those far away are drawn all the same.
    const tables = ["dim_entity", "dim_period", "dim_category", "statement", "dim_account", "line", "fact_balance"];
    const further = ["account_line", "line_closure", "check", "finding", "line_compact"];
    assert.deepEqual(await cards(page), [...tables, ...further]);
    assert.equal(await heard(row(page, "line", "line_id").first()), "line_id, text, primary key");
    assert.equal(await heard(row(page, "line", "parent_id")), "parent_id, text, foreign key, many to one");
    await head(page, "line").click();
    await page.keyboard.press("ArrowDown");
    await focus_is(page, "statement_id, whole number, primary and foreign key, many to one");
    await page.getByRole("button", { name: "Hierarchy" }).last().click();
    await until(page, () => document.querySelector('[data-name="ASSETS"]') !== null);
  }));

test("a file that is opened next is drawn from its beginning", () =>
  on_diagram(CANONICAL, async (page) => {
    await page.click(by("only-failing"));
    await until(page, () => document.querySelectorAll('[data-testid="card"]').length === 2);
    await page.locator(".verdict, .masthead").getByRole("button", { name: "New" }).click();
    await choose(page, "next.json", assets(2, [account(1), account(2)]));
    await until(page, () => document.body.textContent.includes("next.json"));
    await verdict(page);
    await show(page);
    await until(page, () => document.querySelector('[data-name="A"]') !== null);
    assert.deepEqual(await cards(page), ["A", "L", "E"]);
    assert.ok(!(await page.isChecked(by("only-failing"))));
  }));
