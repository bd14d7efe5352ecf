// The built page comes up, from its own host alone and within its own policy.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open_browser, open_page, until } from "./harness.mjs";

let browser;
before(async () => (browser = await open_browser()));
after(() => browser.close());

test("the page comes up without a fault, and asks for each file once", async () => {
  const { page, site, faults, close } = await open_page(browser);
  try {
    assert.equal(await page.title(), "Tieout");
    await until(page, () => document.getElementById("boot-message") === null);
    assert.deepEqual(faults, []);
    assert.ok(site.requests.every((request) => request.startsWith("GET /some/sub/path/")), site.requests.join("\n"));
    assert.equal(new Set(site.requests).size, site.requests.length, site.requests.join("\n"));
  } finally {
    await close();
  }
});

test("a page whose program cannot be fetched says so in words", async () => {
  const { page, close } = await open_page(browser, { missing: "**/page-*.wasm" });
  try {
    await until(page, () => document.getElementById("boot-message").textContent.includes("could not be loaded"));
  } finally {
    await close();
  }
});

test("a page whose worker cannot be fetched says so in words", async () => {
  const { page, close } = await open_page(browser, { missing: "**/worker-*.wasm" });
  try {
    await until(page, () => document.body.textContent.includes("Tieout could not start (the server answered 404)."));
  } finally {
    await close();
  }
});
