// Medians and tables of them.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/// Three figures that count.
export const short = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/// Rows of cells, the first row of which is the head, as Markdown; columns after the first are figures.
export function markdown([head, ...rows]) {
  const rule = head.map((_, at) => (at === 0 ? "---" : "--:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

/// Whether a figure is on the right side of its limit, `≥ 2` or `≤ 2`.
export const holds = (value, limit) => (limit.startsWith("≥") ? value >= Number(limit.slice(1)) : value <= Number(limit.slice(1)));
