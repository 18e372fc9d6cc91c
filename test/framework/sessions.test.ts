import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {sampleId, sessionFile, sessionInputs, sessions} from "../../lib/framework/sessions.js";

let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "sessions-"));
});
afterEach(() => rmSync(cache, {recursive: true}));

describe("without a setting", () => {
  test.each(["", " ", "sample"])("%j is the synthetic session alone", (setting) => {
    expect(sessions(setting)).toMatchObject([{id: sampleId, synthetic: true}]);
  });

  test("the first session is the synthetic one", () => {
    expect(sessionFile("first", "sample").id).toBe(sampleId);
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

describe("a setting that names nothing", () => {
  test("ids of published sessions are refused, as this version fetches none", () => {
    expect(() => sessions("756029989, 791319847")).toThrow(expect.objectContaining({tag: "not-in-this-version"}));
  });

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
