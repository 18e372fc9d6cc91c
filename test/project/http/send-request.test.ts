import {once} from "node:events";
import {type AddressInfo, createServer} from "node:net";
import {describe, expect, test, vi} from "vitest";
import {requestRange} from "../../../lib/project/http/request-range.js";
import {sendRequest} from "../../../lib/project/http/send-request.js";
import {finally_, served} from "../download/served.js";

const bytes = Buffer.from("twelve bytes");

/** What a reply brings. */
async function read(reply: Awaited<ReturnType<typeof sendRequest>>) {
  const {status, headers} = reply.head;
  const chunks: Uint8Array[] = [];
  await reply.read((chunk) => void chunks.push(Buffer.from(chunk)));
  return {
    status,
    etag: headers.etag,
    missing: headers["x-missing"],
    text: Buffer.concat(chunks).toString()
  };
}

describe("a request", () => {
  const send = (url: string, headers = {}, signal = new AbortController().signal) => sendRequest(url, headers, signal);

  test("brings status, headers and bytes", async () => {
    const {server} = await served();
    const url = server.put("/a?b", bytes).replace("?", "%3F");
    server.put("/a%3Fb", bytes, {etag: '"1"'});
    const reply = await read(await send(url, {range: "bytes=7-11"}));
    expect(reply).toEqual({status: 206, etag: '"1"', missing: undefined, text: "bytes"});
  });

  test("follows redirects, with its headers, also to relative addresses", async () => {
    const {server} = await served();
    server.put("/c/d", bytes);
    server.fault = (_n, path) =>
      path === "/c/a" ? {kind: "redirect", to: "b"} : path === "/c/b" ? {kind: "redirect", to: "d"} : undefined;
    const reply = await read(await send(`${server.address}/c/a`, {range: "bytes=0-5"}));
    expect(reply.text).toBe("twelve");
    expect(server.requests.map(({path, range}) => [path, range])).toEqual([
      ["/c/a", "bytes=0-5"],
      ["/c/b", "bytes=0-5"],
      ["/c/d", "bytes=0-5"]
    ]);
  });

  test.each(["/loop", "file:///etc/hostname", "http://[", "data:,a"])(
    "does not follow a redirect to %s",
    async (to) => {
      const {server} = await served();
      server.fault = () => ({kind: "redirect", to});
      await expect(send(`${server.address}/loop`)).rejects.toMatchObject({tag: "redirects"});
    }
  );

  test("is ended by its signal", async () => {
    const {server} = await served();
    server.fault = () => ({kind: "stall", after: -1});
    const controller = new AbortController();
    const reply = send(`${server.address}/a`, {}, controller.signal);
    setTimeout(() => controller.abort(), 20);
    await expect(reply).rejects.toThrow();
  });
});

test("requests one after another share connections", async () => {
  const {server} = await served();
  const url = server.put("/a", bytes);
  const ports = new Set<number | undefined>();
  server.route((_url, _response, request) => {
    ports.add(request.socket.remotePort);
    return false;
  });
  for (let i = 0; i < 5; i++) {
    const {read} = await requestRange({url, start: i, end: i + 3});
    await read((chunk) => void expect(chunk.length).toBe(3));
  }
  expect(ports.size).toBeLessThan(3);
});

test("a connection that is not made within ten seconds is given up, and where nobody ever answered it is not worth another", async () => {
  const silent = createServer((socket) => socket.on("error", () => {})); // TLS wants a word
  silent.listen(0, "127.0.0.1");
  finally_(() => silent.close());
  await once(silent, "listening");
  vi.useFakeTimers({toFake: ["setTimeout", "clearTimeout"]});
  finally_(() => vi.useRealTimers());
  const {port} = silent.address() as AddressInfo;
  const request = requestRange({url: `https://127.0.0.1:${port}/a`, start: 0, end: null});
  const refused = expect(request).rejects.toMatchObject({
    tag: "unreachable",
    found: expect.stringMatching(/10 s/),
    worthRetries: 0
  });
  const [socket] = await once(silent, "connection");
  vi.advanceTimersByTime(9_999);
  expect(socket.destroyed).toBe(false);
  vi.advanceTimersByTime(1);
  await refused;
});
