// How much WebAssembly memory the workers of a page have taken. Such memory never shrinks, so it is the most they ever had.

/// Bytes, over all workers. The page's own memory is not counted: it holds no file.
export async function wasm_bytes(page) {
  const devtools = await page.context().newCDPSession(page);
  const workers = [];
  devtools.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => targetInfo.type === "worker" && workers.push(sessionId));
  await devtools.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const sizes = await Promise.all(workers.map((worker) => bytes_of(devtools, worker)));
  await devtools.detach();
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

async function bytes_of(devtools, worker) {
  let last = 0;
  const ask = (method, params) => {
    const id = (last += 1);
    const answer = new Promise((done) => {
      devtools.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => {
        const said = JSON.parse(message);
        if (sessionId === worker && said.id === id) done(said.result);
      });
    });
    return devtools.send("Target.sendMessageToTarget", { sessionId: worker, message: JSON.stringify({ id, method, params }) }).then(() => answer);
  };
  const kind = await ask("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const found = await ask("Runtime.queryObjects", { prototypeObjectId: kind.result.objectId });
  const sum = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }";
  const answer = await ask("Runtime.callFunctionOn", { objectId: found.objects.objectId, functionDeclaration: sum, returnByValue: true });
  return answer.result.value;
}
