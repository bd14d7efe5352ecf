// axe finds nothing in any state, in both schemes, wide and narrow; and nothing is wider than a small screen.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessibility_faults, drop_files, open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, click_in_list, sheet, verdict } from "./page.mjs";

let browser, folder, nothing, endless;
before(async () => {
  browser = await open_browser();
  folder = await mkdtemp(join(tmpdir(), "tieout-"));
  // A file of holes that takes longer to read than any test waits, and no room on the disk.
  nothing = join(folder, "nothing");
  await mkdir(nothing);
  endless = join(folder, "endless.json");
  const file = await open(endless, "w");
  await file.truncate(64 * 2 ** 30);
  await file.close();
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const finding = (rule) => async (page) => {
  await page.setInputFiles(by("file-input"), CANONICAL);
  await verdict(page);
  await page.locator(`[data-rule="${rule}"]`).first().click();
};

const read = (content, word) => async (page) => {
  await choose(page, "sheet.json", content);
  assert.equal(await verdict(page), word);
};

const diagram = async (page) => {
  // On a narrow screen it is one part of three.
  await page.locator(".tabs button").nth(1).evaluate((part) => part.click());
  await page.locator("#view-diagram").evaluate((tab) => tab.click());
  await page.waitForSelector(by("card"), { state: "attached" });
};

const reading = async (page) => {
  await page.setInputFiles(by("file-input"), endless);
  await page.waitForSelector(by("progress"));
};

/// Each designed state, how to come to it, and what shows that the page is still in it.
const STATES = {
  empty: [async () => {}, by("sample")],
  "how to verify": [(page) => page.getByRole("button", { name: /verify/i }).first().click(), "dialog[open]"],
  reading: [reading, by("progress")],
  cancelled: [async (page) => (await reading(page), await page.click(by("cancel"))), "text=/cancelled/i"],
  failed: [(page) => drop_files(page, "body", nothing), "text=/folder/i"],
  unreadable: [read("{", "unreadable"), '[data-verdict="unreadable"]'],
  ties: [read(sheet(), "ties"), '[data-verdict="ties"]'],
  rounding: [
    read(sheet(['"name": "A", "value": "5.00"', '"name": "A", "value": "5.01"']), "rounding"),
    '[data-verdict="rounding"]',
  ],
  "not checkable": [
    read(sheet(['"name": "A account", "value": "5.00"', '"name": "A account", "value": "n/a"']), "not-checkable"),
    '[data-verdict="not-checkable"]',
  ],
  "does not tie, a line chosen": [finding("T001"), '[data-verdict="differs"]'],
  settings: [(page) => page.click(by("settings")), "dialog.settings[open]"],
  "settings refused": [
    async (page) => {
      await page.click(by("settings"));
      await page.setInputFiles(by("settings-file"), { name: "tieout.json", mimeType: "application/json", buffer: Buffer.from("{") });
      await page.waitForSelector(by("settings-faults"));
    },
    by("settings-faults"),
  ],
  "a finding accepted": [
    async (page) => {
      await finding("T001")(page);
      await page.locator(by("accept")).first().click();
      await page.fill(by("accept-reason"), "as agreed");
      await page.fill(by("accept-by"), "A. Auditor");
      await page.click(by("accept-done"));
      await page.waitForSelector('[data-accepted="true"]');
      // Another finding is being accepted, and the list of those that were is open too.
      await page.locator('[data-testid="finding"][data-rule="T002"]').click();
      await page.locator(by("accept")).first().click();
    },
    by("accept-done"),
  ],
  checks: [
    async (page) => {
      await finding("T001")(page);
      await page.locator("#view-checks").evaluate((tab) => tab.click());
      await page.waitForSelector(by("check"), { state: "attached" });
    },
    by("check"),
  ],
  "the source, something found in it": [
    async (page) => {
      await finding("T001")(page);
      await page.locator("#view-source").evaluate((tab) => tab.click());
      await page.locator(by("source-find")).evaluate((field) => {
        field.value = "payable";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await page.waitForSelector(".hit.current", { state: "attached" });
      // On a narrow screen the view is one of three parts.
      await page.locator(".tabs button", { hasText: "Views" }).evaluate((tab) => tab.click());
    },
    ".hit.current",
  ],
  "the source of a broken file": [
    async (page) => {
      await read('{"assets": {"name": "\u202ea\u0000", \'b\': +1}', "unreadable")(page);
      await page.locator("#view-source").click();
      await page.waitForSelector(".stand-in", { state: "attached" });
    },
    ".stand-in",
  ],
  "the diagram, a line chosen": [
    async (page) => {
      await finding("T001")(page);
      await diagram(page);
      await page.waitForSelector('.card-head[aria-selected="true"]', { state: "attached" });
    },
    by("card"),
  ],
  "the diagram, only failing branches": [
    async (page) => {
      await finding("T001")(page);
      await diagram(page);
      await page.locator(by("only-failing")).evaluate((box) => box.click());
      await until(page, () => document.querySelectorAll('[data-testid="card"]').length === 2);
    },
    by("card"),
  ],
  "the diagram, nothing fails": [
    async (page) => {
      await read(sheet(), "ties")(page);
      await diagram(page);
      await page.locator(by("only-failing")).evaluate((box) => box.click());
      await page.waitForSelector(".diagram-note:not([hidden])", { state: "attached" });
    },
    ".diagram-note:not([hidden])",
  ],
  "the diagram of the tables": [
    async (page) => {
      await read(sheet(), "ties")(page);
      await diagram(page);
      await page.locator(".motifs button").last().evaluate((button) => button.click());
      await page.waitForSelector('[data-name="line"]', { state: "attached" });
    },
    '[data-name="line"]',
  ],
  "probable causes": [
    async (page) => {
      const flipped = sheet(['"name": "A account", "value": "5.00"', '"name": "A account", "value": "-5.00"']);
      await read(flipped, "differs")(page);
      await page.locator('[data-testid="finding"][data-rule="T001"]').click();
      await page.waitForSelector(by("cause"), { state: "attached" });
    },
    by("cause"),
  ],
  "the rule book": [
    async (page) => {
      await page.evaluate(() => (location.hash = "#rules"));
      await page.waitForSelector('a[href="#rule/T001"]');
    },
    by("book"),
  ],
  "a rule": [
    async (page) => {
      await page.evaluate(() => (location.hash = "#rule/T001"));
      await page.waitForSelector(by("try-bad"));
    },
    by("try-bad"),
  ],
  "several statements": [read(`[${sheet()}, ${sheet()}]`, "ties"), by("statement")],
  "several files, of which one cannot be read": [
    async (page) => {
      const files = [["jan.json", sheet()], ["feb.json", sheet()], ["empty.json", ""]];
      await page.setInputFiles(by("file-input"), files.map(([name, text]) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) })));
      await verdict(page);
      await page.locator(".tabs button", { hasText: "Views" }).evaluate((part) => part.click());
    },
    by("without"),
  ],
  "a search with hits": [
    async (page) => {
      await finding("T001")(page);
      await page.fill(by("search"), "76,998.10");
      await page.press(by("search"), "Enter");
      await page.waitForSelector(".track .hit", { state: "attached" });
      await page.fill(by("search"), "acc");
      await page.waitForSelector(".track mark", { state: "attached" });
    },
    ".track mark",
  ],
  "a search without": [
    async (page) => {
      await finding("T001")(page);
      await page.fill(by("search"), "zebra");
      await page.waitForSelector(`${by("search-told")}:not(:empty)`);
    },
    `${by("search-told")}:not(:empty)`,
  ],
  "lines added up": [
    async (page) => {
      await page.setInputFiles(by("file-input"), CANONICAL);
      await verdict(page);
      await click_in_list(page, '[data-row="2"]');
      await click_in_list(page, '[data-row="5"]', { modifiers: ["Shift"] });
      await page.waitForSelector(by("counted-twice"));
      await page.fill(by("search"), "flex");
      await page.waitForSelector(".track .picked mark", { state: "attached" });
    },
    by("sum-bar"),
  ],
  keys: [(page) => page.click(by("keys")), "dialog.key-sheet[open]"],
  "how the file is read": [
    async (page) => (await read(sheet(), "ties")(page), await page.click(by("read-otherwise"))),
    by("example-line"),
  ],
};

const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];

for (const [state, [come_to, sign]] of Object.entries(STATES)) {
  test(`${state}: accessible in light and dark, wide and narrow`, async () => {
    const { page, close } = await open_page(browser);
    try {
      await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
      await come_to(page);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await accessibility_faults(page), [], `${colorScheme}, ${size.width} px`);
        }
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${over} px wider than the screen of ${size.width} px`);
      }
      assert.ok((await page.locator(sign).count()) > 0, `the page is no longer in the state ${state}`);
    } finally {
      await close();
    }
  });
}

test("what is typed into a field, and what stands there before, can be told from its ground in light and dark", async () => {
  const { page, close } = await open_page(browser);
  try {
    await choose(page, "sheets.json", `[${sheet()}, ${sheet()}]`);
    await verdict(page);
    await page.click("#view-source");
    await page.click("#view-statements");
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const told = await page.evaluate(() => {
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const rgb = (colour) => {
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        };
        const light = (colour) => {
          const [r, g, b] = rgb(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const contrast = (one, other) => {
          const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
          return (more + 0.05) / (less + 0.05);
        };
        const ground = (element) => {
          for (let at = element; at; at = at.parentElement) {
            const { backgroundColor } = getComputedStyle(at);
            if (backgroundColor !== "rgba(0, 0, 0, 0)") return backgroundColor;
          }
          return "white";
        };
        return [...document.querySelectorAll("input[placeholder]")].map((field) => [
          field.placeholder,
          contrast(getComputedStyle(field).color, ground(field)),
          contrast(getComputedStyle(field, "::placeholder").color, ground(field)),
        ]);
      });
      assert.ok(told.length >= 3, JSON.stringify(told));
      for (const [field, typed, before] of told) {
        assert.ok(typed >= 4.5 && before >= 4.5, `${field} in ${colorScheme}: ${typed}, ${before}`);
      }
    }
  } finally {
    await close();
  }
});

test("on a narrow screen no two buttons or tabs in sight have one name", async () => {
  const { page, close } = await open_page(browser, { viewport: { width: 360, height: 740 } });
  try {
    await choose(page, "sheets.json", `[${sheet()}, ${sheet()}]`);
    await verdict(page);
    const names = await page.$$eval(".tabs button, [role=tab]", (all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent.trim()));
    assert.ok(names.length >= 8, names.join());
    assert.deepEqual(names, [...new Set(names)]);
  } finally {
    await close();
  }
});
