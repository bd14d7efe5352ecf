// What was measured on which machine, in the words of a reader who wants to repeat it.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";

const first = (text) => text.trim().split("\n")[0];
const said = (program, ...args) => first(execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));

/// Lines about the programs; `more` is { name: version } of others.
export function versions(more = {}) {
  const tieout = /^version = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8"))[1];
  const all = {
    Tieout: `${tieout} (${said("git", "describe", "--always", "--dirty", "--exclude", "*")})`,
    Chromium: said(process.env.TIEOUT_CHROMIUM ?? "chromium", "--version").replace(/^\D*/, "").split(" ")[0],
    Rust: said("rustc", "--version").split(" ")[1],
    ...more,
  };
  return Object.entries(all)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}

/// The processor, its cores and the memory.
export function machine() {
  return `${cpus().length} cores (${cpus()[0].model}), ${Math.round(totalmem() / 2 ** 30)} GB`;
}

/// How many programs wanted a core on average in the last minute; the measured ones are among them.
export const load = () => loadavg()[0];
