// One statement of very many lines, written as it is made: its totals are known before its accounts are.

import { cents, dice, text_of, uuid } from "./dice.mjs";

const ACCOUNTS = 50;
const GROUPS = 100;

/// Assets of regions of groups of accounts, all financed by one account of equity.
export function one_statement(lines, write, facts) {
  const groups = Math.max(1, Math.round(lines / (ACCOUNTS + 1)));
  const totals = Array.from({ length: groups }, (_, at) => accounts(at).reduce((sum, { cents }) => sum + cents, 0));
  const total = sum(totals);
  const count = (cents, is_account) => {
    facts.lines += 1;
    facts.sum += BigInt(cents);
    if (!is_account) return;
    facts.accounts += 1;
    facts.sum_of_accounts += BigInt(cents);
  };
  const head = (id, name, cents, is_account) => {
    count(cents, is_account);
    return `{"account_id":${id ? `"${id}"` : "null"},"name":"${name}","value":"${text_of(cents)}"`;
  };
  const section = (key, name, cents) => {
    count(cents, false);
    return `"${key}":{"name":"${name}","value":"${text_of(cents)}","items":[`;
  };
  facts.statements = 1;
  write(`{"entity_name":"Large, Ltd","end_date":"2024-12-31","currency_code":"EUR",${section("assets", "Assets", total)}`);
  for (let from = 0; from < groups; from += GROUPS) {
    const region = totals.slice(from, from + GROUPS);
    write(`${from ? "," : ""}${head(null, `Region ${from / GROUPS + 1}`, sum(region), false)},"items":[`);
    region.forEach((total, at) => {
      const items = accounts(from + at).map(({ id, name, cents }) => `${head(id, name, cents, true)}}`);
      write(`${at ? "," : ""}${head(null, `Branch ${from + at + 1}`, total, false)},"items":[${items.join(",")}]}`);
    });
    write("]}");
  }
  write(`]},${section("liabilities", "Liabilities", 0)}${head(uuid(dice(1)), "Bank Loan", 0, true)}}]},`);
  write(`${section("equity", "Equity", total)}${head(uuid(dice(2)), "Share Capital", total, true)}}]}}\n`);
  facts.largest = facts.bytes;
}

/// The accounts of a group, from its number alone, so that they can be made twice instead of kept.
function accounts(group) {
  const roll = dice(group + 3);
  return Array.from({ length: ACCOUNTS }, (_, at) => ({ id: uuid(roll), name: `Account ${1000 + at}`, cents: cents(roll) }));
}

const sum = (values) => values.reduce((sum, value) => sum + value, 0);
