// npm run sessions with NEUROPIXELS_SOURCES=/a/folder/: files are used where they lie, and every command says so.
import {cpSync, existsSync, mkdtempSync, readdirSync, rmSync, truncateSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {goldenSessions} from "../../parity/golden.js";
import {events} from "../../run-command.js";
import {runSessions} from "./run-sessions.js";

const [mini] = goldenSessions;
const id = "810000000";
let [folder, cache, source] = ["", "", ""];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "folder-source-"));
  [cache, source] = [join(folder, "cache"), join(folder, "source")];
  cpSync(mini.directory, source, {recursive: true});
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const sessions = (...args: string[]) => runSessions(cache, `${source}/`, ...args);
const nwb = () => join(source, `session_${id}`, `session_${id}.nwb`);
const lfp = () => join(source, `session_${id}`, "probe_810000213_lfp.nwb");

describe("npm run sessions, with a folder as a source", {timeout: 120_000}, () => {
  it("fetch says where the files lie, and copies nothing", async () => {
    const {code, out} = await sessions("fetch", id, "--lfp");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${nwb()}  1.58 MB, used from there and not copied\n${lfp()}  .+ not copied\n$`));
    expect(events((await sessions("fetch", id, "--json")).out)).toMatchObject([{event: "in-place", path: nwb()}]);
    expect(existsSync(cache)).toBe(false);
  });

  it("list shows what lies there, and what is in the cache folder", async () => {
    cpSync(lfp(), lfp().replace(source, cache), {recursive: true});
    const {out} = await sessions("list");
    const inCache = "no session, LFP of 1 of 1 probes, 278 kB";
    const there = `session, LFP of 0 of 1 probes, 1.58 MB in ${source}`;
    expect(out).toContain(`${inCache}; ${there}\n`);
    const row = events((await sessions("list", "--json")).out).find((each) => String(each.id) === id);
    expect(row).toMatchObject({
      ...{cached: false, lfp_files: 1, lfp_probes: 1},
      in_place: [{directory: source, session: true, lfp_files: 0}]
    });
  });

  it("verify reads what lies there; without ids it reads the cache folder alone", async () => {
    const named = await sessions("verify", id);
    expect(named.code).toBe(0);
    expect(named.out).toMatch(new RegExp(`^${nwb()}  .+\n${lfp()}  .+\n$`));
    expect(await sessions("verify")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^no session in .+by their ids/)
    });
  });

  it("verify finds a file that is damaged there, and writes nothing there", async () => {
    const before = readdirSync(join(source, `session_${id}`));
    truncateSync(nwb(), 100_000);
    const {code, out, err} = await sessions("verify", id);
    expect(code).toBe(1);
    expect(err).toMatch(/found 100000\. Replace it there, or name another source/);
    expect(out).toContain(lfp());
    expect(readdirSync(join(source, `session_${id}`))).toEqual(before);
  });

  it("a session that is in no folder is said to be in none", async () => {
    const {code, err} = await sessions("verify", "12");
    expect(code).toBe(1);
    expect(err).toContain(`${cache}: expected files of the session 12, found none, nor in ${source}.`);
  });
});
