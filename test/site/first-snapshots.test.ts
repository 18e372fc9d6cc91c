import {expect, test} from "vitest";
import {sessionOpener} from "../../lib/session/index.js";
import {firstSnapshots} from "../../lib/site/first-snapshots.js";

test("a cell that opens a session asks at once for the snapshots that it names", () => {
  expect(firstSnapshots('const session = await openSession("units", "runningSpeed");')).toEqual([
    "units",
    "running-speed"
  ]);
});

test("what an input chooses, or a function asks for later, is not known before", () => {
  expect(firstSnapshots('const session = await openSession("units", {spikes: stimulus});')).toEqual(["units"]);
  expect(
    firstSnapshots('const later = () => openSession("channels"); function last() { return openSession("probes"); }')
  ).toEqual([]);
  expect(firstSnapshots('const units = await session.units("units");')).toEqual([]);
});

test("it is what a session that is opened so does fetch", async () => {
  const names = ["units", "channels", "probes", "stimulusPresentations", "stimulusConditions", "invalidTimes"] as const;
  for (const name of names) {
    const fetched: string[] = [];
    const fetching = (own: string) => async () => {
      fetched.push(own);
      return new Promise<ArrayBuffer>(() => {});
    };
    const attachments = Object.fromEntries(names.map((own) => [own, {arrayBuffer: fetching(own)}]));
    void sessionOpener(attachments as unknown as Parameters<typeof sessionOpener>[0]).openSession(name);
    await Promise.resolve();
    const files = fetched.map((own) => own.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(firstSnapshots(`openSession("${name}")`)).toEqual(files);
  }
});
