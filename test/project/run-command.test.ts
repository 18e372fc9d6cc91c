import {spawn} from "node:child_process";
import {once} from "node:events";
import {type AddressInfo, createServer} from "node:net";
import {join} from "node:path";
import {expect, test} from "vitest";
import {wait} from "../../lib/project/http/wait.js";
import {emptyFolder, finally_} from "./download/served.js";

test("a command that is interrupted ends, although a connection is being made", {timeout: 60_000}, async () => {
  const server = createServer((socket) => socket.on("error", () => {})); // it says nothing, where TLS wants a word
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  finally_(() => server.close());
  const command = ["--import", "./lib/site/typescript.mjs", "lib/commands/sessions-command.ts", "list"];
  const settings = {
    NEUROPIXELS_CACHE: join(emptyFolder(), "cache"),
    NEUROPIXELS_SOURCES: `s3=https://127.0.0.1:${(server.address() as AddressInfo).port}`
  };
  const child = spawn(process.execPath, command, {env: {...process.env, ...settings}, stdio: "ignore"});
  finally_(() => child.kill("SIGKILL"));
  await once(server, "connection");
  const ended = once(child, "close");
  child.kill("SIGINT");
  // After ten seconds the connection would be given up, and the process would end then.
  expect(await Promise.race([ended, wait(8000)])).toEqual([130, null]);
});
