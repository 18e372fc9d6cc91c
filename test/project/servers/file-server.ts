import {once} from "node:events";
import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {gzipSync} from "node:zlib";
import {type Fault, PAGE} from "./faults.js";

/** A file that a server has. */
export interface ServedFile {
  bytes: Uint8Array;
  /** With its quotes; undefined where the server has none. */
  etag?: string;
  lastModified?: string;
  contentType?: string;
}

/** A request as the server saw it. */
export interface SeenRequest {
  path: string;
  /** As sent, such as "bytes=0-99". */
  range: string | undefined;
  headers: IncomingMessage["headers"];
}

/** Answers a request itself and returns true, or leaves it to the files. */
export type Route = (url: URL, response: ServerResponse, request: IncomingMessage) => boolean;

/**
 * A server of files on loopback that gives ranges, with ETags, as S3 does, and does wrong what it is told to.
 */
export class FileServer {
  readonly files = new Map<string, ServedFile>();
  readonly requests: SeenRequest[] = [];
  /** What is done wrong with the n-th request, from 0; a file's path without query. */
  fault: (n: number, path: string, range: string | undefined) => Fault | undefined = () => undefined;
  /** How many bytes of bodies were sent. */
  sent = 0;
  /** How many bytes of a body are sent at a time, with a breath between them. */
  pieceSize = 1 << 16;
  pause = 0;
  /** Whether every reply ends its connection. */
  closes = false;
  readonly #server: Server;
  readonly #routes: Route[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<FileServer> {
    const server = new FileServer();
    server.#server.listen(0, "127.0.0.1");
    await once(server.#server, "listening");
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  route(route: Route): void {
    this.#routes.push(route);
  }

  /** Puts a file there, in place of another of that path. */
  put(
    path: string,
    bytes: Uint8Array,
    file: Omit<ServedFile, "bytes"> = {etag: `"${path.length}-${bytes.length}"`}
  ): string {
    this.files.set(path, {bytes, ...file});
    return this.address + path;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.address);
    const {range} = request.headers;
    const fault = this.fault(this.requests.length, url.pathname, range);
    this.requests.push({path: url.pathname + url.search, range, headers: {...request.headers}});
    response.on("error", () => {});
    if (this.closes) response.setHeader("connection", "close");
    if (fault?.kind === "status") return void response.writeHead(fault.status, fault.headers).end("An error.");
    if (fault?.kind === "redirect") return void response.writeHead(302, {location: fault.to}).end();
    if (fault?.kind === "html") return void response.writeHead(200, {"content-type": "text/html"}).end(PAGE);
    if (fault?.kind === "stall" && fault.after < 0) return;
    if (this.#routes.some((route) => route(url, response, request))) return;
    const file = this.files.get(url.pathname);
    if (!file) return void response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    await this.#send(file, request.headers.range, response, fault); // a route may have dropped the range
  }

  async #send(file: ServedFile, range: string | undefined, response: ServerResponse, fault?: Fault): Promise<void> {
    const size = file.bytes.length;
    const match = fault?.kind === "ignore-range" ? null : /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
    const start = match ? Number(match[1]) : 0;
    const end = match?.[2] ? Math.min(size, Number(match[2]) + 1) : size;
    if (match && start >= size) return void response.writeHead(416, {"content-range": `bytes */${size}`}).end();
    let body = Buffer.from(file.bytes.subarray(start, end));
    const headers: Record<string, string | number> = {"accept-ranges": "bytes", "content-length": body.length};
    if (file.etag) headers.etag = file.etag;
    if (file.lastModified) headers["last-modified"] = file.lastModified;
    headers["content-type"] = file.contentType ?? "binary/octet-stream";
    if (match) headers["content-range"] = `bytes ${start}-${end - 1}/${size}`;

    if (fault?.kind === "wrong-range") {
      if (fault.header === null) delete headers["content-range"];
      else headers["content-range"] = fault.header;
    }
    if (fault?.kind === "wrong-content-length") headers["content-length"] = Math.max(0, body.length + fault.by);
    if (fault?.kind === "length") {
      body =
        fault.by < 0
          ? body.subarray(0, Math.max(0, body.length + fault.by))
          : Buffer.concat([body, Buffer.alloc(fault.by, 7)]);
    }
    if (fault?.kind === "flip" && body.length > 0) body[fault.at % body.length] ^= 0x10;
    if (fault?.kind === "chunked" || fault?.kind === "until-close") {
      delete headers["content-length"];
      if (fault.kind === "until-close") {
        response.useChunkedEncodingByDefault = false;
        headers.connection = "close";
      }
    }
    if (fault?.kind === "gzip") {
      body = gzipSync(body);
      headers["content-encoding"] = "gzip";
      headers["content-length"] = body.length;
    }
    const {socket} = response; // a response that has ended has none
    response.writeHead(match ? 206 : 200, headers);
    response.flushHeaders();
    const stop = fault?.kind === "cut" || fault?.kind === "stall" ? Math.min(fault.after, body.length) : body.length;
    for (let at = 0; at < stop; at += this.pieceSize) {
      const piece = body.subarray(at, Math.min(stop, at + this.pieceSize));
      this.sent += piece.length;
      if (!response.write(piece)) await drained(response);
      if (response.destroyed) return;
      if (this.pause > 0 && at + this.pieceSize < stop) await new Promise((resolve) => setTimeout(resolve, this.pause));
    }
    if (fault?.kind === "stall") return;
    if (fault?.kind === "cut") {
      // What was written is to arrive before the connection breaks.
      await new Promise((resolve) => setImmediate(resolve));
      return void socket?.destroySoon();
    }
    response.end();
    if (fault?.kind === "length") setImmediate(() => socket?.destroySoon());
  }
}

/** Waits until more can be written, or nobody listens any more. */
async function drained(response: ServerResponse): Promise<void> {
  const ended = new AbortController();
  const {signal} = ended;
  await Promise.race([once(response, "drain", {signal}), once(response, "close", {signal})]).catch(() => {});
  ended.abort();
}
