// npm run sessions, run as a user runs it, against a warehouse on loopback.
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {goldenSessions} from "../parity/golden.js";
import {WarehouseServer} from "../project/servers/warehouse-server.js";
import {events, runCommand} from "../run-command.js";
import {runSessions} from "./sessions-command/run-sessions.js";

const [mini] = goldenSessions;
const id = "810000000";
let server: WarehouseServer;
let cache: string;
beforeAll(async () => {
  server = await WarehouseServer.start(mini.directory);
  cache = mkdtempSync(join(tmpdir(), "sessions-command-"));
});
afterAll(() => {
  server.stop();
  rmSync(cache, {recursive: true, force: true});
});

/** Runs the command in the test's cache folder; gives its exit code and what it wrote. */
const sessions = (...args: string[]) => sessionsIn(cache, ...args);
const sessionsIn = (folder: string, ...args: string[]) => runSessions(folder, `warehouse=${server.address}`, ...args);

const nwb = () => join(cache, `session_${id}`, `session_${id}.nwb`);

describe("npm run sessions", {timeout: 120_000}, () => {
  it.each([
    [[], /Which command/],
    [["feth"], /no command "feth"/],
    [["toString", "5"], /no command "toString"/],
    [["fetch"], /of which session/],
    [["fetch", "12a"], /"12a" is no session id/],
    [["list", "12"], /takes no ids/],
    [["list", "--colour"], /colour/]
  ])("says what it does not understand, how it is used, and gives 2: %j", async (args, message) => {
    const {code, out, err} = await sessions(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toContain("fetch <id>...");
    expect(out).toBe("");
  });

  it("lists the project's sessions, and what the folder has of them", async () => {
    const {code, out} = await sessions("list");
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toMatch(/^ +id +session type/);
    expect(out).toContain(id);
    expect(out).not.toContain("LFP of"); // nothing is fetched yet
    expect(
      readdirSync(cache)
        .filter((name) => !name.startsWith("."))
        .sort()
    ).toEqual(["channels.csv", "manifest.json", "probes.csv", "sessions.csv", "units.csv"]);
  });

  it("asks no server offline, and does not say that it did", async () => {
    const settings = {NEUROPIXELS_CACHE: join(cache, "empty"), NEUROPIXELS_SOURCES: `warehouse=${server.address}`};
    const asked = server.asked.length;
    for (const [option, NEUROPIXELS_OFFLINE] of [
      ["--offline", ""],
      ["--json", "yes"]
    ]) {
      const command = ["list", option];
      const {code, out, err} = await runCommand("lib/commands/sessions-command.ts", command, {
        ...settings,
        NEUROPIXELS_OFFLINE
      });
      expect(code).toBe(1);
      expect(out + err).toContain("found none there. Go online");
    }
    expect(server.asked.length).toBe(asked);
  });

  it("ends without a word where nobody reads any more what it writes", async () => {
    const settings = {NEUROPIXELS_CACHE: cache, NEUROPIXELS_SOURCES: `warehouse=${server.address}`};
    const command = runCommand("lib/commands/sessions-command.ts", ["list", "--json"], settings, ({stdout}) =>
      stdout!.destroy()
    );
    expect(await command).toEqual({code: 141, out: "", err: ""});
  });

  it("fetches a session, and with --lfp its LFP; and asks no server for what is there", async () => {
    const first = await sessions("fetch", id);
    expect(first).toMatchObject({code: 0, out: expect.stringContaining(nwb())});
    expect(first.err).toMatch(/session_810000000\.nwb/); // how far it is
    expect(first.err).not.toContain("\r"); // not a terminal
    const lfp = await sessions("fetch", id, "--lfp", "--json");
    expect(events(lfp.out).map(({event, path}) => [event, path])).toEqual([
      ["fetched", nwb()],
      ["fetched", nwb().replace(/session_\d+\.nwb/, "probe_810000213_lfp.nwb")]
    ]);
    const asked = server.asked.length;
    expect((await sessions("fetch", id, "--lfp")).code).toBe(0);
    expect(server.asked.length).toBe(asked);
    expect(events((await sessions("list", "--json")).out).find((row) => String(row.id) === id)).toMatchObject({
      cached: true,
      lfp_files: 1,
      lfp_probes: 1
    });
  });

  it("goes on after a session that does not exist, and gives 1", async () => {
    const {code, out, err} = await sessions("fetch", `12,${id}`);
    expect(code).toBe(1);
    expect(err).toMatch(/a session of the project, found 12/);
    expect(out).toContain(nwb());
  });

  it("does not begin to build a session that does not exist", async () => {
    const {code, err} = await sessions("build", "12");
    expect(code).toBe(1);
    expect(err).toMatch(/a session of the project, found 12/);
    expect(existsSync(join(".cache", "builds", "12"))).toBe(false);
  });

  it("verifies what the folder has, by the digests that were taken when it came", async () => {
    const {code, out} = await sessions("verify", "--offline");
    expect(code).toBe(0);
    expect(out.match(/\.nwb {2}.+, its SHA-256 is right/g)).toHaveLength(2);
    expect(out.match(/\.csv {2}\d+ rows, each whole; its SHA-256 is right/g)).toHaveLength(4);
  });

  it("finds a table that was cut short later, says what to do, and that mends it", async () => {
    const table = join(cache, "channels.csv");
    const whole = readFileSync(table, "utf8");
    writeFileSync(table, whole.slice(0, -3));
    const {code, err} = await sessions("verify");
    expect(code).toBe(1);
    expect(err).toMatch(/channels\.csv: expected .+, found .+\. Delete it/);
    rmSync(table);
    expect((await sessions("list")).code).toBe(0);
    expect(readFileSync(table, "utf8")).toBe(whole);
  });

  it("says at once that the cache folder cannot be made, where it cannot", async () => {
    const file = join(cache, "channels.csv");
    const inFile = await sessionsIn(join(file, "cache"), "list");
    expect(inFile.code).toBe(1);
    expect(inFile.err).toMatch(/expected a folder to write to/);
    if (!existsSync("/proc/self")) return;
    const inProc = await sessionsIn("/proc/cache/sessions", "list");
    expect(inProc.code).toBe(1);
    expect(inProc.err).toMatch(/expected a folder to write to/);
  });

  it("finds a file that was cut short later, says what to do, and that mends it", async () => {
    truncateSync(nwb(), 100_000);
    const damaged = await sessions("verify", id);
    expect(damaged.code).toBe(1);
    expect(damaged.err).toMatch(/1578664 bytes, found 100000 bytes/);
    expect(damaged.err).toContain(`npm run sessions -- fetch ${id}`);
    expect((await sessions("fetch", id)).code).toBe(0);
    expect((await sessions("verify", id)).code).toBe(0);
  });

  it("finds a byte that was altered later, and that what it says mends it", async () => {
    const bytes = readFileSync(nwb());
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(nwb(), bytes);
    expect((await sessions("verify", id)).err).toMatch(/expected SHA-256 \w+, found \w+/);
    expect((await sessions("fetch", id)).code).toBe(0);
    expect(readFileSync(nwb()).equals(readFileSync(mini.nwb))).toBe(true);
    expect((await sessions("verify", id)).code).toBe(0);
  });

  it("a file that someone else put there, of another length than its source has, is fetched anew", async () => {
    const path = nwb();
    rmSync(join(dirname(path), `.session_${id}.nwb.source.json`));
    appendFileSync(path, "more");
    expect((await sessions("fetch", id, "--offline")).code).toBe(0); // nobody says what it should be
    expect((await sessions("fetch", id)).code).toBe(0);
    expect(readFileSync(path).equals(readFileSync(mini.nwb))).toBe(true);
  });

  it("a session that is not there is not verified", async () => {
    const {code, err} = await sessions("verify", "12");
    expect(code).toBe(1);
    expect(err).toMatch(/files of the session 12, found none/);
  });

  it("says when a file cannot be fetched without a network", async () => {
    const {code, err} = await sessions("fetch", "715060037", "--offline");
    expect(code).toBe(1);
    expect(err).toMatch(/session_715060037\.nwb/);
  });

  it("removes a session, and leaves the tables and what others put there", async () => {
    const note = join(cache, `session_${id}`, "note.txt");
    writeFileSync(note, "mine");
    const {code, out} = await sessions("remove", id);
    expect(code).toBe(0);
    expect(out).toMatch(/deleted 1\.86 MB/);
    expect(readdirSync(join(cache, `session_${id}`))).toEqual(["note.txt"]);
    expect(existsSync(join(cache, "units.csv"))).toBe(true);
    expect((await sessions("remove", id)).out).toMatch(/nothing to delete/);
  });
});
