// A browser of its own for each run, with a profile on the disk as a visitor has: a private window would keep files in memory.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open_page, own_browser } from "../../tests/browser/harness.mjs";

/// Opens the release page in a browser of its own, lets `act` do something with what open_page gives, and answers what it answers.
export const visit_page = (act) => visit((browser) => open_page(browser), act);

/// The same with a page that is empty; `act` is given Playwright's page.
export const visit_blank = (address, act) =>
  visit(
    async (browser) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(address);
      return { page, close: () => context.close() };
    },
    ({ page }) => act(page),
  );

/// How long a browser may take to open a page, or to go, in seconds. One in some hundred never does.
const OPENS = 60;

async function visit(open, act) {
  const folder = await mkdtemp(join(tmpdir(), "tieout-bench-"));
  try {
    const opened = await in_time(open(own_browser(folder)));
    if (!opened) {
      console.error("== a browser did not open its page, and is left for another");
      return await visit(open, act);
    }
    try {
      return await act(opened);
    } finally {
      await in_time(opened.close());
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/// What comes of it, or nothing if that takes too long.
function in_time(opening) {
  const late = new Promise((none) => setTimeout(none, OPENS * 1000).unref());
  opening.catch(() => {}); // once it is late nobody asks any more
  return Promise.race([opening, late]);
}
