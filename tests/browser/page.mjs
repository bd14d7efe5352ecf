// What a visitor does on the page and reads from it, by the page's test ids; and what the command line says.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { until } from "./harness.mjs";

export const CANONICAL = fileURLToPath(new URL("../fixtures/canonical.json", import.meta.url));

const TIEOUT = fileURLToPath(new URL("debug/tieout", target_folder()));

function target_folder() {
  const own = process.env.CARGO_TARGET_DIR;
  return own ? new URL(`file://${own.replace(/\/*$/, "/")}`) : new URL("../../target/", import.meta.url);
}

/// The selector of a test id.
export const by = (id) => `[data-testid="${id}"]`;

/// A sheet of one account a section that ties; each argument is a replacement [from, to].
export function sheet(...replacements) {
  const side = (name, value) =>
    `{"name": "${name}", "value": "${value}", "items": [{"account_id": "${name}-1", "name": "${name} account", "value": "${value}"}]}`;
  const text = `{"end_date": "2024-12-31", "currency_code": "EUR",\n "assets": ${side("A", "5.00")},\n "liabilities": ${side("L", "2.00")},\n "equity": ${side("E", "3.00")}}`;
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${from} is not in the sheet`);
    return text.replace(from, to);
  }, text);
}

/// Chooses a file of this name and content.
export function choose(page, name, content) {
  return page.setInputFiles(by("file-input"), { name, mimeType: "application/json", buffer: Buffer.from(content) });
}

/// Waits for a verdict and gives its word.
export function verdict(page, how) {
  return until(page, () => document.querySelector('[data-testid="verdict"]')?.dataset.verdict, undefined, how);
}

/// Waits for this verdict on the file of this name.
export function verdict_on(page, name, word) {
  const question = ([name, word]) => {
    const strip = document.querySelector('[data-testid="verdict"]');
    return strip?.dataset.verdict === word && document.body.textContent.includes(name);
  };
  return until(page, question, [name, word]);
}

/// The findings that are listed: [rule, severity, pointer] each.
export function findings(page) {
  return page.$$eval('[data-testid="finding"]', (all) =>
    all.map(({ dataset }) => [dataset.rule, dataset.severity, dataset.pointer]),
  );
}

/// The pointers of the lines that are drawn.
export function lines(page) {
  return page.$$eval('[data-testid="line"]', (all) => all.map(({ dataset }) => dataset.pointer));
}

/// Clicks an element of a list that is scrolled, e.g. `[data-row="23"]`. It is brought to sight before: while the list
/// scrolls its elements are drawn over, and a hand that had aimed at one would hit another line.
export async function click_in_list(page, selector, how) {
  const settled = async (selector) => {
    const place = () => {
      document.querySelector(selector)?.scrollIntoView({ block: "nearest" });
      return document.querySelector(selector)?.getBoundingClientRect().top ?? Math.random();
    };
    const before = place();
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return place() === before;
  };
  await until(page, settled, selector);
  await page.click(selector, how);
}

/// What `tieout` prints when called with these arguments.
export async function tieout(...args) {
  const run = promisify(execFile)(TIEOUT, args, { encoding: "buffer", maxBuffer: 1 << 26 });
  return (await run.catch((ended) => ended)).stdout;
}

/// Statements of 67 lines, one a line of the text, of which every hundredth does not tie. 1,000 of them are more than is kept.
export function many(count) {
  const wide = (at) => {
    const items = Array.from({ length: 60 }, (_, n) => `{"account_id":"${1000 + n}","name":"Account ${n}","value":"1.00"}`);
    const off = at % 100 === 99 ? 61 : 60;
    return `{"entity":"Company ${at}","end_date":"2024-12-31","currency_code":"EUR","assets":{"name":"Assets","value":"${off}.00","items":[${items}]},"liabilities":{"name":"Liabilities","value":"0.00","items":[{"account_id":"1","name":"Loans","value":"0.00"}]},"equity":{"name":"Equity","value":"60.00","items":[{"account_id":"2","name":"Capital","value":"60.00"}]}}`;
  };
  return Array.from({ length: count }, (_, at) => wide(at)).join("\n");
}
