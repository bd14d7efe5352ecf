// Takes the pictures that the README shows: the sample's report, wide and narrow, light and dark; and the first page.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { open_browser, open_page, until } from "./harness.mjs";
import { by, verdict } from "./page.mjs";

const folder = fileURLToPath(new URL("screenshots/", import.meta.url));
await mkdir(folder, { recursive: true });

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 360, height: 740 } };

const browser = await open_browser();
for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const { page, close } = await open_page(browser, { colorScheme, viewport, reducedMotion: "reduce" });
    await until(page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
    if (size === "wide") await page.screenshot({ path: `${folder}first-${colorScheme}.png` });
    await page.click(by("sample"));
    await verdict(page);
    await page.locator('[data-rule="T001"]').first().click();
    await until(page, () => document.querySelector('[data-testid="line"][aria-selected="true"]') !== null);
    await page.screenshot({ path: `${folder}${size}-${colorScheme}.png` });
    await close();
  }
}
await browser.close();
