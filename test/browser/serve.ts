import {readFileSync, statSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join} from "node:path";
import {gzipSync} from "node:zlib";

const types: Record<string, string> = {
  ".arrow": "application/vnd.apache.arrow.stream",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm"
};

/** A built site, served on this machine as a host of static files serves it. */
export interface ServedSite {
  /** Its address, without a slash at the end. */
  origin: string;
  close(): void;
}

/**
 * Serves a folder: gzip for those who accept it, byte ranges for those who ask, "/units" for units.html, 404.html for
 * what is not there.
 *
 * @param port any free one by default
 */
export async function serveSite(directory: string, port = 0): Promise<ServedSite> {
  const compressed = new Map<string, Buffer>();
  const server: Server = createServer((request, response) => {
    const found = fileFor(directory, new URL(request.url ?? "/", "http://site").pathname);
    const path = found ?? fileFor(directory, "/404");
    if (path === undefined) return void response.writeHead(404).end("Not found");
    const headers = {"content-type": types[extname(path)] ?? "application/octet-stream", "accept-ranges": "bytes"};
    const bytes = readFileSync(path);
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
    if (range) {
      const start = Number(range[1]);
      const end = Math.min(range[2] ? Number(range[2]) : Infinity, bytes.length - 1);
      if (start > end) return void response.writeHead(416, {"content-range": `bytes */${bytes.length}`}).end();
      const partial = {...headers, "content-range": `bytes ${start}-${end}/${bytes.length}`};
      return void response.writeHead(206, partial).end(bytes.subarray(start, end + 1));
    }
    const status = found ? 200 : 404;
    if (!/\bgzip\b/.test(request.headers["accept-encoding"]?.toString() ?? ""))
      return void response.writeHead(status, {...headers, "content-length": bytes.length}).end(bytes);
    const body = compressed.get(path) ?? gzipSync(bytes);
    compressed.set(path, body);
    const encoded = {...headers, "content-encoding": "gzip", "content-length": body.length};
    response.writeHead(status, encoded).end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    }
  };
}

function fileFor(directory: string, pathname: string): string | undefined {
  const path = decodeURIComponent(pathname);
  if (path.split("/").includes("..")) return;
  const candidates = path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
  return candidates
    .map((name) => join(directory, name))
    .find((file) => statSync(file, {throwIfNoEntry: false})?.isFile());
}
