import { page_run } from "./chromium/page_run.mjs";
import { ndjson } from "./data/files.mjs";
const f = ndjson(64_000_000).path; const r=[];
for (let i=0;i<7;i++){ const x = await page_run(f); r.push([Math.round(x.report), Math.round(x.all), Math.round(x.saved), Math.round(x.memory/1e6)]); }
r.sort((a,b)=>a[1]-b[1]); console.log(r.join(" | "));
