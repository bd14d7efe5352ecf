// Serves one folder on 127.0.0.1, for scripts/serve and for the browser tests.
//
// node scripts/static_server.mjs FOLDER PORT

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/// Resolves to a listening http server. `base` is the sub-path under which the folder appears; port 0 is any
/// free one; `on_request` is told the method and path of every request, also of those that are refused.
export function serve_folder(folder, { port = 0, base = "/", on_request = () => {} } = {}) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    on_request(request.method, request.url);
    answer(request, response, root, base).catch(() => end(response, 500));
  });
  server.on("upgrade", (request, socket) => {
    on_request("UPGRADE", request.url);
    socket.destroy();
  });
  return new Promise((started, refused) => {
    server.once("error", refused);
    server.listen(port, "127.0.0.1", () => started(server));
  });
}

async function answer(request, response, root, base) {
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405);
  const file = file_of(request.url, root, base);
  const found = file && (await stat(file).catch(() => null));
  if (!found?.isFile()) return end(response, 404);
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": found.size,
    // Whoever rebuilds the page sees what is new.
    "Cache-Control": "no-cache",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file).on("error", () => response.destroy()).pipe(response);
}

/// The file that a request means, or null if it means nothing inside the folder.
function file_of(url, root, base) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  if (!path.startsWith(base) || path.includes("\0")) return null;
  const inside = path.slice(base.length);
  const file = normalize(join(root, inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside));
  return file.startsWith(root + sep) ? file : null;
}

function end(response, status) {
  if (!response.headersSent) response.writeHead(status, { "Content-Type": "text/plain" });
  response.end();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port] = process.argv.slice(2);
  try {
    const server = await serve_folder(folder, { port: Number(port) });
    console.log(`Tieout is at http://127.0.0.1:${server.address().port}/ (Ctrl-C ends it)`);
  } catch (error) {
    const free = error.code === "EADDRINUSE" ? "is taken: name a free one with --port N" : `cannot be used (${error.code})`;
    console.error(`tieout: port ${port} ${free}`);
    process.exit(1);
  }
}
