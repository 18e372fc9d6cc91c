import {connections} from "./connections.js";
import {Reply} from "./reply.js";
import {RequestError} from "./request-error.js";

const MOST_REDIRECTS = 10;

/**
 * Sends a GET request and follows redirects. undici makes the connections, without the rest of Node's fetch: its web streams take
 * three times the processor's time, more than the SHA-256 of the same bytes.
 * @returns a reply whose body has not been read: it must be, or the request be ended
 * @throws {RequestError} `redirects`; else what undici throws
 */
export async function sendRequest(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Reply> {
  let target = new URL(url);
  let reply: Reply | undefined;
  signal.throwIfAborted();
  signal.addEventListener("abort", () => reply?.end(signal.reason), {once: true});
  for (let redirects = 0; ; redirects++) {
    if (!/^https?:$/.test(target.protocol)) throw redirectError(url, `an address of ${target.protocol}`);
    reply = new Reply();
    get(target, headers, reply);
    await reply.head;
    const location = reply.header("location");
    if (reply.status < 300 || reply.status > 308 || location === null) return reply;
    reply.end(new Error("redirected")); // lets the connection go
    if (redirects === MOST_REDIRECTS) throw redirectError(url, `more than ${MOST_REDIRECTS} redirects`);
    if (!URL.canParse(location, target)) throw redirectError(url, `a redirect to ${JSON.stringify(location)}`);
    target = new URL(location, target);
  }
}

function get({origin, pathname, search}: URL, headers: Record<string, string>, reply: Reply): void {
  const patience = {headersTimeout: 0, bodyTimeout: 0}; // whoever asks watches for stalls
  connections.dispatch({origin, path: pathname + search, method: "GET", headers, ...patience}, reply);
}

function redirectError(file: string, found: string): RequestError {
  const expected = "an address that leads to a file";
  return new RequestError("redirects", {file, expected, found, remedy: "Check the address, or take another source."});
}
