// Pictures to take away: what the page hands out is what the command line writes, and others can open it.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { accessibility_faults, download, open_browser, open_page, until } from "./harness.mjs";
import { by, CANONICAL, choose, sheet, tieout, verdict, verdict_on } from "./page.mjs";

const MERMAID = fileURLToPath(new URL("node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js", import.meta.url));

const HOSTILE = [
  "",
  " \n\t ",
  '"]\n  evil["',
  '%%{init: {"theme": "dark"}}%%',
  "</svg><script>globalThis.broken = true</script>",
  "]]> & <b>bold</b> 'quoted' \"twice\"",
  "Change of direction LR",
  "~generic~ \\ ; # style: #x;",
  "🎉👩‍🚀 café é",
  "רכוש שוטף",
  "‮drowssap⁦",
  "\u0001\u0007[31m￿",
  "PK",
  "1. Cash",
  "- Cash",
  "$$x^2$$ `code` *bold* _under_ fa:fa-car",
  "https://example.com/?a=b&c",
  "W".repeat(10_000),
];

/// A sheet with a group of each name, each with an account of the same name; amounts of 28 digits.
function hostile_sheet() {
  const value = "-1234567890123456789012345.678";
  const items = HOSTILE.map((name, at) => ({
    account_id: null,
    name,
    value,
    items: [{ account_id: `id-${at}`, name, value }],
  }));
  const side = (items) => ({ name: "Side", value, items });
  const account = [{ account_id: "1", name: "Loan", value }];
  return JSON.stringify({ assets: side(items), liabilities: side(account), equity: side(account) });
}

let browser;
let folder;
before(async () => {
  browser = await open_browser();
  folder = await mkdtemp(join(tmpdir(), "tieout-pictures-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/// Runs `act` on a fresh page, which must come through it without a fault.
async function on_page(act) {
  const opened = await open_page(browser, { acceptDownloads: true, locale: "en-US" });
  try {
    await until(opened.page, () => document.querySelector('[data-testid="file-input"]') !== null);
    await act(opened.page);
    assert.deepEqual(opened.faults, []);
  } finally {
    await opened.close();
  }
}

/// Takes a picture from the menu.
async function take(page, id) {
  if (!(await page.isVisible(by(id)))) await page.click(`${by("download-menu")} summary`);
  return download(page, by(id));
}

/// Runs `act` on a page of its own at an address of the disk or with nothing on it.
async function on_blank(act, address = "about:blank") {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    return await act(page);
  } finally {
    await page.close();
  }
}

/// What Mermaid makes of a text: the labels it draws, or the fault it finds.
const drawn_by_mermaid = (text) =>
  on_blank(async (page) => {
    await page.addScriptTag({ path: MERMAID });
    return page.evaluate(async (text) => {
      globalThis.mermaid.initialize({ startOnLoad: false });
      const { svg } = await globalThis.mermaid.render("drawn", text);
      document.body.innerHTML = svg;
      if (document.body.querySelector("script, b, i")) throw new Error("a name became markup");
      return [...document.querySelectorAll("svg .nodeLabel, svg .edgeLabel")].map((label) => label.textContent.trim());
    }, text);
  });

test("the pictures of the page are those of the command line, byte for byte", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    for (const [id, name, form] of [
      ["download-svg", "canonical.diagram.svg", "svg"],
      ["download-drawio", "canonical.diagram.drawio", "drawio"],
      ["download-mermaid", "canonical.diagram.mmd", "mermaid"],
    ]) {
      const saved = await take(page, id);
      assert.equal(saved.name, name);
      assert.ok(saved.bytes.length > 1000);
      assert.deepEqual(saved.bytes, await tieout("picture", form, CANONICAL));
    }
    assert.equal(await page.isVisible(by("notice")), false, "nothing is left out, and nothing is told");
  }));

test("an SVG opened alone is a picture with every card, every row and the difference, and asks for nothing", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    const path = join(folder, "alone.svg");
    await writeFile(path, (await take(page, "download-svg")).bytes);
    await on_blank(async (alone) => {
      const told = await alone.evaluate(() => ({
        root: document.documentElement.localName,
        cards: document.querySelectorAll("[data-card]").length,
        rows: document.querySelectorAll("[data-row]").length,
        links: document.querySelectorAll("[data-to]").length,
        texts: [...document.querySelectorAll("text")].map((text) => text.lastChild?.textContent),
        requests: performance.getEntriesByType("resource").length,
        // No text leaves its card.
        outside: [...document.querySelectorAll("[data-card]")].flatMap((card) => {
          const frame = card.querySelector("rect").getBoundingClientRect();
          const texts = [...card.querySelectorAll("text")];
          return texts.filter((text) => text.getBoundingClientRect().right > frame.right).map((text) => text.textContent);
        }),
      }));
      assert.deepEqual([told.root, told.cards, told.rows, told.links], ["svg", 16, 34, 13]);
      for (const text of ["76,998.10", "canonical.json", "main categories", "Flex Platinum Card", "−25,000.00"]) {
        assert.ok(told.texts.includes(text), text);
      }
      assert.deepEqual([told.requests, told.outside], [0, []]);
    }, `file://${path}`);
  }));

test("a PNG is twice as large as the SVG and shows something", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    const svg = (await take(page, "download-svg")).bytes.toString();
    const [, width, height] = svg.match(/ width="(\d+)" height="(\d+)"/).map(Number);
    const saved = await take(page, "download-png");
    assert.equal(saved.name, "canonical.diagram.png");
    assert.deepEqual([...saved.bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
    assert.deepEqual([saved.bytes.readUInt32BE(16), saved.bytes.readUInt32BE(20)], [2 * width, 2 * height]);
    const seen = await on_blank((blank) =>
      blank.evaluate(async (bytes) => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: "image/png" }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const brush = canvas.getContext("2d");
        brush.drawImage(image, 0, 0);
        const pixels = brush.getImageData(0, 0, image.width, image.height).data;
        const count = { dark: 0, red: 0, white: 0, clear: 0 };
        for (let at = 0; at < pixels.length; at += 4) {
          const [red, green, blue, opaque] = pixels.subarray(at, at + 4);
          if (opaque < 255) count.clear += 1;
          else if (red > 250 && green > 250 && blue > 250) count.white += 1;
          else if (red > 130 && green < 60 && blue < 60) count.red += 1;
          else if (red < 90 && green < 90 && blue < 90) count.dark += 1;
        }
        return count;
      }, [...saved.bytes]),
    );
    assert.ok(seen.dark > 10_000 && seen.red > 1_000 && seen.white > 1_000_000, JSON.stringify(seen));
    assert.equal(seen.clear, 0);
  }));

test("hostile names and amounts of 28 digits become text in every picture", () =>
  on_page(async (page) => {
    await choose(page, 'a"]%%{b}<i>.json', hostile_sheet());
    await verdict(page);
    const parsed = (text) =>
      page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, "application/xml");
        const count = (selector) => parsed.querySelectorAll(selector).length;
        const cells = [...parsed.querySelectorAll("mxCell")];
        const ids = [...parsed.querySelectorAll("mxCell[id], UserObject[id]")].map((cell) => cell.id);
        return {
          faults: count("parsererror") + count("script") + count("b") + count("i"),
          cards: count("[data-card]"),
          rows: count("[data-row]"),
          texts: parsed.documentElement.textContent,
          tables: cells.filter((cell) => cell.getAttribute("style")?.startsWith("shape=table;")).length,
          edges: count("[edge]"),
          twice: ids.length - new Set(ids).size,
          loose: cells.flatMap((cell) => ["source", "target", "parent"].map((end) => cell.getAttribute(end))).filter(
            (end) => end !== null && !ids.includes(end),
          ),
        };
      }, text);
    const amount = "−1,234,567,890,123,456,789,012,345.678";
    const svg = await parsed((await take(page, "download-svg")).bytes.toString());
    assert.deepEqual([svg.faults, svg.cards, svg.rows], [0, 3 + HOSTILE.length, 2 * HOSTILE.length + 2]);
    assert.ok(svg.texts.includes(amount) && svg.texts.includes("W".repeat(10_000)));
    const drawio = await parsed((await take(page, "download-drawio")).bytes.toString());
    assert.deepEqual([drawio.faults, drawio.tables, drawio.edges], [0, 3 + HOSTILE.length, HOSTILE.length]);
    assert.deepEqual([drawio.twice, drawio.loose], [0, []]);
    const labels = await drawn_by_mermaid((await take(page, "download-mermaid")).bytes.toString());
    // Each name stands in the label of its group just as it is written, but for what is not seen or breaks lines.
    const shown = HOSTILE.slice(2, -1).filter((name) => !/[\u0000-\u001f‪-‮⁦-⁩]/.test(name));
    for (const name of shown) {
      const isolated = labels.map((label) => label.replace(/[⁨⁩]/g, ""));
      assert.ok(isolated.includes(`${name} · ${amount} ✓ ties`), name);
    }
    assert.equal((await take(page, "download-png")).name.endsWith(".diagram.png"), true);
  }));

test("Mermaid draws the canonical sheet with all its groups and the difference", async () => {
  const labels = await drawn_by_mermaid((await tieout("picture", "mermaid", CANONICAL)).toString());
  for (const label of ["Current Liabilities · 1,014,525.75 ✗ differs", "differs by 76,998.10", "Flex_Cash", "806,291.61"]) {
    assert.ok(labels.includes(label), label);
  }
});

test("a picture too large for Mermaid or for a canvas is cut or refused in words, and the SVG is whole", () =>
  on_page(async (page) => {
    const group = (at) =>
      `{"name": "Group ${at}", "value": "1", "items": [{"account_id": "${at}", "name": "Account ${at}", "value": "1"}]}`;
    const groups = Array.from({ length: 600 }, (_, at) => group(at)).join(",");
    const account = '"items": [{"account_id": "A-1", "name": "A account", "value": "5.00"}]';
    await choose(page, "large.json", sheet([account, `"items": [${groups}]`]));
    await verdict_on(page, "large.json", "differs");
    const svg = (await take(page, "download-svg")).bytes.toString();
    assert.equal(svg.match(/data-card/g).length, 603);
    const text = (await take(page, "download-mermaid")).bytes.toString();
    assert.ok(text.length <= 50_000 && text.match(/\|\|--o\{/g).length <= 500);
    const told = await page.textContent(by("notice"));
    assert.ok(told.includes("too large for Mermaid, which takes 500 links and 50,000 letters"), told);
    await drawn_by_mermaid(text);
    await page.click(`${by("download-menu")} summary`);
    await page.click(by("download-png"));
    await until(page, () => document.querySelector('[data-testid="notice"]')?.dataset.kind === "failed");
    const refused = await page.textContent(by("notice"));
    assert.ok(refused.includes("larger than this browser can draw") && refused.includes("Diagram (SVG)"), refused);
  }));

test("the menu offers pictures by keyboard and passes axe", () =>
  on_page(async (page) => {
    await page.setInputFiles(by("file-input"), CANONICAL);
    await verdict(page);
    await page.focus(`${by("download-menu")} summary`);
    await page.keyboard.press("Enter");
    await until(page, (hook) => document.querySelector(hook)?.checkVisibility(), by("download-svg"));
    assert.deepEqual(await accessibility_faults(page), []);
    await page.focus(by("download-mermaid"));
    const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(saved.suggestedFilename(), "canonical.diagram.mmd");
    assert.ok((await readFile(await saved.path())).includes("erDiagram"));
  }));
