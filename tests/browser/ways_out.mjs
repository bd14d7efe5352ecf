// What a program could try to send something from a page or worker.

/// Every way out that a program could try, from wherever it runs. Each is told by what the server sees.
export const try_everything = async (address) => {
  const refused = [];
  const attempt = async (name, act) => {
    try {
      await act();
      refused.push(`${name}: not refused`);
    } catch {
      refused.push(`${name}: refused`);
    }
  };
  await attempt("fetch own host", () => fetch(`${address}leak-fetch`));
  await attempt("fetch elsewhere", () => fetch("http://127.0.0.1:9/leak"));
  await attempt("socket", () => new Promise((done, fail) => {
    const socket = new WebSocket(`${address.replace("http", "ws")}leak-socket`);
    socket.onopen = done;
    socket.onerror = fail;
  }));
  await attempt("request", () => new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.onload = done;
    request.onerror = fail;
    request.open("GET", `${address}leak-xhr`);
    request.send();
  }));
  if (typeof importScripts === "function") {
    await attempt("importScripts", () => importScripts(`${address}leak-script`));
  }
  if (typeof document === "object") {
    navigator.sendBeacon(`${address}leak-beacon`, "x");
    for (const [tag, field] of [["img", "src"], ["script", "src"], ["iframe", "src"], ["link", "href"]]) {
      const element = document.createElement(tag);
      if (tag === "link") element.rel = "prefetch";
      element[field] = `${address}leak-${tag}`;
      document.body.append(element);
    }
    await new Promise((later) => setTimeout(later, 500));
  }
  return refused;
};
