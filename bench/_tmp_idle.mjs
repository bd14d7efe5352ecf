import { spawn } from "node:child_process";
import { page_run } from "./chromium/page_run.mjs";
import { ndjson } from "./data/files.mjs";
const f = ndjson(64_000_000).path;
const p = spawn("perf", ["record","-a","-k","mono","-F","4000","-o","/tmp/idle.data","sleep","30"],{stdio:"ignore"});
const offset = Number(process.hrtime.bigint())/1e9 - Date.now()/1e3;
let d;
for (let i=0;i<3;i++){ const r = await page_run(f); console.log(JSON.stringify(r)); d=r; }
console.log("T", offset, d.drop_epoch/1e3, d.report_epoch/1e3);
p.kill("SIGINT");
