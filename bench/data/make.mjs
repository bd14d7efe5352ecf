// Makes one file to measure and says where it is: node bench/data/make.mjs MEGABYTES, or `lines` and their number.

import { ndjson, single } from "./files.mjs";

const [what, lines] = process.argv.slice(2);
const { sum, sum_of_accounts, ...facts } = what === "lines" ? single(Number(lines)) : ndjson(Number(what) * 1_000_000);
console.log(facts, text(sum), text(sum_of_accounts));

function text(cents) {
  return `${cents / 100n}.${(cents % 100n).toString().padStart(2, "0")}`;
}
