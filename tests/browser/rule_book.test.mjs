// The rule book and the list of checks: what is looked for, and what was looked at.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, findings, tieout, verdict, verdict_on } from "./page.mjs";

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

async function on_page(act) {
  const opened = await open_page(browser, { locale: "en-US" });
  try {
    await until(opened.page, () => document.querySelector('[data-testid="settings"]:enabled') !== null);
    await act(opened);
    assert.deepEqual(opened.faults, []);
  } finally {
    await opened.close();
  }
}

const heading = (page, text) => until(page, (text) => document.querySelector("h1")?.textContent.includes(text), text);

test("a finding leads to its rule's page, and back leads to the finding", () =>
  on_page(async ({ page }) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await page.click('[data-testid="finding"][data-rule="T001"]');
    await page.click('a[href="#rule/T001"]');
    await heading(page, "total-differs");
    const text = await page.textContent(by("book"));
    for (const word of ["Fires when", "Why it matters", "What to do", "Error"]) assert.ok(text.includes(word), word);
    await page.click('a[href="#rules"]');
    await heading(page, "What is checked");
    await page.goBack();
    await heading(page, "total-differs");
    await page.goBack();
    await until(page, () => document.querySelector('[data-testid="verdict"]')?.dataset.verdict === "differs");
    await page.goForward();
    await heading(page, "total-differs");
    await page.getByRole("button", { name: /back to the check/i }).click();
    await until(page, () => document.querySelector('[data-rule="T001"][aria-current="true"]') !== null);
  }));

test("what comes late to a view that is gone is let go", () =>
  on_page(async ({ page }) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await page.evaluate(() => (globalThis.gone = document.querySelector('[role="treegrid"]')));
    await page.evaluate(() => (location.hash = "#rules"));
    await heading(page, "What is checked");
    await page.evaluate(() => globalThis.gone.dispatchEvent(new Event("scroll")));
  }));

test("every rule has a page whose examples fail and pass", () =>
  on_page(async ({ page, site }) => {
    await page.goto(`${site.address}#rules`);
    await heading(page, "What is checked");
    const codes = await page.$$eval('a[href^="#rule/"]', (all) => all.map((link) => link.textContent));
    assert.equal(codes.length, (await tieout("rules")).toString().trim().split("\n").length);
    for (const code of codes) {
      for (const [word, hook] of [["fails", "try-bad"], ["passes", "try-good"]]) {
        await page.evaluate((code) => (location.hash = `#rule/${code}`), code);
        await heading(page, code);
        await page.click(by(hook));
        await until(page, (name) => document.querySelector(".file-name")?.textContent === name, `${code}-${word}.json`);
        const told = (await findings(page)).map(([rule]) => rule);
        assert.deepEqual([...new Set(told)], word === "fails" ? [code] : [], `${code} ${word}`);
      }
    }
  }));

test("the page of a rule that does not exist says so", () =>
  on_page(async ({ page, site }) => {
    await page.goto(`${site.address}#rule/<img src=x onerror=alert(1)>`);
    await until(page, () => document.body.textContent.includes("no such rule"));
    assert.equal(await page.$$eval("main img", (all) => all.length), 0);
  }));

test("every check is listed with its outcome, and the counts agree with the report", () =>
  on_page(async ({ page }) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await page.getByRole("tab", { name: "Checks" }).click();
    await until(page, () => document.querySelectorAll('[data-testid="check"]').length > 0);
    const listed = await page.$$eval('[data-testid="check"]', (all) => all.map(({ dataset }) => [dataset.pointer, dataset.outcome]));
    const report = JSON.parse(await tieout("check", "--format", "json", CANONICAL));
    assert.deepEqual(listed, report.checks.map(({ pointer, status }) => [pointer, status]));
    const { ties, rounding, differs, not_checkable } = report.counts.checks;
    const shown = await page.$$eval(by("check-filter"), (all) => all.map((one) => one.querySelector(".count").textContent));
    assert.deepEqual(shown.map(Number), [listed.length, ties, rounding, differs, not_checkable]);
    assert.equal(await page.textContent(by("checked")), "17 checks: 15 tie, 2 differ");

    await page.click('[data-testid="check-filter"][data-outcome="differs"]');
    await until(page, () => document.querySelectorAll('[data-testid="check"]').length === 2);
    await page.getByRole("button", { name: "Current Liabilities" }).first().click();
    await until(page, () => document.querySelector("#pane-line")?.textContent.includes("937,527.65"));
    // The tabs are walked with the arrow keys.
    await page.getByRole("tab", { name: "Checks" }).focus();
    for (const panel of ["source", "diagram", "hierarchy"]) {
      await page.keyboard.press("ArrowLeft");
      await page.waitForSelector(`#panel-${panel}:not([hidden])`);
    }
    await until(page, () => document.querySelector('[data-testid="line"][aria-selected="true"]')?.dataset.pointer === "/liabilities/items/0");
  }));

test("a probable cause names its lines and leads there; where there is none the page says so", () =>
  on_page(async ({ page }) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    for (const rule of ["T001", "T002"]) {
      await page.click(`[data-testid="finding"][data-rule="${rule}"]`);
      await until(page, () => document.querySelector('[data-testid="no-cause"]') !== null);
    }
    const text = `{"end_date": "2024-12-31", "currency_code": "EUR",
      "assets": {"name": "Assets", "value": "900.00", "items": [
        {"account_id": "1000", "name": "Cash", "value": "800.00"}, {"account_id": "1100", "name": "Deposits", "value": "-100.00"}]},
      "liabilities": {"name": "Liabilities", "value": "400.00", "items": [{"account_id": "2000", "name": "Loans", "value": "400.00"}]},
      "equity": {"name": "Equity", "value": "500.00", "items": [{"account_id": "3000", "name": "Capital", "value": "500.00"}]}}`;
    await page.setInputFiles(by("file-input"), { name: "flipped.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await verdict_on(page, "flipped.json", "differs");
    assert.ok((await page.textContent(by("verdict"))).includes("but Assets differs from its items by 200.00"));
    await page.click('[data-testid="finding"][data-rule="T001"]');
    await until(page, () => document.querySelector('[data-testid="cause"]') !== null);
    assert.match(await page.textContent(by("cause")), /Deposits.*100\.00/s);
    await page.locator(by("cause")).getByRole("button", { name: "Deposits" }).click();
    // The button is gone with the finding it stood in; the keys are at the line it led to.
    await until(page, () => document.activeElement?.id === "line-title");
    await until(page, () => document.querySelector('[data-testid="line"][aria-selected="true"]')?.dataset.pointer === "/assets/items/1");
  }));
