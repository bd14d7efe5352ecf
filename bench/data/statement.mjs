// One statement as a line of JSON, with what is true of it.

import { cents, text_of, uuid, whole } from "./dice.mjs";

/// Of so many statements one has a figure that does not tie.
const TIES = 40;

/// Writes the statement of `entity` for a month and adds what is in it to `facts`.
export function statement({ name, currency, sections }, month, roll, facts) {
  const fault = whole(roll, 1, TIES) === 1 ? whole(roll, 1, 2) : 0;
  // Larger than any tolerance that the rounding of a group's items could explain.
  const off = fault === 0 ? 0 : 100 * whole(roll, 1_000, 90_000);
  const [assets, liabilities, equity] = sections.map((section) => valued(section, roll));
  const net_income = equity.items.at(-1);
  move(equity, [net_income], assets.cents - liabilities.cents - equity.cents);
  const current = liabilities.items[0];
  if (fault === 1) move(liabilities, [current], off); // a total misstated and carried up: that total, and the equation
  if (fault === 2) current.items[0].items[0].cents += off; // an account changed after the totals were made
  facts.differing += [0, 2, 1][fault];
  facts.statements += 1;
  const end = new Date(Date.UTC(2019, month + 1, 0)).toISOString().slice(0, 10);
  const sheets = [assets, liabilities, equity].map((section) => `"${section.key}":${written(section, true, facts)}`);
  return `{"id":"${uuid(roll)}","entity_name":"${name}","start_date":"${end.slice(0, 8)}01","end_date":"${end}","currency_code":"${currency}",${sheets.join(",")}}\n`;
}

function valued(line, roll) {
  if (!line.items) return { ...line, cents: line.id === null ? 0 : cents(roll) };
  const items = line.items.map((item) => valued(item, roll));
  return { ...line, items, cents: items.reduce((sum, item) => sum + item.cents, 0) };
}

function move(section, path, by) {
  for (const line of [section, ...path]) line.cents += by;
}

function written(line, is_section, facts) {
  facts.lines += 1;
  facts.sum += BigInt(line.cents);
  const id = is_section ? "" : `"account_id":${line.id ? `"${line.id}"` : "null"},`;
  const start = `{${id}"name":"${line.name}","value":"${text_of(line.cents)}"`;
  if (!line.items) {
    facts.accounts += 1;
    facts.sum_of_accounts += BigInt(line.cents);
    return `${start}}`;
  }
  return `${start},"items":[${line.items.map((item) => written(item, false, facts)).join(",")}]}`;
}
