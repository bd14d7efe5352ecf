// Opens the built page in Chromium the way a visitor would, and watches what it does there.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { serve_folder } from "../../scripts/static_server.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

// A sub-path, since that is where a project page lives; whoever asks for the root of the host asks in vain.
const BASE = "/some/sub/path/";

// What Chromium sends on its own account is no request of the page and would only blur the record.
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const LAUNCH = {
  executablePath: process.env.TIEOUT_CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: false,
  args: QUIET,
};

/// A browser to share among the tests of one file. Close it after the last.
export function open_browser() {
  return chromium.launch(LAUNCH);
}

/// What open_page takes for a browser: it starts one anew, with this folder for its profile, which ends with its one
/// context. Unlike a shared one it keeps files on the disk, as a visitor's does.
export const own_browser = (folder) => ({
  newContext: (how) => chromium.launchPersistentContext(folder, { ...LAUNCH, ...how }),
});

/// A server of dist/ that remembers every request: `requests` holds "GET /some/sub/path/…" and so on.
export async function serve_page() {
  const requests = [];
  const server = await serve_folder(DIST, { base: BASE, on_request: (...what) => requests.push(what.join(" ")) });
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { address: `http://127.0.0.1:${server.address().port}${BASE}`, requests, close };
}

/// A visitor's first look, in a profile of its own: `page` is Playwright's; `site` is the server it came from;
/// `faults` fills with every console warning or error, uncaught error and breach of the policy.
/// `missing` is a pattern of addresses that the host shall not have; the rest is passed to Playwright's newContext, e.g. { colorScheme: "dark" }.
export async function open_page(browser, { missing, ...how } = {}) {
  const site = await serve_page();
  const context = await browser.newContext(how);
  const page = await context.newPage();
  const faults = [];
  page.on("console", (said) => {
    if (said.type() === "error" || said.type() === "warning") faults.push(`console ${said.type()}: ${said.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  await page.exposeFunction("tell_breach", (text) => faults.push(text));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (breach) =>
      globalThis.tell_breach(`breach of ${breach.effectiveDirective}: ${breach.blockedURI || "inline"}`),
    );
  });
  if (missing) await page.route(missing, (route) => route.fulfill({ status: 404 }));
  await page.goto(site.address, { waitUntil: "load" });
  const close = () => Promise.all([context.close(), site.close()]);
  return { page, context, site, faults, close };
}

/// Resolves once `question`, asked in the page again and again, has a true answer, and gives that answer.
/// Playwright's waitForFunction would need eval in the page, which the policy forbids.
export async function until(page, question, argument, { seconds = 20 } = {}) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await page.evaluate(question, argument);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`after ${seconds} s there is still no answer to: ${question}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}

/// Drops files or folders from the disk on an element, as a hand would: the page gets real ones, folders too.
export async function drop_files(page, selector, ...paths) {
  const drop = await hover_files(page, selector, ...paths);
  await drop();
}

/// Drags files or folders over an element, and answers what drops them.
export async function hover_files(page, selector, ...paths) {
  const box = await page.locator(selector).boundingBox();
  const devtools = await page.context().newCDPSession(page);
  const where = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  const send = (type) => devtools.send("Input.dispatchDragEvent", { type, ...where, data });
  await send("dragEnter");
  await send("dragOver");
  return async () => {
    await send("drop");
    await devtools.detach();
  };
}

/// Clicks and gives the bytes of the download that follows, with the name it would be saved under. What stands in the
/// menu of downloads is brought to sight first.
export async function download(page, selector) {
  const hidden = await page.evaluate((selector) => document.querySelector(selector)?.closest("details:not([open])") != null, selector);
  if (hidden) await page.click('[data-testid="download-menu"] > summary');
  const [saved] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

/// What axe finds wrong with the page as it stands, a line each; none is well.
export async function accessibility_faults(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}
