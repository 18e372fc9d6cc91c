// Sessions, metrics and files out of a cache folder: what is there, what comes from elsewhere, and what cannot be had.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from "node:fs";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {configuredSources, EcephysProjectCache, localSource, type ProjectSource} from "../../lib/project/index.js";
import {temporaryDirectory} from "../nwb/write-hdf5.js";
import {goldenSessions, openGolden} from "../parity/golden.js";
import {WarehouseServer} from "./servers/warehouse-server.js";

const [mini] = goldenSessions;
const sessionId = 810000000;
const folder = () => mkdtempSync(join(temporaryDirectory(), "cache-"));

describe("a session of the cache folder", () => {
  it("has the structures of channels.csv, its filters, and the LFP beside it", async () => {
    const cache = await EcephysProjectCache.open({directory: mini.directory});
    const session = await cache.session(sessionId);
    const same = await openGolden(mini);
    expect((await session.units()).objects()).toEqual((await same.units()).objects());
    const all = await cache.session(sessionId, {filterByValidity: false, presenceRatioMinimum: null});
    expect((await all.units()).numRows()).toBeGreaterThan((await session.units()).numRows());
    const probes = (await session.probes()).objects() as {id: number; has_lfp_data: boolean}[];
    const {id} = probes.find((probe) => probe.has_lfp_data)!;
    const [start] = await session.lfpTimeSpan(id);
    expect((await session.lfp(id, {time: [start, start + 0.1]})).dims).toEqual(["time", "channel"]);
    for (const opened of [session, same, all]) opened.close();
  });

  it("that is not there, with nowhere to take it from, is an error that says where it should be", async () => {
    const cache = await EcephysProjectCache.open({directory: mini.directory});
    const file = join(mini.directory, "session_5", "session_5.nwb");
    await expect(cache.session(5)).rejects.toMatchObject({tag: "not-found", file});
    await expect(cache.session(-1)).rejects.toMatchObject({tag: "bad-file-name"});
  });
});

describe("a file of the cache folder", () => {
  it("that a process brought which was then killed is rid of what that has left, once it is asked for", async () => {
    const directory = folder();
    cpSync(mini.directory, directory, {recursive: true});
    const nwb = join(directory, `session_${sessionId}`, `session_${sessionId}.nwb`);
    mkdirSync(`${nwb}.part`);
    writeFileSync(join(`${nwb}.part`, "journal.json"), "{}");
    const cache = await EcephysProjectCache.open({directory});
    expect(await cache.file({kind: "session", sessionId})).toBe(nwb);
    expect(existsSync(`${nwb}.part`)).toBe(false);
  });

  it.skipIf(!existsSync("/proc/self/mem"))("that cannot be read is an error that says so", async () => {
    const directory = folder();
    const file = join(directory, "units.csv");
    symlinkSync("/proc/self/mem", file); // opens, and cannot be read
    const cache = await EcephysProjectCache.open({directory, sources: [localSource(mini.directory)]});
    await expect(cache.file({kind: "table", name: "units"})).rejects.toMatchObject({tag: "unreadable", file});
  });
});

describe("from a folder that is a source", () => {
  it("tables and sessions are used where they lie; nothing is copied, also offline", async () => {
    const directory = join(folder(), "empty");
    const download = {offline: true};
    const cache = await EcephysProjectCache.open({directory, sources: [localSource(mini.directory)], download});
    const session = await cache.session(sessionId);
    expect((await session.units()).numRows()).toBeGreaterThan(0);
    session.close();
    expect(existsSync(directory)).toBe(false);
  });

  it("a file is taken that is damaged in the cache folder", async () => {
    const directory = folder();
    cpSync(mini.directory, directory, {recursive: true});
    const nwb = join(directory, `session_${sessionId}`, `session_${sessionId}.nwb`);
    writeFileSync(nwb, "<html>503</html>");
    const file = {kind: "session", sessionId} as const;
    const alone = await EcephysProjectCache.open({directory});
    await expect(alone.file(file)).rejects.toMatchObject({tag: "damaged", file: nwb});
    const cache = await EcephysProjectCache.open({directory, sources: [localSource(mini.directory)]});
    expect(await cache.file(file)).toBe(resolve(mini.nwb));
  });

  it("a file is not taken that someone left a byte short, be it in the cache folder or in a source", async () => {
    const directory = folder();
    cpSync(mini.directory, directory, {recursive: true});
    const nwb = join(directory, `session_${sessionId}`, `session_${sessionId}.nwb`);
    truncateSync(nwb, statSync(nwb).size - 1);
    const file = {kind: "session", sessionId} as const;
    const said = {tag: "damaged", expected: `${statSync(mini.nwb).size} bytes, as its first ones say`};
    await expect((await EcephysProjectCache.open({directory})).file(file)).rejects.toMatchObject(said);
    const elsewhere = {directory: folder(), sources: [localSource(directory)]};
    await expect((await EcephysProjectCache.open(elsewhere)).file(file)).rejects.toMatchObject({
      tag: "source-failed",
      cause: {...said, file: nwb}
    });
    const sources = [localSource(directory), localSource(mini.directory)];
    expect(await (await EcephysProjectCache.open({directory, sources})).file(file)).toBe(resolve(mini.nwb));
  });
});

describe("of several sources", () => {
  const failing: ProjectSource = {name: "a broken source", locate: () => Promise.reject(new Error("it is broken"))};
  const empty: ProjectSource = {name: "an empty source", locate: async () => null};

  it("the first that has a file gives it, whatever those before it do", async () => {
    const sources = [failing, empty, localSource(mini.directory)];
    const cache = await EcephysProjectCache.open({directory: folder(), sources});
    expect(await cache.file({kind: "table", name: "units"})).toBe(resolve(mini.directory, "units.csv"));
  });

  it("when none gives it, those that failed are named with their reasons", async () => {
    const cache = await EcephysProjectCache.open({directory: folder(), sources: [empty, failing]});
    const asked = cache.file({kind: "table", name: "units"});
    await expect(asked).rejects.toMatchObject({tag: "source-failed", found: "a broken source: it is broken"});
    const second = await EcephysProjectCache.open({directory: folder(), sources: [empty]});
    await expect(second.file({kind: "session", sessionId})).rejects.toMatchObject({
      tag: "not-found",
      found: expect.stringContaining("an empty source")
    });
  });

  it("only folders are asked once the disk has refused a file, and that is what is said", async () => {
    const directory = join(folder(), "a file");
    writeFileSync(directory, "");
    const asked: string[] = [];
    const archive = (name: string): ProjectSource => ({
      name,
      async locate() {
        asked.push(name);
        return {kind: "url", url: "http://127.0.0.1:9/units.csv"};
      }
    });
    const sources = [archive("first"), archive("second")];
    const units = {kind: "table", name: "units"} as const;
    const cache = await EcephysProjectCache.open({directory, sources});
    await expect(cache.file(units)).rejects.toMatchObject({
      tag: "not-writable",
      remedy: expect.stringContaining("right to write")
    });
    const mounted = await EcephysProjectCache.open({directory, sources: [...sources, localSource(mini.directory)]});
    expect(await mounted.file(units)).toBe(resolve(mini.directory, "units.csv"));
    expect(asked).toEqual(["first", "first"]);
  });

  it("a setting names them, in its order", () => {
    expect(configuredSources("").map(({name}) => name)).toHaveLength(3);
    expect(configuredSources(" warehouse , ./test").map(({name}) => name)).toEqual([
      "the Allen warehouse",
      expect.stringMatching(/^the folder .*test$/)
    ]);
    for (const found of ["dandy", "./no/such/folder", "s3=ftp://127.0.0.1"])
      expect(() => configuredSources(found)).toThrow(expect.objectContaining({tag: "wrong-argument", found}));
  });
});

describe("the analysis metrics of a session", () => {
  it("are those of its units among all of its type, where no source has them by session", async () => {
    const directory = folder();
    cpSync(mini.directory, directory, {recursive: true});
    rmSync(join(directory, `session_${sessionId}`, `session_${sessionId}_analysis_metrics.csv`));
    const [own, known] = await Promise.all(
      [directory, mini.directory].map(async (path) =>
        (await EcephysProjectCache.open({directory: path})).unitAnalysisMetricsForSession(sessionId)
      )
    );
    expect(own.objects()).toEqual(known.objects());
    const cache = await EcephysProjectCache.open({directory});
    await expect(cache.unitAnalysisMetricsForSession(5)).rejects.toMatchObject({tag: "wrong-argument", found: "5"});
  });

  it("of a type that no session has are an error that names the types", async () => {
    const cache = await EcephysProjectCache.open({directory: mini.directory});
    await expect(cache.unitAnalysisMetricsBySessionType("brain_observatory")).rejects.toMatchObject({
      tag: "wrong-argument",
      expected: expect.stringContaining("brain_observatory_1.1, functional_connectivity")
    });
  });
});

describe("read in place", () => {
  let server: WarehouseServer;
  beforeAll(async () => {
    server = await WarehouseServer.start(mini.directory);
  });
  afterAll(() => server.stop());

  it("a session's file stays where it is, and only the tables come into the folder", async () => {
    const directory = folder();
    const sources = configuredSources(`warehouse=${server.address}`);
    const cache = await EcephysProjectCache.open({directory, sources});
    expect(await cache.locate({kind: "session", sessionId})).toMatchObject({kind: "url"});
    await cache.structureAcronyms();
    expect(readdirSync(directory).filter((name) => name.startsWith("session_"))).toEqual([]);
  });
});
