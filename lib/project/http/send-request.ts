import * as http from "node:http";
import * as https from "node:https";
import {finished} from "node:stream";
import {type ReplyHead, redirectTarget} from "../../http/index.js";
import {onAbort} from "./on-abort.js";

/** How long a connection may take to be made, in ms. */
const CONNECT_LIMIT = 10_000;

/** Is given the bytes of a body, piece by piece. */
export type Taker = (chunk: Uint8Array) => void;

/** The reply to a request: its head, and its body, which has not been read. */
export interface Reply {
  head: ReplyHead;
  /** Gives the body to `take`, once; rejects with what broke, or what `take` threw, and then the connection is let go. */
  read(take: Taker): Promise<void>;
}

/**
 * Sends a GET request and follows redirects, by Node's own client: the web streams of its fetch take three times the processor's time, more
 * than the SHA-256 of the same bytes.
 * @returns a reply whose body must be read, or the signal aborted
 * @throws {RequestError} `redirects`; else what Node throws
 */
export async function sendRequest(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Reply> {
  let target = new URL(url);
  for (let redirects = 0; ; redirects++) {
    signal.throwIfAborted();
    const message = await get(target, headers, signal);
    // A header that comes several times is one text here, but for Set-Cookie, for which nobody asks.
    const head = {status: message.statusCode!, headers: message.headers as ReplyHead["headers"]};
    const next = redirectTarget(url, target, head, redirects);
    if (!next) return {head, read: (take) => read(message, take)};
    message.destroy(); // lets the connection go
    target = next;
  }
}

function get(target: URL, headers: Record<string, string>, signal: AbortSignal): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const secure = target.protocol === "https:";
    const request = (secure ? https : http).get(target, {headers}, (message) => {
      message.on("error", () => {}); // whoever reads the body hears of it, also later
      resolve(message);
    });
    request.on("error", reject);
    // Given the signal itself, Node 20 throws its error where nobody can catch it, when it is aborted by whoever takes the last bytes.
    request.on(
      "close",
      onAbort(signal, () => request.destroy())
    );
    request.on("socket", (socket) => {
      if (!socket.connecting) return; // it has served another request
      const tooLong = Object.assign(new Error(`no connection within ${CONNECT_LIMIT / 1000} s`), {code: "ETIMEDOUT"});
      const timer = setTimeout(() => request.destroy(tooLong), CONNECT_LIMIT);
      for (const event of [secure ? "secureConnect" : "connect", "close"])
        socket.once(event, () => clearTimeout(timer));
    });
  });
}

function read(message: http.IncomingMessage, take: Taker): Promise<void> {
  return new Promise((resolve, reject) => {
    message.on("data", (chunk: Uint8Array) => {
      try {
        take(chunk);
      } catch (error) {
        message.destroy(error as Error);
      }
    });
    finished(message, (error) => (error ? reject(error) : resolve()));
  });
}
