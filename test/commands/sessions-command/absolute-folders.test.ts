import {resolve} from "node:path";
import {expect, test} from "vitest";
import {absoluteFolders} from "../../../lib/commands/sessions-command/absolute-folders.js";

test("a build in another folder is told the same sources, whatever folders among them are called", () => {
  const setting = "s3=http://127.0.0.1:9/bucket, ../lab/run=3/cache/,dandi, /a folder";
  expect(absoluteFolders(setting).split(",")).toEqual([
    "s3=http://127.0.0.1:9/bucket",
    resolve("../lab/run=3/cache"),
    "dandi",
    "/a folder"
  ]);
});
