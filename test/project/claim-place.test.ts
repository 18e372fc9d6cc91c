import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {claimPlace} from "../../lib/project/index.js";

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "claim-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

test("who claims a path that another has, waits until it is given up", async () => {
  const path = join(emptyFolder(), "builds", "1");
  const order: string[] = [];
  const release = await claimPlace(path);
  const second = claimPlace(path, {pause: 10, onWait: () => order.push("waits")}).then((free) => {
    order.push("has it");
    return free;
  });
  while (!order.includes("waits")) await new Promise((resolve) => setTimeout(resolve, 5));
  order.push("given up");
  await release();
  await (await second)();
  expect(order.filter((step, i) => step !== order[i - 1]).join(", ")).toMatch(/^waits, given up(, waits)?, has it$/);
  expect(readdirSync(join(path, ".."))).toEqual([]);
});

test("claims of other paths do not wait for each other", async () => {
  const folder = emptyFolder();
  const releases = await Promise.all(["1", "2", "11"].map((name) => claimPlace(join(folder, name))));
  for (const release of releases) await release();
  expect(readdirSync(folder)).toEqual([]);
});

test("waiting ends with its signal", async () => {
  const path = join(emptyFolder(), "1");
  const release = await claimPlace(path);
  const controller = new AbortController();
  const second = claimPlace(path, {signal: controller.signal, pause: 10, onWait: () => controller.abort()});
  await expect(second).rejects.toMatchObject({name: "AbortError"});
  await release();
  expect(readdirSync(join(path, ".."))).toEqual([]);
});

test("what a killed process has claimed, is free", {timeout: 60_000}, async () => {
  const path = join(emptyFolder(), "1");
  const script = `
    const {claimPlace} = await import(${JSON.stringify(join(import.meta.dirname, "../../lib/project/claim-place.ts"))});
    await claimPlace(${JSON.stringify(path)});
    process.stdout.write("claimed");
    setInterval(() => {}, 1000);`;
  const modules = ["--import", "./lib/site/typescript.mjs", "--input-type=module", "--eval", script];
  const child = spawn(process.execPath, modules, {stdio: ["ignore", "pipe", "inherit"]});
  await once(child.stdout, "data");
  let waited = 0;
  const second = claimPlace(path, {pause: 10, onWait: () => waited++});
  while (waited === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  await (await second)();
  expect(readdirSync(join(path, ".."))).toEqual([]);
});
