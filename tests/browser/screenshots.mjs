// Takes the pictures that the README shows, into screenshots/. With a folder it takes every state in every size and
// scheme there instead, to be looked at: node screenshots.mjs FOLDER [STATE]...

import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { open_browser, open_page, until } from "./harness.mjs";
import { by, choose, sheet, verdict } from "./page.mjs";

const SIZES = {
  narrow: { width: 360, height: 740 },
  medium: { width: 1024, height: 768 },
  wide: { width: 1600, height: 1000 },
};

const sample = async (page) => {
  await page.click(by("sample"));
  await verdict(page);
};

const report = async (page) => {
  await sample(page);
  await page.locator('[data-rule="T001"]').first().click();
  await until(page, () => document.querySelector('[data-testid="line"][aria-selected="true"]') !== null);
};

/// A view of the report, by the click of its tab, which a narrow screen may not show.
const view = (name) => async (page) => {
  await report(page);
  await page.locator(`#view-${name}`).evaluate((tab) => tab.click());
  await page.waitForSelector(`#panel-${name}:not([hidden])`, { state: "attached" });
};

/// Each state: how to come to it from the first page, and the sizes the README shows it in, if it does. To picture one
/// more view, add it here.
const STATES = {
  first: { come_to: async () => {}, shown: ["medium"] },
  report: { come_to: report, shown: ["narrow", "medium", "wide"] },
  ties: { come_to: async (page) => (await choose(page, "sheet.json", sheet()), await verdict(page)) },
  unreadable: { come_to: async (page) => (await choose(page, "sheet.json", "{"), await verdict(page)) },
  diagram: { come_to: view("diagram"), shown: ["wide"] },
  tables: { come_to: async (page) => (await view("diagram")(page), await page.getByRole("button", { name: "Tables", exact: true, includeHidden: true }).evaluate((it) => it.click())) },
  source: { come_to: view("source"), shown: ["wide"] },
  search: { come_to: async (page) => (await sample(page), await page.fill(by("search"), "current")) },
  added_up: {
    come_to: async (page) => {
      await report(page);
      await page.locator(by("line")).nth(3).evaluate((line) => line.click());
      await page.locator(by("line")).nth(5).evaluate((line) => line.dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey: true })));
      await page.waitForSelector(by("picked-count"), { state: "attached" });
    },
  },
  keys: { come_to: async (page) => (await sample(page), await page.keyboard.press("?")) },
  checks: { come_to: async (page) => (await sample(page), await page.locator("#view-checks").evaluate((tab) => tab.click())) },
  downloads: { come_to: async (page) => (await sample(page), await page.click(`${by("download-menu")} > summary`)) },
  settings: { come_to: (page) => page.click(by("settings")) },
  verify: { come_to: (page) => page.getByRole("button", { name: /verify/i }).first().click() },
  rules: { come_to: (page) => page.evaluate(() => (location.hash = "#rules")) },
  paper: {
    come_to: async (page) => {
      await sample(page);
      await page.emulateMedia({ media: "print" });
      await until(page, () => document.querySelector("#printed").childElementCount > 0);
    },
  },
};

const [to, ...only] = process.argv.slice(2);
const folder = to ? `${to.replace(/\/*$/, "")}/` : fileURLToPath(new URL("screenshots/", import.meta.url));
await mkdir(folder, { recursive: true });

const browser = await open_browser();
const packer = await browser.newPage();
await packer.goto("about:blank");

/// The picture as WebP, which weighs half of what it does as PNG and looks the same.
async function packed(png) {
  const base64 = await packer.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.8).split(",")[1];
  }, png.toString("base64"));
  return Buffer.from(base64, "base64");
}

for (const [state, { come_to, shown = [] }] of Object.entries(STATES)) {
  if (only.length > 0 && !only.includes(state)) continue;
  for (const size of to ? Object.keys(SIZES) : shown) {
    for (const colorScheme of ["light", "dark"]) {
      const how = { colorScheme, viewport: SIZES[size], reducedMotion: "reduce", locale: "en-US" };
      const { page, close } = await open_page(browser, how);
      await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
      await come_to(page);
      await page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 300)));
      const png = await page.screenshot();
      const name = `${folder}${state}-${size}-${colorScheme}`;
      await (to ? writeFile(`${name}.png`, png) : writeFile(`${name}.webp`, await packed(png)));
      await close();
    }
  }
}
await browser.close();
