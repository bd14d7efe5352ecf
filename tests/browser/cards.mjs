// The cards of a diagram as tests ask for them, and sheets that make many of them.

import assert from "node:assert/strict";
import { until } from "./harness.mjs";
import { by } from "./page.mjs";

export const cards = (page) => page.$$eval(by("card"), (all) => all.map(({ dataset }) => dataset.name));
export const card = (page, name) => page.locator(`[data-testid="card"][data-name="${name}"]`).first();
export const head = (page, name) => card(page, name).locator(".card-head");
export const row = (page, of, name) => card(page, of).locator(".item", { hasText: name });
export const title = (page) => page.evaluate(() => document.querySelector("#line-title")?.textContent);
export const zoom = (page) => page.innerText(".zooms button:nth-child(2)");
export const scrolled = (page) => page.$eval(by("board"), ({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
/// What a screen reader says of a place.
export const heard = (item) => item.locator(":scope > .unseen").textContent();
/// What has the keys, in words.
export const focused = (page) => page.evaluate(() => document.activeElement?.querySelector(":scope > .unseen")?.textContent ?? "");

export const line_is = (page, name) =>
  until(page, (name) => document.querySelector("#line-title")?.textContent === name, name).catch(async () =>
    assert.equal(await title(page), name),
  );

export const focus_is = (page, start) =>
  until(page, (start) => document.activeElement?.querySelector(":scope > .unseen")?.textContent.startsWith(start), start).catch(async () =>
    assert.equal(await focused(page), start),
  );

/// Whether what is chosen is wholly in sight.
export const in_sight = (page, name) =>
  until(
    page,
    (name) => {
      const view = document.querySelector('[data-testid="board"]').getBoundingClientRect();
      const chosen = [...document.querySelectorAll('[role="treeitem"][aria-selected="true"]')];
      return chosen.some((item) => {
        const box = item.getBoundingClientRect();
        const within = box.top >= view.top && box.bottom <= view.bottom && box.left >= view.left && box.right <= view.right;
        return within && item.querySelector(":scope > .unseen").textContent.startsWith(name);
      });
    },
    name,
  );

/// A sheet whose assets are these items.
export const assets = (value, items) =>
  JSON.stringify({
    assets: { name: "A", value: String(value), items },
    liabilities: { name: "L", value: "0" },
    equity: { name: "E", value: String(value) },
  });

export const account = (at, value = "1") => ({ account_id: `id-${at}`, name: `Account ${at}`, value });

/// Ten groups of ten, down to the accounts: 11,111 groups.
export function many_groups(depth = 4) {
  let serial = 0;
  const group = (depth) => {
    const items = Array.from({ length: 10 }, () => (depth ? group(depth - 1) : account(serial++)));
    return { name: `Group ${serial}`, value: String(10 ** (depth + 1)), items };
  };
  return assets(10 ** (depth + 1), group(depth).items);
}
