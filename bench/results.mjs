// The tables of scripts/bench speed: figures beside the floors that they must hold, and the times behind them.

import { load, machine, versions } from "./machine.mjs";
import { holds, markdown, median, short } from "./table.mjs";

/// What was measured, as the text of RESULTS.md.
export function results({ times, loads, rounds, small, middle, large, quick, versions: peers }) {
  const time = (name, part = "ms") => median(times[name].map((run) => run[part]));
  const [json, page, memory] = [time("json_parse"), time("page", "all"), time("memory")];
  const a_line = (name, file) => time(name) / file.lines;
  const figures = [
    ["file to checked CSV in Chromium ÷ `JSON.parse`", json / page, "≥ 1", "≥ 2"],
    ["engine in memory ÷ `JSON.parse`", json / memory, "≥ 2.5", "≥ 4"],
    ["file to checked CSV in Chromium ÷ Python script", time("Python script") / page, "≥ 20", "≥ 40"],
    ["file to checked CSV in Chromium ÷ flatterer", time("flatterer") / page, "≥ 12", "≥ 25"],
    ["file to checked CSV in Chromium ÷ DuckDB", time("DuckDB") / page, "", ""],
    [`time a line at ${mb(large)} ÷ at ${mb(small)}`, a_line("warm_large", large) / a_line("warm_small", small), "≤ 1.4", "≤ 1.2"],
  ];
  const spent = [
    ["`JSON.parse` alone, in a worker", "json_parse", "ms"],
    ["engine in memory, bytes to checked CSV, warmed up as the page does it", "memory", "ms"],
    ["the same in a worker that has just begun", "cold", "ms"],
    ["engine in memory, warmed up, where no statement is like the one before", "memory_unlike", "ms"],
    ["page: file to report", "page", "report"],
    ["page: report to CSV", "page", "csv"],
    ["page: file to checked CSV", "page", "all"],
    ["page: file to CSV saved on the disk", "page", "saved"],
    ["page: file to checked CSV, where no statement is like the one before", "page_unlike", "all"],
    ["Python script: json, Decimal, csv, checks", "Python script", "ms"],
    ["flatterer: a table a level, no checks", "flatterer", "ms"],
    ["DuckDB: nested read and unnest, no checks", "DuckDB", "ms"],
  ];
  return `# Speed

${quick ? "A trial on little data: these figures say nothing.\n\n" : ""}\`scripts/bench speed\` made this. Speeds are divided, so more is better, but for the time a line.

${markdown([["figure", "measured", "floor", "aim", "holds"], ...figures.map(row)])}
${mb(middle)}, ${middle.statements} statements, ${middle.lines} lines; the median of ${rounds} rounds, all programs in turn, a new browser and worker each, a file that is dragged over the page a second and a half after it is ready and dropped 0.3 s later:

${markdown([["what", "ms", "least", "most", "MB/s"], ...spent.map(([what, name, part]) => [what, ...spread(times[name].map((run) => run[part]), middle)])])}
WebAssembly memory at its most: ${short(time("page", "memory") / 1e6)} MB in the page's worker on ${mb(middle)}, ${short(time("warm_large", "memory") / 1e6)} MB in the engine alone on ${mb(large)}.

The statements are those of entities one after another, each with twelve months: eleven in twelve have the lines of the one before, with other figures. All wrote the same rows with the same sums. The peers' time is without that of starting them. ${machine()}; load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads, load()).toFixed(1)}. ${versions(peers)}.
`;
}

const row = ([what, value, floor, aim]) => [what, short(value), floor, aim, floor && (holds(value, floor) ? "yes" : "no")];

const mb = ({ bytes }) => `${Math.round(bytes / 1e6)} MB`;

const spread = (times, { bytes }) =>
  [median(times), Math.min(...times), Math.max(...times), bytes / 1e3 / median(times)].map(short);
