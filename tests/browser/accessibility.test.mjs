// axe finds nothing in any state, in both schemes, wide and narrow; and nothing is wider than a small screen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibility_faults, drop_files, open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, sheet, verdict } from "./page.mjs";

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

const finding = (rule) => async (page) => {
  await page.setInputFiles(by("file-input"), CANONICAL);
  await verdict(page);
  await page.locator(`[data-rule="${rule}"]`).first().click();
};

const read = (content, word) => async (page) => {
  await choose(page, "sheet.json", content);
  assert.equal(await verdict(page), word);
};

/// Each designed state, and how to come to it.
const STATES = {
  empty: async () => {},
  "how to verify": (page) => page.getByRole("button", { name: /verify/i }).first().click(),
  reading: async (page) => {
    await choose(page, "slow.json", Buffer.alloc(48 << 20, " "));
    await page.waitForSelector(by("progress"));
  },
  cancelled: async (page) => {
    await choose(page, "slow.json", Buffer.alloc(48 << 20, " "));
    await page.click(by("cancel"));
    await until(page, () => /cancelled/i.test(document.body.innerText));
  },
  failed: async (page) => {
    await drop_files(page, "body", "/tmp");
    await until(page, () => /folder/i.test(document.body.innerText));
  },
  unreadable: read("{", "unreadable"),
  ties: read(sheet(), "ties"),
  rounding: read(sheet(['"name": "A", "value": "5.00"', '"name": "A", "value": "5.01"']), "rounding"),
  "not checkable": read(sheet(['"name": "A account", "value": "5.00"', '"name": "A account", "value": "n/a"']), "not-checkable"),
  "does not tie": finding("T001"),
  "several statements": read(`[${sheet()}, ${sheet()}]`, "ties"),
};

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of [
    ["wide", { width: 1440, height: 900 }],
    ["narrow", { width: 360, height: 740 }],
  ]) {
    test(`every state is accessible: ${colorScheme}, ${size}`, async () => {
      for (const [state, come_to] of Object.entries(STATES)) {
        const { page, close } = await open_page(browser, { colorScheme, viewport });
        try {
          await until(page, () => document.querySelector('[data-testid="file-input"]') !== null);
          await come_to(page);
          assert.deepEqual(await accessibility_faults(page), [], state);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${state} is ${wide} px wider than the screen`);
        } finally {
          await close();
        }
      }
    });
  }
}
