// Settings: live, remembered, taken along as a link and as a file; findings accepted; whatever is wrong is told.

import assert from "node:assert/strict";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { download, open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, findings, sheet, tieout, verdict, verdict_on } from "./page.mjs";

let browser, folder;
before(async () => {
  browser = await open_browser();
  folder = await mkdtemp(join(tmpdir(), "tieout-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/// Runs `act` on a fresh page, which must come through it without a fault. `prepare` is told the context first.
async function on_page(act, how = {}) {
  const opened = await open_page(browser, { acceptDownloads: true, locale: "en-US", ...how });
  try {
    await ready(opened.page);
    await act(opened);
    assert.deepEqual(opened.faults, []);
  } finally {
    await opened.close();
  }
}

const ready = (page) => until(page, () => document.querySelector('[data-testid="settings"]:enabled') !== null);
const open_settings = (page) => page.click(by("settings"));
const close_settings = (page) => page.getByRole("button", { name: "Close", exact: true }).click();
const level = (code) => `[data-testid="level"][data-code="${code}"]`;
const rules = async (page) => (await findings(page)).map(([rule]) => rule);
const says = (page, text) => until(page, (text) => document.body.innerText.includes(text), text);
const kept = (page) => page.evaluate(() => localStorage.getItem("tieout.settings"));

/// Opens the same site again in the same profile, as a later visit or another person's link.
async function visit(context, address) {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  await ready(page);
  return page;
}

test("a change holds at once for the file that is open, and can be taken back", () =>
  on_page(async ({ page }) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await open_settings(page);
    await page.selectOption(level("A003"), "off");
    await until(page, () => document.querySelector('[data-testid="finding"][data-rule="A003"]') === null);
    await page.selectOption(level("A001"), "error");
    await until(page, () => document.querySelector('[data-rule="A001"]')?.dataset.severity === "error");
    await page.getByRole("radio", { name: /amount/i }).check();
    await page.fill(by("tolerance-amount"), "200000");
    await page.keyboard.press("Tab");
    await until(page, () => document.querySelector('[data-testid="verdict"]').dataset.verdict === "rounding");
    await says(page, "3 settings are changed");
    await page.click(by("settings-reset"));
    await until(page, () => document.querySelector('[data-testid="verdict"]').dataset.verdict === "differs");
    assert.ok((await rules(page)).includes("A003"));
    assert.equal(await kept(page), null);
  }));

test("a tolerance may have separators of thousands where they leave no doubt", () =>
  on_page(async ({ page }) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await open_settings(page);
    await page.getByRole("radio", { name: /amount/i }).check();
    const set = async (text) => (await page.fill(by("tolerance-amount"), text), await page.keyboard.press("Tab"));
    await set("2,000,00");
    await says(page, "2,000,00 cannot be read as an amount: write it like 80000 or 80000.50");
    await set("200,000");
    await until(page, () => document.querySelector('[data-testid="verdict"]').dataset.verdict === "rounding");
    assert.equal(await page.inputValue(by("tolerance-amount")), "200000");
    assert.equal(await page.locator(by("settings-faults")).count(), 0);
  }));

test("what is wrong with a setting is said, and nothing is changed", () =>
  on_page(async ({ page }) => {
    await choose(page, "sheet.json", sheet(['"name": "A", "value": "5.00"', '"name": "A", "value": "5.01"']));
    assert.equal(await verdict(page), "rounding");
    await open_settings(page);
    await page.fill(by("freshness"), "soon");
    await page.keyboard.press("Tab");
    await says(page, "number of days from 1 to 36500");
    for (const [content, words] of [
      ["{", "is not JSON"],
      ['{"tolerance": 5, "rules": {"Z999": "off"}}', "there is no rule"],
      ['{"waivers": [{"rule": "T001"}]}', "fingerprint is missing"],
    ]) {
      await page.setInputFiles(by("settings-file"), { name: "tieout.json", mimeType: "application/json", buffer: Buffer.from(content) });
      await says(page, words);
      await says(page, "Nothing was changed");
    }
    assert.equal(await verdict(page), "rounding");
    assert.equal(await kept(page), null);
  }));

test("settings are remembered, and nothing of a file with them", () =>
  on_page(async ({ page, context, site }) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await open_settings(page);
    await page.selectOption(level("T002"), "off");
    await until(page, () => localStorage.getItem("tieout.settings") !== null);
    assert.ok(!/Liabilities|Flex|canonical|waivers/i.test(await kept(page)));
    const later = await visit(context, site.address);
    await later.setInputFiles(by("file-input"), CANONICAL);
    await verdict(later);
    assert.ok(!(await rules(later)).includes("T002"));
    await says(later, "One setting is changed");
  }));

test("a link carries settings to another person, applies them and shows them", () =>
  on_page(async ({ page, context, site }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await accept(page, "T001", "as agreed with Flex", "A. Auditor");
    await open_settings(page);
    await page.selectOption(level("D001"), "off");
    await page.selectOption(level("D006"), "error");
    await until(page, () => /D006/.test(decodeURIComponent(document.querySelector('[data-testid="settings-link"]').value)));
    await page.click(by("copy-link"));
    await says(page, "Copied");
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(link.startsWith(`${site.address}#settings=`), link);
    assert.ok(!/Flex|Auditor|canonical|Liabilities/i.test(decodeURIComponent(link)), link);

    const other = await browser.newContext();
    try {
      const guest = await visit(other, link);
      await until(guest, () => document.querySelector("dialog.settings[open]") !== null);
      assert.equal(await guest.inputValue(level("D001")), "off");
      assert.equal(await guest.inputValue(level("D006")), "error");
      await close_settings(guest);
      await guest.setInputFiles(by("file-input"), CANONICAL);
      await verdict(guest);
      const told = await findings(guest);
      assert.ok(!told.some(([rule]) => rule === "D001"));
      assert.deepEqual(told.filter(([rule]) => rule === "D006").map(([, severity]) => severity), ["error"]);
    } finally {
      await other.close();
    }
  }));

for (const [name, fragment] of [
  ["broken escapes", "#settings=%ZZ"],
  ["no JSON", "#settings=hello"],
  ["an unknown setting", `#settings=${encodeURIComponent('{"<img src=x onerror=alert(1)>": 1}')}`],
  ["a rule that is not there", `#settings=${encodeURIComponent('{"rules": {"Z999": "off"}}')}`],
]) {
  test(`a link with ${name} is refused in words and changes nothing`, () =>
    on_page(async ({ page, context, site }) => {
      await open_settings(page);
      await page.selectOption(level("A003"), "info");
      await until(page, () => localStorage.getItem("tieout.settings") !== null);
      const before = await kept(page);
      const guest = await visit(context, site.address + fragment);
      await says(guest, "settings of this link cannot be used");
      await says(guest, "Nothing was changed");
      assert.equal(await kept(guest), before);
      await guest.setInputFiles(by("file-input"), CANONICAL);
      assert.equal(await verdict(guest), "differs");
    }));
}

test("settings that came with a link can be put back to one's own", () =>
  on_page(async ({ page, site, context }) => {
    await open_settings(page);
    await page.fill(by("freshness"), "77");
    await page.keyboard.press("Tab");
    await until(page, () => localStorage.getItem("tieout.settings") !== null);
    const own = await kept(page);
    const guest = await visit(context, `${site.address}#settings=${encodeURIComponent('{"rules": {"T001": "off"}}')}`);
    await says(guest, "came with the link");
    assert.equal(await guest.inputValue(by("freshness")), "");
    await guest.click(by("take-back"));
    await until(guest, (own) => localStorage.getItem("tieout.settings") === own, own);
    assert.equal(await guest.inputValue(by("freshness")), "77");
    assert.equal(await guest.inputValue(level("T001")), "error");
  }));

test("whoever leaves with acceptances that were not saved is asked whether that is meant", () =>
  on_page(async ({ page }) => {
    const asked = [];
    page.on("dialog", (dialog) => (asked.push(dialog.type()), dialog.accept()));
    const leave = () => page.reload({ waitUntil: "load" });
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await accept(page, "T001", "as agreed", "A. Auditor");
    await open_settings(page);
    await download(page, by("save-settings"));
    await close_settings(page);
    await leave();
    assert.deepEqual(asked, []);
    await ready(page);
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await accept(page, "T001", "as agreed", "A. Auditor");
    await leave();
    assert.deepEqual(asked, ["beforeunload"]);
  }));

test("a value that was refused is not left standing, and accepting can be given up", () =>
  on_page(async ({ page }) => {
    await open_settings(page);
    await page.fill(by("freshness"), "-4");
    await page.keyboard.press("Tab");
    await until(page, () => document.querySelector('[data-testid="settings-faults"]') !== null);
    await page.keyboard.press("Escape");
    await open_settings(page);
    await until(page, () => document.querySelector('[data-testid="freshness"]').value === "");
    await close_settings(page);
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await page.click('[data-testid="finding"][data-rule="T001"]');
    await page.click(by("accept"));
    await page.fill(by("accept-reason"), "not yet");
    await page.keyboard.press("Enter");
    await page.fill(by("accept-reason"), "   ");
    await page.fill(by("accept-by"), "A. Auditor");
    await page.keyboard.press("Enter");
    // Without a name, or with a reason of spaces, nothing is accepted, and the form stays to be filled.
    assert.equal(await page.inputValue(by("accept-by")), "A. Auditor");
    assert.equal(await page.$$eval('[data-accepted="true"]', (all) => all.length), 0);
    await page.keyboard.press("Escape");
    await until(page, () => document.querySelector('[data-testid="accept-reason"]') === null);
    await until(page, () => document.activeElement?.dataset.testid === "accept");
  }));

test("coming back to a link that was taken is no wish to take it again", () =>
  on_page(async ({ site, context }) => {
    const guest = await visit(context, `${site.address}#settings=${encodeURIComponent('{"rules": {"D001": "off"}}')}`);
    await until(guest, () => document.querySelector("dialog.settings[open]") !== null);
    await close_settings(guest);
    assert.ok(!guest.url().includes("settings"), guest.url());
    await guest.click(by("sample"));
    await verdict(guest);
    await open_settings(guest);
    await guest.click(by("settings-reset"));
    await until(guest, () => localStorage.getItem("tieout.settings") === null);
    await close_settings(guest);
    await guest.goBack();
    await until(guest, () => document.querySelector('[data-testid="sample"]') !== null);
    assert.equal(await kept(guest), null);
    assert.equal(await guest.$$eval("dialog[open]", (all) => all.length), 0);
  }));

test("changes that follow one another quickly are all remembered, and a fault among them is told", () =>
  on_page(async ({ page }) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await open_settings(page);
    await page.evaluate(() => {
      const change = (field, value) => {
        field.value = value;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      };
      for (const code of ["A001", "A003", "D001"]) change(document.querySelector(`[data-testid="level"][data-code="${code}"]`), "off");
      change(document.querySelector('[data-testid="freshness"]'), "soon");
    });
    await says(page, "number of days from 1 to 36500");
    assert.deepEqual(JSON.parse(await kept(page)).rules, { A001: "off", A003: "off", D001: "off" });
  }));

test("settings that a browser remembers wrongly are told and forgotten", () =>
  on_page(async ({ page, context, site }) => {
    await page.evaluate(() => localStorage.setItem("tieout.settings", '{"rules": {"Z999": "off"}}'));
    const later = await visit(context, site.address);
    await says(later, "remembered cannot be used");
    assert.equal(await kept(later), null);
    await later.click(by("sample"));
    assert.equal(await verdict(later), "differs");
  }));

test("a browser that remembers nothing says so once, and the page works", () =>
  on_page(async ({ page, context, site }) => {
    await context.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
    });
    const guest = await visit(context, site.address);
    await guest.click(by("sample"));
    await verdict(guest);
    await open_settings(guest);
    await guest.selectOption(level("T001"), "off");
    await says(guest, "remembers nothing");
    await close_settings(guest);
    await guest.getByRole("button", { name: /put this message away/i }).click();
    await open_settings(guest);
    await guest.selectOption(level("T002"), "off");
    await until(guest, () => document.querySelector('[data-rule="T002"]') === null);
    assert.ok(!(await guest.innerText("body")).includes("remembers nothing"));
  }));

/// Accepts the first finding of a rule.
async function accept(page, rule, reason, name) {
  await page.locator(`[data-testid="finding"][data-rule="${rule}"]`).first().click();
  await page.locator(by("accept")).first().click();
  await page.fill(by("accept-reason"), reason);
  await page.fill(by("accept-by"), name);
  await page.click(by("accept-done"));
  await until(page, (rule) => document.querySelector(`[data-testid="finding"][data-rule="${rule}"][data-accepted="true"]`) !== null, rule);
}

const HOSTILE = '=HYPERLINK("x") <img src=x onerror=alert(1)> \u202E "q" \'; DROP';

test("accepting every difference leaves a sheet that ties but for them, here and on the command line", () =>
  on_page(async ({ page, context, site }) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await accept(page, "T001", HOSTILE, "<b>A. Auditor</b>");
    assert.equal(await verdict(page), "differs");
    // The keys stay where they were, at what can now be done.
    await until(page, () => document.activeElement?.dataset.testid === "withdraw");
    await accept(page, "T002", "one-sided entry, posted in January", "A. Auditor");
    await until(page, () => document.querySelector('[data-testid="verdict"]').dataset.verdict === "ties");
    await says(page, "but for 2 accepted differences");
    assert.equal(await page.$$eval("main img, main b.evil, dialog img", (all) => all.length), 0);
    assert.ok((await page.textContent("body")).includes(HOSTILE));

    await open_settings(page);
    const saved = await download(page, by("save-settings"));
    assert.equal(saved.name, "tieout.json");
    const settings = JSON.parse(saved.bytes);
    assert.deepEqual(settings.waivers.map(({ reason }) => reason), [HOSTILE.trim(), "one-sided entry, posted in January"]);
    await close_settings(page);
    const report = await download(page, by("download-report"));
    const path = join(folder, "tieout.json");
    await writeFile(path, saved.bytes);
    assert.deepEqual(report.bytes, await tieout("check", "--format", "json", "--settings", path, CANONICAL));
    assert.equal(JSON.parse(report.bytes).verdict, "ties");

    // What was accepted is in no memory of the browser, but in the file.
    const later = await visit(context, site.address);
    await later.setInputFiles(by("file-input"), CANONICAL);
    assert.equal(await verdict(later), "differs");
    await open_settings(later);
    await later.setInputFiles(by("settings-file"), path);
    await until(later, () => document.querySelector('[data-testid="verdict"]').dataset.verdict === "ties");
    await close_settings(later);

    // Withdrawn, it counts again; a second click does nothing to another one.
    await later.locator('[data-testid="finding"][data-rule="T001"]').first().click();
    await later.locator(by("withdraw")).first().dblclick();
    await until(later, () => document.querySelector('[data-testid="verdict"]').dataset.verdict === "differs");

    // On another file, the acceptance that is left is stale.
    await choose(later, "other.json", sheet());
    await verdict_on(later, "other.json", "ties");
    assert.equal(await later.textContent(by("stale")), "1 acceptance fits nothing here");
    await open_settings(later);
    await says(later, "has no such finding any more");
  }));

test("settings outlive a worker that is ended", () =>
  on_page(async ({ page }) => {
    await open_settings(page);
    await page.selectOption(level("T001"), "info");
    await until(page, () => localStorage.getItem("tieout.settings") !== null);
    await close_settings(page);
    const path = join(folder, "endless.json");
    const endless = await open(path, "w");
    await endless.truncate(64 * 2 ** 30);
    await endless.close();
    await page.setInputFiles(by("file-input"), path);
    await page.click(by("cancel"));
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict_on(page, "canonical.json", "differs");
    const told = await findings(page);
    assert.deepEqual(told.filter(([rule]) => rule === "T001").map(([, severity]) => severity), ["info"]);
  }));
