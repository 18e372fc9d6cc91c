// Names that every object of JavaScript has a property of may stand in a file, too.
import {describe, expect, it} from "vitest";
import {EcephysSession} from "../../lib/index.js";
import {stimulusMetrics} from "../../lib/session/stimulus-metrics/index.js";
import type {AnalyzedStimulus} from "../../lib/session/stimulus-metrics/stimulus-metrics.js";
import {writeHdf5} from "../nwb/write-hdf5.js";
import {describeSession, openSmallSession} from "./small-session.js";

const NAMES = ["constructor", "toString", "hasOwnProperty", "valueOf"];

const presentations = (parameter: string, stimulus: string) => ({
  s: {
    start_time: [0, 1, 2],
    stop_time: [1, 2, 3],
    stimulus_name: [stimulus, stimulus, stimulus],
    [parameter]: [3, 5, 3]
  }
});

describe.each(NAMES)("%s", (name) => {
  it("may be a parameter", async () => {
    const session = await openSmallSession({presentations: presentations(name, "s"), spikes: {1: [0.5]}});
    const table = await session.stimulusPresentations();
    expect(Array.from(table.array(name) as number[])).toEqual([3, 5, 3]);
    expect(Array.from((await session.stimulusConditions()).array(name) as number[])).toEqual([3, 5]);
    expect(Object.entries(await session.stimulusParameterValues())).toEqual([[name, [3, 5]]]);
    session.close();
  });

  it("may be a stimulus", async () => {
    const session = await openSmallSession({presentations: presentations("x", name), spikes: {1: [0.5]}});
    expect(await session.stimulusNames()).toEqual([name]);
    expect((await session.stimulusTable(name)).numRows()).toBe(3);
    expect((await session.stimulusEpochs({})).get("stimulus_name", 0)).toBe(name);
    session.close();
  });

  it("is no option, and no stimulus that has metrics", async () => {
    const file = {presentations: presentations("x", "s"), spikes: {1: [0.5]}};
    await expect(openSmallSession(file, {[name]: 1} as never)).rejects.toMatchObject({
      tag: "wrong-argument",
      path: name
    });
    const session = await openSmallSession(file);
    await expect(stimulusMetrics(session, name as AnalyzedStimulus)).rejects.toThrow(
      /expected one of drifting_gratings/
    );
    session.close();
  });

  it("may be a structure", async () => {
    const session = await openSmallSession({
      presentations: presentations("x", "s"),
      spikes: {1: [0.5]},
      electrodes: {location: [name]}
    });
    expect(await session.structurewiseUnitCounts()).toEqual({[name]: 1});
    session.close();
  });
});

it("a parameter whose name is a number stands among the others, and not before the ids", async () => {
  const session = await openSmallSession({presentations: presentations("1", "s"), spikes: {1: [0.5]}});
  const names = (await session.stimulusPresentations()).columnNames();
  expect(names.slice(0, 6)).toEqual([
    "stimulus_presentation_id",
    "stimulus_name",
    "stimulus_block",
    "start_time",
    "stop_time",
    "1"
  ]);
  expect((await session.stimulusTable("s")).columnNames()).toEqual(names.filter((name) => name !== "stimulus_block"));
  expect((await session.stimulusConditions()).columnNames().slice(0, 3)).toEqual([
    "stimulus_condition_id",
    "stimulus_name",
    "1"
  ]);
  session.close();
});

it("__proto__, which no object can have as a column, is refused as a parameter", async () => {
  const own = Object.fromEntries([...Object.entries(presentations("x", "s").s), ["__proto__", [1, 2, 3]]]);
  const session = await openSmallSession({presentations: {s: own as never}, spikes: {1: [0.5]}});
  await expect(session.stimulusPresentations()).rejects.toMatchObject({tag: "wrong-value", found: '"__proto__"'});
  session.close();
});

it("an identifier beyond 2^53, and a start that is no date, are refused", async () => {
  const root = describeSession({presentations: presentations("x", "s"), spikes: {1: [0.5]}});
  const identifier = await writeHdf5({...root, identifier: "9007199254740993"});
  await expect(EcephysSession.fromNwb(identifier)).rejects.toMatchObject({tag: "not-allen", path: "/identifier"});
  for (const text of ["yesterday", "", "2019-13-45T99:00:00", "1"]) {
    const start = await writeHdf5({...root, session_start_time: text});
    await expect(EcephysSession.fromNwb(start)).rejects.toMatchObject({
      tag: "wrong-value",
      path: "/session_start_time"
    });
  }
  const units = root.units as Record<string, unknown>;
  const ids = await writeHdf5({...root, units: {...units, id: BigInt64Array.of(2n ** 53n + 1n)} as never});
  const session = await EcephysSession.fromNwb(ids);
  await expect(session.units()).rejects.toMatchObject({tag: "wrong-type", path: "/units/id"});
  session.close();
});
