import {createHash, randomBytes} from "node:crypto";
import {once} from "node:events";
import {type AddressInfo, createServer, type Socket} from "node:net";
import {describe, expect, onTestFinished, test} from "vitest";
import {requestRange} from "../../../lib/project/http/request-range.js";
import {wait} from "../../../lib/project/http/wait.js";

const body = randomBytes(24 << 20);
const digest = createHash("sha256").update(body).digest("hex");

/** A server that answers each request on a connection by what `reply` writes there. */
async function answering(reply: (socket: Socket) => Promise<void>): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", () => void reply(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const HEAD = 'HTTP/1.1 200 OK\r\netag: "1"\r\n';

const KINDS: Record<string, (socket: Socket) => Promise<void>> = {
  "in one piece with its head": async (socket) => {
    socket.write(Buffer.concat([Buffer.from(`${HEAD}content-length: ${body.length}\r\n\r\n`), body]));
  },
  "after a head that comes in pieces": async (socket) => {
    const head = `${HEAD}x-long: ${"-".repeat(9000)}\r\ncontent-length: ${body.length}\r\n\r\n`;
    for (let at = 0; at < head.length; at += 700) {
      socket.write(head.slice(at, at + 700));
      await wait(1);
    }
    socket.write(body);
  },
  "in chunks of its protocol": async (socket) => {
    socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
    for (let at = 0, n = 0; at < body.length; n++) {
      const piece = body.subarray(at, at + [1, 300_000, 4096, 70_000, 1_000_000][n % 5]);
      socket.write(Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]));
      at += piece.length;
    }
    socket.write("0\r\n\r\n");
  }
};

describe.each(Object.entries(KINDS))("a body that comes %s", (_name, reply) => {
  test.each([
    ["at once", () => undefined],
    ["after a pause", () => wait(20)]
  ])("is what was sent, when it is taken %s", async (_pace, pause) => {
    const url = await answering(reply);
    for (const _request of [1, 2]) {
      const {read, version} = await requestRange({url, start: 0, end: null});
      await pause();
      const hash = createHash("sha256");
      let length = 0;
      await read((chunk) => {
        hash.update(chunk);
        length += chunk.length;
      });
      expect({version, length, digest: hash.digest("hex")}).toEqual({version: '"1"', length: body.length, digest});
    }
  });
});
