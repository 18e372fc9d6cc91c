import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {downloadFile} from "../../../lib/project/download/index.js";
import type {Fault} from "../servers/faults.js";
import {impatient, patience, served} from "./served.js";
import {bytes, digest, expectWhole, SIZE} from "./small-file.js";

describe("a fault that passes is survived", () => {
  const passing: [string, Fault][] = [
    ["a connection that breaks at byte 0", {kind: "cut", after: 0}],
    ["a connection that breaks at byte 1", {kind: "cut", after: 1}],
    ["a connection that breaks half-way", {kind: "cut", after: 8192}],
    ["a connection that breaks before the last byte", {kind: "cut", after: (16 << 10) - 1}],
    ["a stall before the head", {kind: "stall", after: -1}],
    ["a stall after the head", {kind: "stall", after: 0}],
    ["a stall half-way", {kind: "stall", after: 8192}],
    ["status 200 for 206", {kind: "ignore-range"}],
    ["no Content-Range", {kind: "wrong-range", header: null}],
    ["another range than was asked for", {kind: "wrong-range", header: `bytes 1-16384/${SIZE}`}],
    ["a Content-Range that cannot be", {kind: "wrong-range", header: `bytes 16384-0/${SIZE}`}],
    ["a Content-Range that is none", {kind: "wrong-range", header: "bytes everything"}],
    ["fewer bytes than was said", {kind: "length", by: -100}],
    ["more bytes than was said", {kind: "length", by: 100}],
    ["a Content-Length that is too long for the range", {kind: "wrong-content-length", by: 5}],
    ["a Content-Length that is too short for the range", {kind: "wrong-content-length", by: -5}],
    ["status 500", {kind: "status", status: 500}],
    ["status 503 without more", {kind: "status", status: 503}],
    ["status 416 for bytes that are there", {kind: "status", status: 416}],
    ["an HTML page with status 200", {kind: "html"}]
  ];
  test.each(passing)("%s, at the first request", async (_name, fault) => {
    const {server, folder} = await served();
    server.fault = (n) => (n === 0 ? fault : undefined);
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes)}, path, patience(fault));
    expectWhole(folder, path);
  });

  test.each(passing)("%s, where each reply closes its connection", async (_name, fault) => {
    const {server, folder} = await served();
    server.closes = true;
    server.fault = (n) => (n === 0 ? fault : undefined);
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes), sha256: digest}, path, patience(fault));
    expectWhole(folder, path);
  });

  test.each(passing)("%s, at a later one", async (_name, fault) => {
    const {server, folder} = await served();
    server.fault = (n) => (n === 3 ? fault : undefined);
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes), size: SIZE, sha256: digest}, path, patience(fault));
    expectWhole(folder, path);
  });

  test("a flipped byte of the right length, by the published SHA-256", async () => {
    const {server, folder} = await served();
    server.fault = (n) => (n === 2 ? {kind: "flip", at: 77} : undefined);
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes), sha256: digest}, path, impatient);
    expectWhole(folder, path);
  });

  test("a connection that breaks over and over, as long as each brings something", async () => {
    const {server, folder} = await served();
    server.fault = () => ({kind: "cut", after: 1000});
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes)}, path, {...impatient, retries: 2});
    expectWhole(folder, path);
    expect(server.requests.length).toBeGreaterThanOrEqual(SIZE / 1000);
  });

  test("redirects, also of every range", async () => {
    const {server, folder} = await served();
    const blob = server.put("/blob", bytes);
    server.fault = (_n, path) => (path === "/a.nwb" ? {kind: "redirect", to: blob} : undefined);
    const path = join(folder, "a.nwb");
    await downloadFile({url: `${server.address}/a.nwb`}, path, impatient);
    expectWhole(folder, path);
  });
});

describe("Retry-After is honoured", () => {
  test.each([429, 503])("in seconds, with status %i, by all requests", async (status) => {
    const {server, folder} = await served();
    const times: number[] = [];
    server.fault = (n) => {
      times.push(performance.now());
      return n === 0 ? {kind: "status", status, headers: {"retry-after": "1"}} : undefined;
    };
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes)}, path, impatient);
    expectWhole(folder, path);
    expect(times[1] - times[0]).toBeGreaterThanOrEqual(999);
  });

  test("as a date, by the server's clock", async () => {
    const {server, folder} = await served();
    const times: number[] = [];
    const date = new Date(Date.UTC(2019, 9, 3)).toUTCString();
    const later = new Date(Date.UTC(2019, 9, 3, 0, 0, 1)).toUTCString();
    server.fault = (n) => {
      times.push(performance.now());
      return n === 0 ? {kind: "status", status: 503, headers: {date, "retry-after": later}} : undefined;
    };
    await downloadFile({url: server.put("/a.nwb", bytes)}, join(folder, "a.nwb"), impatient);
    expect(times[1] - times[0]).toBeGreaterThanOrEqual(999);
  });

  test("unless it asks for longer than anyone waits", async () => {
    const {server, folder} = await served();
    server.fault = () => ({kind: "status", status: 429, headers: {"retry-after": "86400"}});
    const download = downloadFile({url: server.put("/a.nwb", bytes)}, join(folder, "a.nwb"), impatient);
    await expect(download).rejects.toMatchObject({tag: "busy", found: expect.stringContaining("86400")});
    expect(server.requests.length).toBe(1);
  });
});
