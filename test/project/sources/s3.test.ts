import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {downloadFile} from "../../../lib/project/download/index.js";
import {s3Source} from "../../../lib/project/sources/s3-source.js";
import {impatient, served} from "../download/served.js";
import {hdf5Like} from "../servers/hdf5-like.js";
import {listAsS3} from "../servers/s3-server.js";

const bytes = hdf5Like(50_000);
const PREFIX = "/visual-coding-neuropixels/ecephys-cache/";
const request = {retries: 1, retryDelay: 1};

describe("the Allen bucket", () => {
  test("says where a file is and how long, and what it does not have", async () => {
    const {server} = await served();
    listAsS3(server);
    const url = server.put(`${PREFIX}session_7/session_7.nwb`, bytes);
    server.put(`${PREFIX}session_77/session_77.nwb`, bytes.subarray(0, 9));
    const source = s3Source({address: server.address});
    expect(await source.locate({kind: "session", sessionId: 7})).toEqual({kind: "url", url, size: 50_000});
    expect(await source.locate({kind: "session", sessionId: 8})).toBe(null);
    expect(await source.locate({kind: "lfp", sessionId: 7, probeId: 1})).toBe(null);
  });

  test("is listed page after page", async () => {
    const {server} = await served();
    listAsS3(server, 2);
    for (const name of ["a", "b", "c", "d", "units.csv.a", "units.csv.b", "units.csv"]) server.put(`/${name}`, bytes);
    const located = await s3Source({address: `${server.address}/`, prefix: ""}).locate({kind: "table", name: "units"});
    expect(located).toEqual({kind: "url", url: `${server.address}/units.csv`, size: 50_000});
  });

  test("of another laboratory may have odd names", async () => {
    const {server} = await served();
    listAsS3(server);
    const key = "Müller & Söhne/<1>/units.csv";
    server.put(`/${key.split("/").map(encodeURIComponent).join("/")}`, bytes);
    const source = s3Source({address: server.address, prefix: "Müller & Söhne/<1>/"});
    const located = await source.locate({kind: "table", name: "units"});
    expect(located).toMatchObject({url: `${server.address}/${key.split("/").map(encodeURIComponent).join("/")}`});
  });

  test("gives files that arrive whole", async () => {
    const {server, folder} = await served();
    listAsS3(server);
    server.put(`${PREFIX}session_7/session_7.nwb`, bytes);
    const located = await s3Source({address: server.address}).locate({kind: "session", sessionId: 7});
    const path = join(folder, "session_7.nwb");
    await downloadFile(located as {url: string}, path, impatient);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test("is asked again when it is busy, and an error when it stays so", async () => {
    const {server} = await served();
    listAsS3(server);
    server.put("/units.csv", bytes);
    const source = s3Source({address: server.address, prefix: "", request});
    server.fault = (n) => (n === 0 ? {kind: "status", status: 503} : undefined);
    expect(await source.locate({kind: "table", name: "units"})).not.toBe(null);
    server.fault = () => ({kind: "status", status: 503});
    await expect(source.locate({kind: "table", name: "units"})).rejects.toMatchObject({tag: "busy"});
    server.fault = () => ({kind: "status", status: 403});
    await expect(source.locate({kind: "table", name: "units"})).rejects.toMatchObject({tag: "refused"});
  });

  test.each([
    ["a page", "<html><body>Sign in</body></html>", "bad-reply"],
    [
      "a listing without sizes",
      "<ListBucketResult><Contents><Key>units.csv</Key></Contents></ListBucketResult>",
      "bad-reply"
    ],
    [
      "a listing that goes on nowhere",
      "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>",
      "bad-reply"
    ],
    [
      "a listing that goes on for ever",
      "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>a</NextContinuationToken></ListBucketResult>",
      "bad-reply"
    ]
  ])("that answers with %s is an error", async (_name, text, tag) => {
    const {server} = await served();
    server.route((_url, response) => {
      response.end(text);
      return true;
    });
    const source = s3Source({address: server.address, prefix: "", request});
    await expect(source.locate({kind: "table", name: "units"})).rejects.toMatchObject({tag});
  });

  test("is not asked for names that lead out of the folder", async () => {
    const {server} = await served();
    const source = s3Source({address: server.address, request});
    const located = source.locate({kind: "analysis-metrics", sessionType: "../../secret"});
    await expect(located).rejects.toMatchObject({tag: "bad-file-name"});
    expect(server.requests).toEqual([]);
  });
});
