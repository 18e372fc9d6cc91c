import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {downloadFile} from "../../../lib/project/download/index.js";
import {dandiSource} from "../../../lib/project/sources/dandi-source.js";
import {impatient, served} from "../download/served.js";
import {serveAsDandi} from "../servers/dandi-server.js";
import {hdf5Like, sha256} from "../servers/hdf5-like.js";

const bytes = hdf5Like(50_000);
const request = {retries: 1, retryDelay: 1};
const files = [
  {dandiset: "000021", path: "sub-5/sub-5_ses-12.nwb", bytes: hdf5Like(100, 3)},
  {dandiset: "000021", path: "sub-5/sub-5_ses-112.nwb", bytes},
  {dandiset: "000021", path: "sub-5/sub-5_ses-112_probe-3_ecephys.nwb", bytes: hdf5Like(200, 4)},
  {dandiset: "000022", path: "sub-6/sub-6_ses-13.nwb", bytes: hdf5Like(300, 5), digested: false}
];

async function dandi(pageSize?: number) {
  const {server, folder} = await served();
  serveAsDandi(server, files, pageSize);
  return {server, folder, source: dandiSource({address: `${server.address}/api`, request})};
}

describe("DANDI", () => {
  test("says where a session is, how long, and its SHA-256, whoever its donor is", async () => {
    const {server, source} = await dandi();
    expect(await source.locate({kind: "session", sessionId: 112})).toEqual({
      kind: "url",
      url: `${server.address}/api/assets/asset-1/download/`,
      size: 50_000,
      sha256: sha256(bytes)
    });
  });

  test("has LFP, and both dandisets, and a file whose digest is not taken yet", async () => {
    const {source} = await dandi();
    expect(await source.locate({kind: "lfp", sessionId: 112, probeId: 3})).toMatchObject({size: 200});
    const other = await source.locate({kind: "session", sessionId: 13});
    expect(other).toMatchObject({size: 300, sha256: undefined});
  });

  test("is listed page after page, and once", async () => {
    const {server, source} = await dandi(1);
    expect(await source.locate({kind: "lfp", sessionId: 112, probeId: 3})).not.toBe(null);
    const before = server.requests.length;
    expect(await source.locate({kind: "session", sessionId: 12})).toMatchObject({size: 100});
    expect(server.requests.length).toBe(before + 1); // its description
  });

  test("does not have tables, nor sessions of others", async () => {
    const {server, source} = await dandi();
    expect(await source.locate({kind: "table", name: "units"})).toBe(null);
    expect(server.requests).toEqual([]);
    expect(await source.locate({kind: "session", sessionId: 2})).toBe(null);
  });

  test("gives files by a redirect to their blob, verified", async () => {
    const {source, folder, server} = await dandi();
    const located = await source.locate({kind: "session", sessionId: 112});
    const path = join(folder, "a.nwb");
    let flipped = 0;
    server.fault = (_n, asked) => (asked.startsWith("/blobs/") && flipped++ === 1 ? {kind: "flip", at: 5} : undefined);
    await downloadFile(located as {url: string}, path, impatient);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(flipped).toBeGreaterThan(4);
  });

  test("is asked again after a list that failed", async () => {
    const {server, source} = await dandi();
    server.fault = () => ({kind: "status", status: 500});
    await expect(source.locate({kind: "session", sessionId: 112})).rejects.toMatchObject({tag: "busy"});
    server.fault = () => undefined;
    expect(await source.locate({kind: "session", sessionId: 112})).not.toBe(null);
  });

  test.each([
    ["no JSON", "<html>"],
    ["no list", "{}"],
    ["a list of something else", '{"results": [{"path": "a.nwb"}]}'],
    ["a list that leads back to itself", '{"results": [], "next": "?page_size=1000"}']
  ])("that answers with %s is an error", async (_name, text) => {
    const {server} = await served();
    server.route((_url, response) => {
      response.end(text);
      return true;
    });
    const source = dandiSource({address: server.address, request});
    await expect(source.locate({kind: "session", sessionId: 1})).rejects.toMatchObject({tag: "bad-reply"});
  });
});
