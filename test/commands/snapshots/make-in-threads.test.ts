// Snapshots that are made one after another, in threads that keep the session open, are those that each loader makes alone.
import {spawnSync} from "node:child_process";
import {resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  makeInThreads,
  type SnapshotAnswer,
  type SnapshotOrder
} from "../../../lib/commands/snapshots/make-in-threads.js";
import {type SessionFile, sessionFile, snapshotOf} from "../../../lib/project/index.js";
import {SNAPSHOT_MAKERS, type SnapshotMaker, sessionSnapshots} from "../../../lib/snapshot-makers/index.js";
import {goldenSessions} from "../../parity/golden.js";

const [mini] = goldenSessions;
const session = "810000000";

/** Each snapshot of the session, as an order of its loader. */
const orders = sessionSnapshots().map(({name, parameters, path}) => {
  const {parameters: values, readsSpikes = false} = SNAPSHOT_MAKERS[name] as SnapshotMaker;
  const [folder] = path.split("/");
  const loader = [folder, ...Object.keys(values).map((parameter) => `[${parameter}]`)].join("/");
  return {
    path,
    name,
    own: parameters,
    loader: `data-loaders/[session]/${loader}.arrow.ts`,
    parameters: {session, ...parameters},
    readsSpikes
  };
});

const before = process.env.SESSIONS;
beforeAll(() => {
  process.env.SESSIONS = mini.directory; // threads have a copy of what it is when they begin
});
afterAll(() => {
  if (before === undefined) delete process.env.SESSIONS;
  else process.env.SESSIONS = before;
});

async function answersTo(some: SnapshotOrder[]): Promise<Map<SnapshotOrder, SnapshotAnswer>> {
  const answers = new Map<SnapshotOrder, SnapshotAnswer>();
  await makeInThreads([...some], (order, answer) => answers.set(order, answer));
  return answers;
}

describe("snapshots made in two threads", () => {
  let made: Map<SnapshotOrder, SnapshotAnswer>;
  let file: SessionFile;
  beforeAll(async () => {
    made = await answersTo(orders);
    file = sessionFile(session);
  }, 240_000);

  const bytesOf = (order: SnapshotOrder) => {
    const answer = made.get(order)!;
    expect(answer).toHaveProperty("bytes");
    return (answer as {bytes: Uint8Array}).bytes;
  };

  it("are all that were ordered", () => {
    expect(made.size).toBe(orders.length);
  });

  it("are each, byte for byte, what a session gives that was opened for it alone", async () => {
    for (const order of orders) {
      const {make} = SNAPSHOT_MAKERS[order.name] as SnapshotMaker;
      const alone = await snapshotOf(file, (opened, groundTruth) => make(opened, order.own, groundTruth));
      expect(Buffer.compare(bytesOf(order), alone), order.path).toBe(0);
    }
  }, 240_000);

  const firstOfKind = orders.filter(({name}, i) => orders.findIndex((other) => other.name === name) === i);
  it.each(firstOfKind.map((order) => [order.name, order] as const))(
    "of %s are, byte for byte, what the loader writes when it is run",
    (_, order) => {
      const parameters = Object.entries(order.parameters).map(([name, value]) => `--${name}=${value}`);
      const command = ["--import", resolve("lib/site/typescript.mjs"), order.loader, ...parameters];
      const {stdout, stderr} = spawnSync(process.execPath, command, {maxBuffer: 1e9});
      expect(stderr.toString()).toBe("");
      expect(Buffer.compare(bytesOf(order), stdout)).toBe(0);
    },
    120_000
  );
});

describe("a snapshot that cannot be made in a thread", () => {
  const units = orders.find(({name}) => name === "units")!;

  it("says as its loader does which loader, which session and why, and nothing is begun after it", async () => {
    const unknown = {...units, parameters: {session: "6"}};
    const answers = await answersTo([unknown, units]);
    expect([...answers.keys()]).toEqual([unknown]);
    const {failure} = answers.get(unknown) as {failure: string};
    expect(failure).toContain("The data loader data-loaders/[session]/units.arrow.ts failed.");
    expect(failure).toContain("found the session 6");
  });

  it("says so when its thread has ended, and nothing is begun after it", async () => {
    const fatal = {...units, loader: "test/commands/snapshots/ends-thread.ts"};
    const answers = await answersTo([fatal, units]);
    expect([...answers.keys()]).toEqual([fatal]);
    const {failure} = answers.get(fatal) as {failure: string};
    expect(failure).toContain("The data loader test/commands/snapshots/ends-thread.ts failed.");
    expect(failure).toContain("The thread that makes snapshots has ended.");
  });

  it.each([
    ["of which nothing is known", {...units, parameters: {session: "6"}}],
    ["that ended its thread", {...units, loader: "test/commands/snapshots/ends-thread.ts"}]
  ])("keeps no other from being made, if that is wanted: one %s", async (_what, bad) => {
    const answers = new Map<SnapshotOrder, SnapshotAnswer>();
    await makeInThreads([bad, units], (order, answer) => answers.set(order, answer), true);
    expect(answers.get(bad)).toHaveProperty("failure");
    expect(answers.get(units)).toHaveProperty("bytes");
  });

  it("ends all where none can be made, also then", async () => {
    const answers = new Map<SnapshotOrder, SnapshotAnswer>();
    const unknown = Array.from({length: 9}, () => ({...units, parameters: {session: "6"}}));
    await makeInThreads(unknown, (order, answer) => answers.set(order, answer), true);
    expect(answers.size).toBe(3);
  });

  it("is left to its loader, where that has no task for a thread", async () => {
    const order = {...units, loader: "test/commands/snapshots/no-task.ts"};
    expect((await answersTo([order])).get(order)).toEqual({isNoTask: true});
  });
});
