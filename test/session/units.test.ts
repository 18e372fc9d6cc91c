import {table} from "arquero";
import {describe, expect, it} from "vitest";
import type {SessionOptions} from "../../lib/index.js";
import {openSmallSession, type SmallSession} from "./small-session.js";

const presentations = {s: {start_time: [0], stop_time: [1], stimulus_name: ["s"]}};
const spikes = {3: [0.5], 1: [0.5], 2: [0.5]};

async function unitIds(session: Partial<SmallSession>, options?: SessionOptions): Promise<number[]> {
  const opened = await openSmallSession({presentations, spikes, ...session}, options);
  const ids = Array.from((await opened.units()).array("unit_id") as Int32Array);
  opened.close();
  return ids;
}

// A JavaScript object lists whole-number keys in ascending order, so the units are 1, 2, 3 in the file.
describe("a unit is shown", () => {
  it.each([
    ["amplitude_cutoff", [0.1, 0.1 + 1e-15, Number.NaN], [1]],
    ["presence_ratio", [0.95, 0.95 - 1e-15, Number.NaN], [1]],
    ["isi_violations", [0.5, 0.5 + 1e-15, Number.NaN], [1]]
  ])("when its %s is at the limit, not beyond it, nor NaN", async (metric, values, expected) => {
    expect(await unitIds({units: {[metric]: values}})).toEqual(expected);
  });

  it("whatever its metric when the limit is off, by null or by 0, unless it is NaN", async () => {
    const units = {amplitude_cutoff: [0.9, 0.05, Number.NaN]};
    expect(await unitIds({units}, {amplitudeCutoffMaximum: null})).toEqual([1, 2]);
    expect(await unitIds({units}, {amplitudeCutoffMaximum: 0})).toEqual([1, 2]);
    expect(await unitIds({units}, {amplitudeCutoffMaximum: 0.04})).toEqual([]);
  });

  it("when it is not labelled as noise, unless validity is not asked for", async () => {
    const units = {quality: ["noise", "good", "good"]};
    expect(await unitIds({units})).toEqual([2, 3]);
    expect(await unitIds({units}, {filterByValidity: false})).toEqual([1, 2, 3]);
  });

  it("when its peak channel is valid and in the brain, unless these are not asked for", async () => {
    const electrodes = {valid_data: [false, true, true], location: ["VISp", "", "None"]};
    expect(await unitIds({electrodes})).toEqual([]);
    expect(await unitIds({electrodes}, {filterByValidity: false})).toEqual([1]);
    expect(await unitIds({electrodes}, {filterOutOfBrainUnits: false})).toEqual([2, 3]);
  });

  it("only if its peak channel is in the file and in the project's table", async () => {
    expect(await unitIds({units: {peak_channel_id: [100, 999, 102]}})).toEqual([1, 3]);
    const channelColumns = table({
      id: [102],
      ecephys_structure_id: [385],
      ecephys_structure_acronym: ["VISp"],
      anterior_posterior_ccf_coordinate: [1],
      dorsal_ventral_ccf_coordinate: [2],
      left_right_ccf_coordinate: [3]
    });
    expect(await unitIds({}, {channelColumns})).toEqual([3]);
  });
});

describe("units are sorted", () => {
  it("by position on the probe, vertical first; those that tie stay in the order of the file", async () => {
    const electrodes = {probe_vertical_position: [40, 20, 20], probe_horizontal_position: [11, 59, 27]};
    expect(await unitIds({electrodes})).toEqual([3, 2, 1]);
    expect(await unitIds({electrodes: {probe_vertical_position: [20, 20, 20]}})).toEqual([1, 2, 3]);
  });

  it("while their spike times stay in the order of the file", async () => {
    const session = await openSmallSession({
      presentations,
      spikes,
      electrodes: {probe_vertical_position: [60, 40, 20]}
    });
    expect([...(await session.spikeTimes()).keys()]).toEqual([1, 2, 3]);
    expect(Array.from((await session.units()).array("unit_id") as Int32Array)).toEqual([3, 2, 1]);
    session.close();
  });
});

describe("a channel", () => {
  it("is in the structure without its part, and in none outside the brain", async () => {
    const electrodes = {location: ["LGd-sh", "", "None"]};
    const session = await openSmallSession({presentations, spikes, electrodes});
    expect(Array.from((await session.channels()).array("structure_acronym") as string[])).toEqual(["LGd", null, null]);
    session.close();
  });
});

describe("options", () => {
  it.each([
    [{amplitudeCutoffMax: 0.1}, /amplitudeCutoffMax/],
    [{presenceRatioMinimum: "0.9"}, /a number or null, found 0\.9/],
    [{isiViolationsMaximum: Number.NaN}, /a number or null/],
    [{filterByValidity: "no"}, /true or false/]
  ])("that do not exist or are not numbers are an error: %o", async (options, message) => {
    await expect(unitIds({}, options as SessionOptions)).rejects.toThrow(message);
  });

  it("that are undefined are as if they were not given", async () => {
    expect(await unitIds({units: {amplitude_cutoff: [0.2, 0.05, 0.05]}}, {amplitudeCutoffMaximum: undefined})).toEqual([
      2, 3
    ]);
  });

  it("with channel columns that lack one name it", async () => {
    await expect(unitIds({}, {channelColumns: table({id: [100]})})).rejects.toThrow(/ecephys_structure_id/);
  });

  it("with channel columns of another session's channels are refused, for no unit would be left", async () => {
    const names = ["ecephys_structure_id", "anterior_posterior_ccf_coordinate", "dorsal_ventral_ccf_coordinate"];
    const columns = [...names, "left_right_ccf_coordinate"].map((name) => [name, [1]]);
    const channelColumns = table({id: [7], ecephys_structure_acronym: ["VISp"], ...Object.fromEntries(columns)});
    await expect(unitIds({}, {channelColumns})).rejects.toThrow(/none of the session's 3 channels/);
  });
});
