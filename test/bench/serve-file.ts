// node --import ./lib/site/typescript.mjs serve-file.ts PIECE SIZE ADDRESS-FILE: serves a file on loopback, by ranges too, and
// writes its address into another file when it is ready. The file is one piece again and again, from memory: like this
// serving takes little of the processors' time, which elsewhere are another machine's.
import {readFileSync, writeFileSync} from "node:fs";
import {createServer, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";

const [piecePath, sizeText, addressPath] = process.argv.slice(2);
const piece = readFileSync(piecePath);
const size = Number(sizeText);

function send(response: ServerResponse, start: number, end: number): void {
  for (let at = start; at < end; ) {
    const within = at % piece.length;
    const bytes = piece.subarray(within, Math.min(piece.length, within + end - at));
    at += bytes.length;
    if (response.write(bytes) || at === end) continue;
    response.once("drain", () => send(response, at, end));
    return;
  }
  response.end();
}

const server = createServer((request, response) => {
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
  const start = range ? Number(range[1]) : 0;
  const end = range ? Math.min(Number(range[2]) + 1, size) : size;
  const headers: Record<string, string | number> = {"content-length": end - start, etag: '"1"'};
  if (range) headers["content-range"] = `bytes ${start}-${end - 1}/${size}`;
  response.writeHead(range ? 206 : 200, headers);
  send(response, start, end);
});
server.listen(0, "127.0.0.1", () =>
  writeFileSync(addressPath, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
);
