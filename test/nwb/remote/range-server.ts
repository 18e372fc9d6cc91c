// A process that serves the files of a folder, with ranges as S3 gives them, and goes wrong when it is told to. A process
// of its own, as whoever reads from it stands still meanwhile. Started by start-range-server.ts.
//
//   GET  /<file>          the file; /moved/<file> redirects to an address that expires, as DANDI's do
//   POST /__faults        a list of faults, in place of those before
//   GET  /__requests      the requests for files since the last time this was asked
import {once} from "node:events";
import {createReadStream, statSync} from "node:fs";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join} from "node:path";
import {pipeline} from "node:stream/promises";

/** What goes wrong, for which requests for files. */
export interface Fault {
  /** For which file; for all by default. */
  path?: string;
  /** How many requests go well before; 0 by default. */
  after?: number;
  /** How many requests go wrong; all by default. */
  times?: number;
  /** An answer of this status, with a page as its body. */
  status?: number;
  /** Headers that replace the right ones; null leaves one out. */
  headers?: Record<string, string | null>;
  /** The connection breaks after so many bytes of the body. */
  cut?: number;
  /** Nothing more comes after so many bytes of the body. */
  stall?: number;
  /** So many bytes more than said (with no Content-Length), or fewer. */
  extra?: number;
  /** The addresses that redirects have led to are no longer good. */
  expire?: boolean;
}

/** A request as the server saw it. */
export interface SeenRequest {
  path: string;
  range: string | null;
  ifMatch: string | null;
  /** How many bytes of a file it was given. */
  bytes: number;
}

const TYPES: Record<string, string> = {".html": "text/html", ".js": "text/javascript"};

const [folder] = process.argv.slice(2);
let faults: Fault[] = [];
let seen: SeenRequest[] = [];
let token = 0;

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const {pathname, searchParams} = new URL(request.url!, "http://localhost");
  if (pathname === "/__faults") {
    let text = "";
    for await (const part of request) text += part;
    faults = JSON.parse(text);
    response.end();
  } else if (pathname === "/__requests") {
    response.setHeader("content-type", "application/json").end(JSON.stringify(seen));
    seen = [];
  } else if (pathname.startsWith("/loop")) {
    response.writeHead(302, {location: `/loop${Math.random()}`}).end();
  } else if (pathname.startsWith("/moved/")) {
    response.writeHead(302, {location: `${pathname.slice("/moved".length)}?token=${token}`}).end();
  } else if (searchParams.has("token") && searchParams.get("token") !== String(token)) {
    response.writeHead(403, {"content-type": "application/xml"}).end("<Error><Code>AccessDenied</Code></Error>");
  } else {
    await answerFile(request, response, decodeURIComponent(pathname));
  }
}

async function answerFile({headers: asked}: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const entry: SeenRequest = {path, range: asked.range ?? null, ifMatch: String(asked["if-match"] ?? ""), bytes: 0};
  seen.push(entry);
  const fault = nextFault(path);
  if (fault.expire) token++;
  const file = join(folder, path);
  const stat = statSync(file, {throwIfNoEntry: false});
  const status = fault.status ?? (stat?.isFile() ? undefined : 404);
  if (status !== undefined) {
    response.writeHead(status, {"content-type": "text/html", ...replaced({}, fault)}).end("<!doctype html><p>No.");
    return;
  }
  const {size, mtimeMs} = stat!;
  const etag = fault.headers?.etag ?? `"${size}-${mtimeMs}"`;
  if (asked["if-match"] && asked["if-match"] !== etag) {
    response.writeHead(412).end();
    return;
  }
  const range = /^bytes=(\d+)-(\d+)$/.exec(asked.range ?? "");
  const [start, end] = range ? [Number(range[1]), Math.min(Number(range[2]) + 1, size)] : [0, size];
  if (start >= end) {
    response.writeHead(416, {"content-range": `bytes */${size}`}).end();
    return;
  }
  const length = end - start;
  const given = Math.min(length + Math.min(fault.extra ?? 0, 0), fault.cut ?? length, fault.stall ?? length);
  const headers = {
    "accept-ranges": "bytes",
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "content-range": `bytes ${start}-${end - 1}/${size}`,
    ...(fault.extra ? {} : {"content-length": String(length)}),
    etag
  };
  response.writeHead(range ? 206 : 200, replaced(headers, fault));
  response.flushHeaders();
  if (given > 0) {
    const stream = createReadStream(file, {start, end: start + given - 1, highWaterMark: 1 << 20});
    stream.on("data", (bytes) => {
      entry.bytes += bytes.length;
    });
    await pipeline(stream, response, {end: false});
  }
  if (fault.cut !== undefined) {
    if (response.writableLength > 0) await once(response, "drain");
    setTimeout(() => response.destroy(), 20);
  } else if (fault.stall === undefined) {
    if (fault.extra !== undefined && fault.extra > 0) response.write(Buffer.alloc(fault.extra, 7));
    response.end();
  }
}

function nextFault(path: string): Fault {
  for (const fault of faults) {
    if (fault.path && fault.path !== path) continue;
    if (fault.after) {
      fault.after--;
      continue;
    }
    if (fault.times === 0) continue;
    if (fault.times !== undefined) fault.times--;
    return fault;
  }
  return {};
}

function replaced(headers: Record<string, string>, {headers: changes = {}}: Fault): Record<string, string> {
  const all = Object.entries({...headers, ...changes});
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}
