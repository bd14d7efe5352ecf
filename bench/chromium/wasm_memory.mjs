// How much WebAssembly memory the workers of a page have taken. Such memory never shrinks, so it is the most they ever had.

/// Bytes, over all workers and the helpers they started. The page's own memory is not counted: it holds no file.
export async function wasm_bytes(page) {
  const devtools = await page.context().newCDPSession(page);
  const root = new Session((message) => {
    const { id, method, params } = JSON.parse(message);
    devtools.send(method, params).then((result) => root.hear(JSON.stringify({ id, result })));
  });
  for (const method of ["Target.attachedToTarget", "Target.receivedMessageFromTarget"]) {
    devtools.on(method, (params) => root.hear(JSON.stringify({ method, params })));
  }
  const workers = await root.workers();
  if (workers.length !== page.workers().length) throw new Error(`${workers.length} of ${page.workers().length} workers can be measured`);
  const sizes = await Promise.all(workers.map(bytes_of));
  await devtools.detach();
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

/// From now on the helpers of a worker stay when they are let go, so that their memory can still be measured. Answers what
/// ends them.
export async function keep_helpers(worker) {
  await worker.evaluate(() => {
    const end = Worker.prototype.terminate;
    const kept = [];
    Worker.prototype.terminate = function () {
      kept.push(this);
    };
    globalThis.end_helpers = () => kept.splice(0).forEach((helper) => end.call(helper));
  });
  return () => worker.evaluate(() => globalThis.end_helpers());
}

/// What is said to a page or worker, and to the workers it started by way of it.
class Session {
  #post;
  #waiting = new Map();
  #inner = new Map();

  constructor(post) {
    this.#post = post;
  }

  ask(method, params = {}) {
    const id = this.#waiting.size + 1;
    const answer = new Promise((done) => this.#waiting.set(id, done));
    this.#post(JSON.stringify({ id, method, params }));
    return answer;
  }

  hear(text) {
    const { id, result, method, params } = JSON.parse(text);
    if (id) this.#waiting.get(id)(result);
    if (method === "Target.receivedMessageFromTarget") this.#inner.get(params.sessionId)?.hear(params.message);
    if (method === "Target.attachedToTarget" && params.targetInfo.type === "worker") {
      const { sessionId } = params;
      this.#inner.set(sessionId, new Session((message) => this.ask("Target.sendMessageToTarget", { sessionId, message })));
    }
  }

  /// The workers it started, and those they started.
  async workers() {
    await this.ask("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    const own = [...this.#inner.values()];
    const further = await Promise.all(own.map((worker) => worker.workers()));
    return [...own, ...further.flat()];
  }
}

async function bytes_of(worker) {
  const kind = await worker.ask("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const found = await worker.ask("Runtime.queryObjects", { prototypeObjectId: kind.result.objectId });
  const sum = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }";
  const answer = await worker.ask("Runtime.callFunctionOn", { objectId: found.objects.objectId, functionDeclaration: sum, returnByValue: true });
  return answer.result.value;
}
