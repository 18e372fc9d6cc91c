// What a question does not need is not asked for: AllenSDK opens such files with all columns, empty where the file has none.
import {describe, expect, it} from "vitest";
import {EcephysSession, type SessionOptions} from "../../lib/index.js";
import {type GroupDescription, writeHdf5} from "../nwb/write-hdf5.js";
import {hasShared} from "../parity/golden.js";
import {describeSession} from "./small-session.js";

const SESSION = describeSession({
  presentations: {s: {start_time: [0], stop_time: [1], stimulus_name: ["s"]}},
  spikes: {1: [0.25], 2: [0.5]},
  units: {quality: ["good", "noise"], presence_ratio: [0.99, 0.5], amplitude_cutoff: [0.05, 0.05]},
  electrodes: {location: ["VISp", ""], valid_data: [true, true]}
});

Object.assign(SESSION.units as GroupDescription, {
  "@colnames": [...((SESSION.units as GroupDescription)["@colnames"] as string[]), "waveform_mean"],
  waveform_mean: {data: Float64Array.from({length: 12}, (_, i) => i), shape: [4, 3]},
  waveform_mean_index: Int32Array.of(2, 4)
});

/** The small session whose table (a path of keys) lacks a column, and what was warned about. */
async function without(table: string[], column: string, options?: SessionOptions) {
  const group = table.reduce((found, name) => found[name] as GroupDescription, SESSION);
  const {[column]: _, ...rest} = group;
  const changed = {...rest, "@colnames": (group["@colnames"] as string[]).filter((name) => name !== column)};
  const replace = (at: GroupDescription, [name, ...more]: string[]): GroupDescription =>
    name === undefined ? changed : {...at, [name]: replace(at[name] as GroupDescription, more)};
  const warnings: string[] = [];
  const session = await EcephysSession.fromNwb(await writeHdf5(replace(SESSION, table)), {
    onWarning: (message) => warnings.push(message),
    ...options
  });
  return {session, warnings};
}

const UNITS = ["units"];
const ELECTRODES = ["general", "extracellular_ephys", "electrodes"];
const OPEN: SessionOptions = {
  amplitudeCutoffMaximum: null,
  presenceRatioMinimum: null,
  isiViolationsMaximum: null,
  filterByValidity: false,
  filterOutOfBrainUnits: false
};

describe("units", () => {
  const names = (SESSION.units as GroupDescription)["@colnames"] as string[];
  it.each(names.filter((name) => !["peak_channel_id", "waveform_mean"].includes(name)))(
    "without %s have their spikes, and the warning",
    async (name) => {
      const {session, warnings} = await without(UNITS, name, OPEN);
      if (name === "spike_times") await expect(session.spikeTimes()).rejects.toMatchObject({tag: "missing"});
      else {
        expect([...(await session.spikeTimes()).values()].map((train) => train[0])).toEqual([0.25, 0.5]);
        expect(warnings).toEqual([`The file has no ${name} of its units: it is left empty.`]);
      }
      expect((await session.units()).numCols()).toBe(41);
      session.close();
    }
  );

  it("without a metric have NaN, and without quality null", async () => {
    const metric = await without(UNITS, "snr", OPEN);
    expect(Array.from((await metric.session.units()).array("snr") as number[])).toEqual([Number.NaN, Number.NaN]);
    const quality = await without(UNITS, "quality", OPEN);
    expect(Array.from((await quality.session.units()).array("quality") as null[])).toEqual([null, null]);
    metric.session.close();
    quality.session.close();
  });

  // Of the two units, the second one is noise, fires in half of the session, and is outside the brain.
  it.each([
    [UNITS, "quality", {...OPEN, filterByValidity: true}, "filterByValidity (of units)"],
    [UNITS, "presence_ratio", {...OPEN, presenceRatioMinimum: 0.9}, "presenceRatioMinimum"],
    [UNITS, "amplitude_cutoff", {...OPEN, amplitudeCutoffMaximum: 0.01}, "amplitudeCutoffMaximum"],
    [UNITS, "isi_violations", {...OPEN, isiViolationsMaximum: 0.01}, "isiViolationsMaximum"],
    [ELECTRODES, "location", {...OPEN, filterOutOfBrainUnits: true}, "filterOutOfBrainUnits"],
    [
      ELECTRODES,
      "valid_data",
      {...OPEN, presenceRatioMinimum: 0.9, filterByValidity: true},
      "filterByValidity (of channels)"
    ]
  ])("of %j without %s are not filtered by it, and it is said", async (table, column, options, filter) => {
    const {session, warnings} = await without(table, column, options);
    expect((await session.units()).numRows()).toBe(column === "valid_data" ? 1 : 2);
    expect(warnings).toContain(`The filter ${filter} is off, as the file has no ${column}.`);
    session.close();
  });

  it("without the channel of their peak are an error, as nothing would say where they are", async () => {
    const {session} = await without(UNITS, "peak_channel_id");
    await expect(session.units()).rejects.toMatchObject({tag: "missing", path: "/units/peak_channel_id"});
    session.close();
  });
});

describe("channels", () => {
  it.each(["x", "y", "z", "local_index", "probe_vertical_position", "probe_horizontal_position", "imp", "filtering"])(
    "without %s are there, as are units and spikes",
    async (name) => {
      const {session, warnings} = await without(ELECTRODES, name, OPEN);
      expect((await session.channels()).numRows()).toBe(2);
      expect((await session.units()).numRows()).toBe(2);
      expect((await session.spikeTimes()).size).toBe(2);
      const isRead = name !== "imp" && name !== "filtering";
      expect(warnings).toHaveLength(isRead ? 1 : 0);
      session.close();
    }
  );

  it("without a number are an error where mean waveforms are asked for, whose rows are found by it", async () => {
    const {session} = await without(ELECTRODES, "local_index", OPEN);
    await expect(session.meanWaveforms()).rejects.toMatchObject({tag: "missing", path: `/${ELECTRODES.join("/")}`});
    session.close();
  });
});

it("a probe of which the file says only the id has no rates, and no LFP", async () => {
  const general = SESSION.general as {extracellular_ephys: GroupDescription};
  const extracellular_ephys = {...general.extracellular_ephys, probeA: {"@probe_id": 0}};
  const path = await writeHdf5({...SESSION, general: {...general, extracellular_ephys}});
  const session = await EcephysSession.fromNwb(path, OPEN);
  expect((await session.probes()).object()).toEqual({
    id: 0,
    description: "probeA",
    location: null,
    sampling_rate: Number.NaN,
    lfp_sampling_rate: Number.NaN,
    has_lfp_data: false
  });
  expect((await session.units()).numRows()).toBe(2);
  session.close();
});

it("presentations without a name are an error, not spontaneous activity", async () => {
  const {session} = await without(["intervals", "s_presentations"], "stimulus_name");
  await expect(session.stimulusPresentations()).rejects.toMatchObject({
    tag: "missing",
    path: "/intervals/s_presentations"
  });
  session.close();
});

it.skipIf(!hasShared)(
  "AllenSDK's own file with few columns opens with all of them and the spikes (needs ../shared)",
  async () => {
    const session = await EcephysSession.fromNwb("../shared/fixtures/sdk-written/minimal_units.nwb", {
      ...OPEN,
      onWarning: () => {}
    });
    // AllenSDK's 40 with the structure's id and acronym of channels.csv, and the table's index unit_id.
    expect((await session.units()).numCols()).toBe(41);
    expect([...(await session.spikeTimes()).keys()].sort()).toEqual([0, 1, 2]);
    session.close();
  }
);
