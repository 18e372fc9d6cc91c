// node --import ./lib/framework/typescript.mjs serve-file.ts FILE ADDRESS-FILE: serves a file on loopback, by ranges too, and
// writes its address into another file when it is ready. A process of its own, as an archive is.
import {createReadStream, statSync, writeFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";

const [path, addressPath] = process.argv.slice(2);
const {size} = statSync(path);
const server = createServer((request, response) => {
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
  const start = range ? Number(range[1]) : 0;
  const end = range ? Math.min(Number(range[2]), size - 1) : size - 1;
  const headers: Record<string, string | number> = {"content-length": end + 1 - start, etag: '"1"'};
  if (range) headers["content-range"] = `bytes ${start}-${end}/${size}`;
  response.writeHead(range ? 206 : 200, headers);
  createReadStream(path, {start, end, highWaterMark: 1 << 18}).pipe(response);
});
server.listen(0, "127.0.0.1", () =>
  writeFileSync(addressPath, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
);
