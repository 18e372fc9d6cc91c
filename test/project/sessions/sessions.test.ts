import {mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {locationsPath, writeLocations} from "../../../lib/project/sessions/session-locations.js";
import {SAMPLE_ID, sessionFile, sessionInputs, sessions} from "../../../lib/project/sessions/sessions.js";

let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "sessions-"));
});
afterEach(() => rmSync(cache, {recursive: true}));

describe("without a setting", () => {
  test.each(["", " ", "sample"])("%j is the synthetic session alone", (setting) => {
    expect(sessions(setting)).toMatchObject([{id: SAMPLE_ID, synthetic: true}]);
  });

  test("the first session is the synthetic one", () => {
    expect(sessionFile("first", "sample").id).toBe(SAMPLE_ID);
  });
});

describe("with a folder in AllenSDK's cache layout", () => {
  beforeEach(() => {
    for (const id of [1000, 20, 300]) addSession(id);
    mkdirSync(join(cache, "session_4")); // fetched in part: its LFP files only
    mkdirSync(join(cache, "natural_scene_templates"));
  });

  test("the sessions are those with an NWB file, by ascending id, and none is called synthetic", () => {
    expect(sessions(cache).map(({id, synthetic}) => [id, synthetic])).toEqual([
      [20, false],
      [300, false],
      [1000, false]
    ]);
  });

  test("a session is its NWB file, and a snapshot of it also depends on the channels and the LFP beside it", () => {
    const session = sessionFile("300", cache);
    expect(session.nwb).toBe(join(cache, "session_300", "session_300.nwb"));
    expect(sessionInputs(session)).toEqual([session.nwb, join(cache, "channels.csv")]);
    const lfp = join(cache, "session_300", "probe_7_lfp.nwb");
    writeFileSync(lfp, "");
    expect(sessionInputs(session)).toEqual([session.nwb, join(cache, "channels.csv"), lfp]);
  });

  test("the first session is the one with the lowest id", () => {
    expect(sessionFile("first", cache).id).toBe(20);
  });

  test("a session that is not there is an error that names those that are", () => {
    expect(() => sessionFile("4", cache)).toThrow(
      expect.objectContaining({tag: "session-unknown", message: expect.stringContaining("20, 300, 1000")})
    );
  });
});

describe("with ids of published sessions", () => {
  const before = process.env.NEUROPIXELS_CACHE;
  beforeEach(() => {
    process.env.NEUROPIXELS_CACHE = cache;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.NEUROPIXELS_CACHE;
    else process.env.NEUROPIXELS_CACHE = before;
    for (const id of [20, 300]) writeLocations(id, null);
  });

  test.each([
    ["300, 20", [20, 300]],
    ["20,300,20", [20, 300]],
    ["20,", [20]],
    ["20 300", [20, 300]],
    ["300;20", [20, 300]],
    ["\n20\n300\n", [20, 300]]
  ])("%j are these sessions of the cache folder, by ascending id, each once", (setting, ids) => {
    for (const id of [20, 300]) addSession(id);
    expect(sessions(setting).map(({id}) => id)).toEqual(ids);
    expect(sessions(setting)[0]).toMatchObject({directory: cache, nwb: join(cache, "session_20", "session_20.nwb")});
  });

  test("a session that the folder lacks is where it was found, with what is published of it", () => {
    const url = "http://127.0.0.1:1/session_20.nwb";
    const lfp = {"7": {kind: "url", url: "http://127.0.0.1:1/lfp", size: 2} as const};
    writeLocations(20, {session: {kind: "url", url, size: 9, sha256: "ab"}, lfp});
    const [session] = sessions("20");
    expect(session).toMatchObject({directory: cache, nwb: url, published: {size: 9, sha256: "ab"}});
    expect(session.lfp?.(7)).toEqual(lfp["7"]);
    expect(session.lfp?.(8)).toEqual({kind: "path", path: join(cache, "session_20", "probe_8_lfp.nwb")});
    expect(sessionInputs(session)).toEqual([locationsPath(20), join(cache, "channels.csv")]);
  });

  test("what was found and has not changed keeps its date, so that snapshots stay fresh", () => {
    const locations = {session: {kind: "url", url: "http://127.0.0.1:1/a"} as const, lfp: {}};
    writeLocations(20, locations);
    utimesSync(locationsPath(20), 1000, 1000);
    writeLocations(20, locations);
    expect(statSync(locationsPath(20)).mtimeMs).toBe(1_000_000);
    writeLocations(20, {...locations, session: {kind: "url", url: "http://127.0.0.1:1/b"}});
    expect(statSync(locationsPath(20)).mtimeMs).toBeGreaterThan(1_000_000);
  });

  test("one that is neither there nor found is an error that says what to do", () => {
    const remedy = expect.stringContaining("fetch 20");
    expect(() => sessions("20")).toThrow(expect.objectContaining({tag: "sessions-not-found", remedy}));
  });
});

describe("a setting that names nothing", () => {
  test("a folder that does not exist is an error that says so", () => {
    expect(() => sessions(join(cache, "nowhere"))).toThrow(
      expect.objectContaining({tag: "sessions-not-found", found: "no such folder"})
    );
  });

  test("a folder without a session is an error that says so", () => {
    expect(() => sessions(cache)).toThrow(
      expect.objectContaining({tag: "sessions-not-found", found: "no session in it"})
    );
  });

  test.each([
    ["20,sample", "sample"],
    ["20 /no/such/folder", "/no/such/folder"],
    ["./cache;300", "./cache"],
    ["20,30a", "30a"]
  ])("%j is an error that says what stands among ids", (setting, strange) => {
    expect(() => sessions(setting)).toThrow(
      expect.objectContaining({
        tag: "sessions-not-found",
        expected: expect.stringContaining("756029989,791319847"),
        found: `"${strange}" beside ids`
      })
    );
  });

  test("a folder is one, also where its name holds numbers", () => {
    const folder = join(cache, "of 20, 300");
    mkdirSync(folder);
    expect(() => sessions(folder)).toThrow(expect.objectContaining({found: "no session in it"}));
  });

  test("a session's own folder, or its file, is an error that names the folder to give", () => {
    addSession(300);
    for (const path of [join(cache, "session_300"), join(cache, "session_300", "session_300.nwb")])
      expect(() => sessions(path)).toThrow(`Set SESSIONS to the folder above: ${cache}.`);
  });

  test("a file is an error, not a folder without sessions that exist", () => {
    addSession(5);
    expect(() => sessions(join(cache, "session_5", "session_5.nwb"))).toThrow(
      expect.objectContaining({tag: "sessions-not-found"})
    );
  });
});

function addSession(id: number): void {
  mkdirSync(join(cache, `session_${id}`));
  writeFileSync(join(cache, `session_${id}`, `session_${id}.nwb`), "");
}
