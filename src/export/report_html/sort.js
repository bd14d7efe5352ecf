// Lets a table be sorted by a click on the head of a column: up, down, and as it was.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const amount = (text) => {
    const found = /^(−?)([\d,]+)(?:\.(\d+))?$/.exec(text);
    if (!found) return undefined;
    const digits = BigInt(found[2].replaceAll(",", "") + (found[3] ?? "").padEnd(30, "0"));
    return found[1] ? -digits : digits;
  };
  heads.forEach((head, column) => {
    const figures = head.classList.contains("n");
    const keys = new Map();
    const key = (row) => {
      if (!keys.has(row)) {
        const text = row.cells[column].textContent.trim();
        keys.set(row, figures ? amount(text) : text);
      }
      return keys.get(row);
    };
    const compare = (a, b) => (figures ? (a < b ? -1 : a > b ? 1 : 0) : a.localeCompare(b));
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const order = { ascending: "descending", descending: "" }[head.getAttribute("aria-sort")] ?? "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      let sorted = rows;
      if (order) {
        head.setAttribute("aria-sort", order);
        const turn = order === "ascending" ? 1 : -1;
        // What has no figure comes last, whichever way.
        const there = rows.filter((row) => key(row) !== undefined);
        const not = rows.filter((row) => key(row) === undefined);
        sorted = [...there.sort((a, b) => turn * compare(key(a), key(b))), ...not];
      }
      body.append(...sorted);
    });
  });
}
