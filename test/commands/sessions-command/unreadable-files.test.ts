// npm run sessions, where a folder holds what cannot be read: each is said, and the others are not forgotten.
import {cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {goldenSessions} from "../../parity/golden.js";
import {WarehouseServer} from "../../project/servers/warehouse-server.js";
import {events} from "../../run-command.js";
import {runSessions} from "./run-sessions.js";

const [mini] = goldenSessions;
const [toNothing, toItself, whole] = [715060037, 715120074, 810000000];
let server: WarehouseServer;
let cache: string;
beforeAll(async () => {
  server = await WarehouseServer.start(mini.directory);
  cache = mkdtempSync(join(tmpdir(), "unreadable-"));
  cpSync(mini.directory, cache, {recursive: true});
  mkdirSync(join(cache, `session_${toNothing}`));
  symlinkSync("/no/such/file.nwb", nwb(toNothing));
  symlinkSync(`session_${toItself}`, join(cache, `session_${toItself}`)); // a folder that nobody can read
});
afterAll(() => {
  server.stop();
  rmSync(cache, {recursive: true, force: true});
});

const nwb = (id: number) => join(cache, `session_${id}`, `session_${id}.nwb`);
const sessions = (...args: string[]) => runSessions(cache, `warehouse=${server.address}`, ...args);

describe("npm run sessions, where files and folders cannot be read", {timeout: 120_000}, () => {
  it("list says which, why, and what to do, and lists all sessions", async () => {
    const {code, out, err} = await sessions("list");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`${toNothing} .+\n *${toItself} .+\n *${whole} .+ session, LFP of 1 of 1 probes`));
    const [link, folder, ...others] = err.trim().split("\n");
    expect(link).toContain(nwb(toNothing));
    expect(link).toContain("found a link to /no/such/file.nwb");
    expect(link).toContain(`npm run sessions -- fetch ${toNothing}`);
    expect(folder).toMatch(/session_715120074: expected .+ found .+ELOOP/);
    expect(others).toEqual([]);
  });

  it("list with --json says so among its results", async () => {
    const {code, out} = await sessions("list", "--json");
    expect(code).toBe(0);
    const [unreadable, row] = events(out);
    expect(unreadable).toMatchObject({event: "unreadable", session: toNothing, path: nwb(toNothing)});
    expect(row).toMatchObject({id: toNothing, cached: false, bytes: 0});
  });

  it("verify says which, verifies the others, and gives 1", async () => {
    if (existsSync("/proc/self/mem")) symlinkSync("/proc/self/mem", join(cache, `session_${whole}`, "probe_5_lfp.nwb")); // opens, and cannot be read
    const {code, out} = await sessions("verify", "--json", "--offline");
    expect(code).toBe(1);
    const states = events(out).map(({session, table, state}) => `${session ?? table} ${state}`);
    expect(states).toEqual([
      ...["sessions", "probes", "channels", "units"].map((name) => `${name} whole`),
      `${toNothing} unreadable`,
      `${toItself} unreadable`,
      `${whole} whole`,
      ...(existsSync("/proc/self/mem") ? [`${whole} unreadable`] : []),
      `${whole} whole`
    ]);
  });

  it("remove deletes a link that leads nowhere", async () => {
    expect((await sessions("remove", String(toNothing))).code).toBe(0);
    expect(lstatSync(nwb(toNothing), {throwIfNoEntry: false})).toBe(undefined);
  });

  it("fetch puts a file in the place of a link that leads nowhere", async () => {
    rmSync(nwb(whole));
    symlinkSync("/no/such/file.nwb", nwb(whole));
    expect((await sessions("fetch", String(whole))).code).toBe(0);
    expect(readFileSync(nwb(whole)).equals(readFileSync(mini.nwb))).toBe(true);
  });
});
