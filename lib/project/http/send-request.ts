import type {Readable} from "node:stream";
import {RequestError} from "./request-error.js";

/** A reply whose body has not been read. */
export interface Reply {
  status: number;
  header(name: string): string | null;
  body: AsyncIterable<Uint8Array>;
}

/** What is used of undici's dispatcher. */
interface Dispatcher {
  request(options: object): Promise<{
    statusCode: number;
    headers: Record<string, string | string[] | undefined>;
    body: Readable;
  }>;
}

const MOST_REDIRECTS = 10;

/**
 * Sends a GET request and follows redirects. It is the part of Node's fetch (undici) that makes connections that is asked: the rest of
 * fetch, with its web streams, takes three times the processor's time, as much more as the SHA-256 of the same bytes. Fetch itself is
 * asked where Node should not have that part.
 * @throws {RequestError} `redirects`; else what undici throws
 */
export async function sendRequest(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  dispatcher = nodesDispatcher()
): Promise<Reply> {
  let target = new URL(url);
  for (let redirects = 0; ; redirects++) {
    if (!/^https?:$/.test(target.protocol)) throw redirectError(url, `an address of ${target.protocol}`);
    const reply = await (dispatcher
      ? byDispatcher(dispatcher, target, headers, signal)
      : byFetch(target, headers, signal));
    const location = reply.header("location");
    if (reply.status < 300 || reply.status > 308 || location === null) return reply;
    for await (const _chunk of reply.body) break; // lets the connection go
    if (redirects === MOST_REDIRECTS) throw redirectError(url, `more than ${MOST_REDIRECTS} redirects`);
    if (!URL.canParse(location, target)) throw redirectError(url, `a redirect to ${JSON.stringify(location)}`);
    target = new URL(location, target);
  }
}

async function byDispatcher(
  dispatcher: Dispatcher,
  {origin, pathname, search}: URL,
  headers: Record<string, string>,
  signal: AbortSignal
): Promise<Reply> {
  // Whoever asks watches for stalls.
  const limits = {headersTimeout: 0, bodyTimeout: 0};
  const reply = await dispatcher.request({origin, path: pathname + search, method: "GET", headers, signal, ...limits});
  reply.body.on("error", () => {}); // told to whoever reads it
  const header = (name: string) => [reply.headers[name]].flat()[0] ?? null;
  return {status: reply.statusCode, header, body: reply.body};
}

async function byFetch(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Reply> {
  const reply = await fetch(url, {headers, signal, redirect: "manual"});
  return {status: reply.status, header: (name) => reply.headers.get(name), body: reply.body ?? noBytes()};
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

/** The dispatcher that Node's own fetch uses, with its connections and settings. It is there once fetch has been loaded. */
function nodesDispatcher(): Dispatcher | null {
  void globalThis.Response;
  const known = (globalThis as unknown as Record<symbol, Dispatcher | undefined>)[
    Symbol.for("undici.globalDispatcher.1")
  ];
  return known ?? null;
}

function redirectError(file: string, found: string): RequestError {
  const expected = "an address that leads to a file";
  return new RequestError("redirects", {file, expected, found, remedy: "Check the address, or take another source."});
}
