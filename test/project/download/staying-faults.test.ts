import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {downloadFile} from "../../../lib/project/download/index.js";
import {goldenSessions} from "../../parity/golden.js";
import type {Fault} from "../servers/faults.js";
import {error, impatient, patience, remains, served} from "./served.js";
import {bytes, digest, SIZE} from "./small-file.js";

describe("a fault that stays is an error, and nothing is handed on", () => {
  const staying: [string, Fault, string][] = [
    ["status 401", {kind: "status", status: 401}, "refused"],
    ["status 403", {kind: "status", status: 403}, "refused"],
    ["status 404", {kind: "status", status: 404}, "not-there"],
    ["status 400", {kind: "status", status: 400}, "wrong-status"],
    ["status 204", {kind: "status", status: 204}, "wrong-status"],
    ["status 416", {kind: "status", status: 416}, "wrong-range"],
    ["status 503", {kind: "status", status: 503}, "busy"],
    ["a connection that breaks before the first byte", {kind: "cut", after: 0}, "unreachable"],
    ["a stall", {kind: "stall", after: 0}, "stalled"],
    ["a range that is never the one asked for", {kind: "wrong-range", header: `bytes 5-9/${SIZE}`}, "wrong-range"],
    ["an HTML page with status 200", {kind: "html"}, "wrong-content"],
    ["bytes that are compressed", {kind: "gzip"}, "wrong-content"],
    ["a flipped byte in every reply", {kind: "flip", at: 100}, "wrong-digest"]
  ];
  test.each(staying)("%s", async (_name, fault, tag) => {
    const {server, folder} = await served();
    server.fault = () => fault;
    const remote = {url: server.put("/a.nwb", bytes), sha256: digest};
    const path = join(folder, "a.nwb");
    await expect(downloadFile(remote, path, {...patience(fault), retries: 3})).rejects.toEqual(error(tag));
    expect(existsSync(path)).toBe(false);
    expect(remains(folder)).toEqual([]);
  });

  test("a loop of redirects", async () => {
    const {server, folder} = await served();
    server.fault = (_n, path) => ({kind: "redirect", to: path === "/a" ? "/b" : "/a"});
    const download = downloadFile({url: `${server.address}/a`}, join(folder, "a.nwb"), impatient);
    await expect(download).rejects.toEqual(error("redirects"));
  });

  test("a redirect to a file of the machine", async () => {
    const {server, folder} = await served();
    server.fault = () => ({kind: "redirect", to: "file:///etc/hostname"});
    const download = downloadFile({url: `${server.address}/a`}, join(folder, "a.nwb"), {...impatient, retries: 2});
    await expect(download).rejects.toMatchObject({name: "RequestError"});
  });

  test("a reply without a length, that ends when the connection does", async () => {
    const {server, folder} = await served();
    server.route((_url, _response, request) => {
      delete request.headers.range;
      return false;
    });
    server.fault = () => ({kind: "until-close"});
    const path = join(folder, "a.nwb");
    const remote = {url: server.put("/a.nwb", bytes)};
    await expect(downloadFile(remote, path, impatient)).rejects.toEqual(error("wrong-length"));
    expect(existsSync(path)).toBe(false);
  });

  test("a server that is not there", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes);
    await server.stop();
    server.stop = async () => {};
    await expect(downloadFile({url}, join(folder, "a.nwb"), impatient)).rejects.toEqual(error("unreachable"));
  });

  test("an address that is none", async () => {
    const {folder} = await served();
    const download = downloadFile({url: "no address"}, join(folder, "a.nwb"), impatient);
    await expect(download).rejects.toEqual(error("unreachable"));
  });

  test("a file of another size than the source says", async () => {
    const {server, folder} = await served();
    const remote = {url: server.put("/a.nwb", bytes), size: SIZE + 1};
    await expect(downloadFile(remote, join(folder, "a.nwb"), impatient)).rejects.toEqual(error("changed"));
    expect(remains(folder)).toEqual([]);
  });

  test("an empty file", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", new Uint8Array(0));
    await expect(downloadFile({url}, join(folder, "a.nwb"), impatient)).rejects.toMatchObject({name: "RequestError"});
    expect(remains(folder)).toEqual([]);
  });

  test("a table that begins as a page does, and a page of the right length", async () => {
    const {server, folder} = await served();
    const page = Buffer.from(`  <?xml version="1.0"?>${" ".repeat(100)}`);
    const url = server.put("/units.csv", page);
    const download = downloadFile({url, size: page.length}, join(folder, "units.csv"), impatient);
    await expect(download).rejects.toEqual(error("wrong-content"));
    expect(existsSync(join(folder, "units.csv"))).toBe(false);
  });
});

test("an NWB file that its server has a byte short is not taken, though nobody publishes its size", async () => {
  const {server, folder} = await served();
  const whole = readFileSync(goldenSessions[0].nwb);
  const url = server.put("/a.nwb", whole.subarray(0, -1));
  await expect(downloadFile({url}, join(folder, "a.nwb"), impatient)).rejects.toMatchObject({
    tag: "wrong-content",
    expected: `${whole.length} bytes, as its first ones say`
  });
  expect(remains(folder)).toEqual([]);
});
