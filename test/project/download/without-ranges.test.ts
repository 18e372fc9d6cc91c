import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {downloadFile} from "../../../lib/project/download/index.js";
import {impatient, served} from "./served.js";
import {bytes, expectWhole} from "./small-file.js";

describe("a server that gives no ranges", () => {
  test("is read in one piece", async () => {
    const {server, folder} = await served();
    server.fault = () => ({kind: "ignore-range"});
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes)}, path, impatient);
    expectWhole(folder, path);
    expect(server.requests.length).toBe(1);
  });

  test("is read again from the beginning when that breaks off", async () => {
    const {server, folder} = await served();
    server.route((_url, _response, request) => {
      delete request.headers.range;
      return false;
    });
    server.fault = (n) => (n < 2 ? {kind: "cut", after: 50_000} : {kind: "ignore-range"});
    const path = join(folder, "a.nwb");
    await downloadFile({url: server.put("/a.nwb", bytes, {})}, path, impatient);
    expectWhole(folder, path);
  });

  test("nor says how long the file is, is taken at the word of its chunks", async () => {
    const {server, folder} = await served();
    server.route((_url, response) => {
      response.writeHead(200, {"transfer-encoding": "chunked"});
      response.write(bytes.subarray(0, 60_000));
      response.end(bytes.subarray(60_000));
      return true;
    });
    const path = join(folder, "a.nwb");
    await downloadFile({url: `${server.address}/a.nwb`}, path, impatient);
    expectWhole(folder, path);
  });
});
