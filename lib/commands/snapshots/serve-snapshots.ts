import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import type {SnapshotsBegun} from "./begin-snapshots.js";

/**
 * Answers, on this machine only, who waits for a snapshot that is being made: the loader that a preview started for a page
 * (lib/project/snapshot-made-elsewhere.ts), which gets its bytes, or 404 and makes it itself; and the page, which asks at /progress how far
 * it has come. Does not keep the process alive.
 *
 * @returns the address
 */
export async function serveSnapshots(begun: Promise<SnapshotsBegun>): Promise<string> {
  const orNull = begun.catch(() => null); // npm start says why
  const server = createServer(async (request, response) => {
    const {pathname, searchParams} = new URL(`http://127.0.0.1${request.url}`);
    const making = await orNull;
    if (making && pathname === "/progress") {
      response.setHeader("Access-Control-Allow-Origin", "*").setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(making.progress()));
      return;
    }
    const {loader, ...parameters} = Object.fromEntries(searchParams);
    const path = making?.soon(loader, parameters);
    const bytes = await path?.then((made) => made && readFileSync(made)).catch(() => null); // a build beside may have deleted it
    response.writeHead(bytes ? 200 : 404).end(bytes);
  });
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
