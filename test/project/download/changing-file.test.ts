import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {downloadFile} from "../../../lib/project/download/index.js";
import {hdf5Like} from "../servers/hdf5-like.js";
import {error, impatient, remains, served} from "./served.js";
import {bytes, expectWhole, SIZE} from "./small-file.js";

describe("a file that changes on the server while it is fetched", () => {
  const other = hdf5Like(SIZE, 2);

  test.each([
    ["by its ETag", {etag: '"one"'}, {etag: '"two"'}],
    ["by its date", {lastModified: "Thu, 03 Oct 2019 00:00:00 GMT"}, {lastModified: "Fri, 04 Oct 2019 00:00:00 GMT"}]
  ])("%s, begins anew once, and is never a mixture", async (_name, before, after) => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes, before);
    server.fault = (n) => {
      if (n === 4) server.put("/a.nwb", other, after);
      return undefined;
    };
    const path = join(folder, "a.nwb");
    await downloadFile({url}, path, {...impatient, connections: 2});
    expectWhole(folder, path, other);
  });

  test("over and over, is an error", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes, {etag: '"0"'});
    server.fault = (n) => {
      server.put("/a.nwb", bytes, {etag: `"${n}"`});
      return undefined;
    };
    await expect(downloadFile({url}, join(folder, "a.nwb"), impatient)).rejects.toEqual(error("changed"));
    expect(remains(folder)).toEqual([]);
  });

  test("without any word of its version, is fetched in one piece", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes, {});
    await downloadFile({url}, join(folder, "a.nwb"), impatient);
    expectWhole(folder, join(folder, "a.nwb"));
    expect(server.requests.map(({range}) => range)).toEqual(["bytes=0-16383", undefined]);
  });

  test("a weak ETag is no word for its bytes", async () => {
    const {server, folder} = await served();
    const url = server.put("/a.nwb", bytes, {etag: 'W/"1"'});
    await downloadFile({url}, join(folder, "a.nwb"), impatient);
    expect(server.requests.at(-1)!.range).toBe(undefined);
  });
});
