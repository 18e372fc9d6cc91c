import type {RangeAnswer, RangeRequest, RangeTransport} from "../range-transport.js";

/** The slowest connection that is waited for (bytes a millisecond). */
const SLOWEST = 20;

/**
 * Range requests in a worker of a page, one after another, while the worker stands still. A request with If-Match would be
 * preceded by another one on servers of another origin, so that ETags are only compared when the answer is here.
 * @param patience how long a server may take to answer at all (ms)
 */
export function xhrTransport(patience = 30_000): RangeTransport {
  return {
    send: (requests) => requests.map((request) => answer(request, patience)),
    wait(milliseconds) {
      // A worker has nothing to sleep with, unless its page is isolated from other origins.
      for (const end = performance.now() + milliseconds; performance.now() < end; );
    },
    close() {}
  };
}

function answer({url, start, end}: RangeRequest, patience: number): RangeAnswer {
  const request = new XMLHttpRequest();
  try {
    request.open("GET", url, false);
    request.responseType = "arraybuffer";
    request.timeout = patience + (end - start) / SLOWEST;
    request.setRequestHeader("range", `bytes=${start}-${end - 1}`);
    request.send();
    const body = request.status === 206 ? new Uint8Array(request.response as ArrayBuffer) : new Uint8Array(0);
    const headers = headersIn(request.getAllResponseHeaders());
    return {status: request.status, headers, url: request.responseURL, body};
  } catch (error) {
    // The reason (no connection, no leave for pages of this origin, a body cut short, too late) is kept from scripts.
    return {status: 0, headers: {}, url, body: new Uint8Array(0), fault: String(error)};
  }
}

function headersIn(text: string): Record<string, string> {
  const lines = text.split("\r\n").filter((line) => line.includes(":"));
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    })
  );
}
