import {describe, expect, test} from "vitest";
import {sendRequest} from "../../../lib/project/http/send-request.js";
import {served} from "../download/served.js";

const bytes = Buffer.from("twelve bytes");

/** What a reply brings. */
async function read(reply: Awaited<ReturnType<typeof sendRequest>>) {
  const {status, header} = reply;
  const chunks: Uint8Array[] = [];
  await reply.read((chunk) => void chunks.push(Buffer.from(chunk)));
  return {
    status,
    etag: header("ETag".toLowerCase()),
    missing: header("x-missing"),
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
    expect(reply).toEqual({status: 206, etag: '"1"', missing: null, text: "bytes"});
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
  const {requestRange} = await import("../../../lib/project/http/request-range.js");
  for (let i = 0; i < 5; i++) {
    const {read} = await requestRange({url, start: i, end: i + 3});
    await read((chunk) => void expect(chunk.length).toBe(3));
  }
  expect(ports.size).toBeLessThan(3);
});
