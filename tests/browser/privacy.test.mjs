// Nothing leaves the device: no request after loading, none possible, and no need of one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, verdict } from "./page.mjs";
import { try_everything } from "./ways_out.mjs";

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

/// A page that has read the canonical sheet, with the number of requests the server saw before the file.
async function page_with_report(run) {
  const opened = await open_page(browser, { acceptDownloads: true });
  try {
    await until(opened.page, () => document.querySelector('[data-testid="sample"]:enabled') !== null);
    await run(opened);
  } finally {
    await opened.close();
  }
}

async function read_and_take(page) {
  await page.setInputFiles(by("file-input"), CANONICAL);
  await verdict(page);
  const saved = page.waitForEvent("download");
  await page.evaluate(() => document.querySelector('[data-testid="download-csv-full"]').click());
  await saved;
}

test("reading, choosing and downloading make no request at all", () =>
  page_with_report(async ({ page, site }) => {
    const everything = [];
    page.on("request", (request) => everything.push(request.url()));
    await read_and_take(page);
    const before = site.requests.length;
    everything.length = 0;
    await page.click('[data-rule="T001"]');
    await read_and_take(page);
    assert.equal(site.requests.length, before);
    assert.deepEqual(everything.filter((url) => !url.startsWith("blob:")), []);
  }));

test("whatever the page or its worker tries to send, nothing arrives", () =>
  page_with_report(async ({ page, site }) => {
    await read_and_take(page);
    const workers = page.workers();
    assert.equal(workers.length, 1);
    const before = site.requests.length;
    for (const place of [page, ...workers]) {
      const answers = await place.evaluate(try_everything, site.address);
      assert.ok(answers.length >= 4);
      assert.deepEqual(answers.filter((answer) => !answer.endsWith(": refused")), []);
    }
    assert.deepEqual(site.requests.slice(before), []);
  }));

test("the page works with the network off once it has loaded", () =>
  page_with_report(async ({ page, context, site }) => {
    await context.setOffline(true);
    await site.close();
    await read_and_take(page);
    assert.equal(await verdict(page), "differs");
  }));

test("nothing of a file is stored", () =>
  page_with_report(async ({ page, context }) => {
    await read_and_take(page);
    const kept = await page.evaluate(async () => ({
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      databases: (await indexedDB.databases()).length,
      address: location.href,
      state: JSON.stringify(history.state),
    }));
    assert.equal(kept.databases, 0);
    assert.deepEqual(await context.cookies(), []);
    for (const text of [kept.local, kept.session, kept.address, kept.state]) {
      assert.ok(!/Flex|Assets|13318970|canonical/i.test(text ?? ""), text);
    }
  }));

test("no policy allows eval or inline code, and the second shuts every connection", () =>
  page_with_report(async ({ page }) => {
    await read_and_take(page);
    const policies = await page.$$eval("meta[http-equiv=Content-Security-Policy]", (all) => all.map((one) => one.content));
    assert.equal(policies.length, 2);
    for (const policy of policies) assert.ok(!/'unsafe-eval'|'unsafe-inline'/.test(policy), policy);
    assert.ok(policies[1].includes("connect-src 'none'"));
  }));
