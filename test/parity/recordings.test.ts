import type {ColumnTable} from "arquero";
import {describe, expect, it} from "vitest";
import {type ArrayValues, columnValues, EcephysSession} from "../../lib/index.js";
import {expectedValue, expectTable, sha256} from "./compare.js";
import {goldenSessions, hasShared, loadGolden, openGolden, type Recorded, real} from "./golden.js";

describe.each(goldenSessions)("recordings of $name equal AllenSDK's", (golden) => {
  it("mean waveforms of every unit, on the valid channels of its probe", async () => {
    const recorded = loadGolden(golden, "mean_waveforms");
    const session = await openGolden(golden);
    const waveforms = await session.meanWaveforms();
    expect([...waveforms.keys()].sort()).toEqual(Object.keys(recorded.units).map(Number).sort());
    const peaks = new Map(
      (await session.units())
        .objects()
        .map((unit) => [(unit as {unit_id: number}).unit_id, (unit as {peak_channel_id: number}).peak_channel_id])
    );
    for (const [id, unit] of Object.entries<Recorded>(recorded.units)) {
      const waveform = waveforms.get(Number(id))!;
      expect(waveform.dims).toEqual(recorded.dims);
      expect([...waveform.shape]).toEqual(unit.shape);
      expect(sha256(waveform.values, "float64"), id).toBe(unit.sha256);
      expect(sha256(waveform.coords.channel_id, "int64")).toBe(unit.channel_id.sha256);
      expect(sha256(waveform.coords.time, "float64")).toBe(unit.time.sha256);
      const peak = waveform.sel("channel_id", peaks.get(Number(id))!);
      expect(Array.from(peak.values)).toEqual(unit.peak_channel_waveform);
    }
    session.close();
  });

  it("spike amplitudes of every unit of the file", async () => {
    const recorded = loadGolden(golden, "spike_amplitudes");
    const session = await openGolden(golden);
    const amplitudes = await session.spikeAmplitudes();
    expect([...amplitudes.keys()]).toEqual(recorded.unit_order);
    for (const [id, unit] of Object.entries<Recorded>(recorded.units)) {
      expect(sha256(amplitudes.get(Number(id))!, "float64"), id).toBe(unit.sha256);
    }
    const [first] = recorded.unit_order;
    expect([...(await session.spikeAmplitudes([first])).keys()]).toEqual([first]);
    session.close();
  });

  it("running speed and the wheel", async () => {
    const recorded = loadGolden(golden, "running_speed");
    const session = await openGolden(golden);
    expectFingerprints(await session.runningSpeed(), recorded.columns);
    const raw = Object.values<Recorded>(recorded).find((value) => value?.frame_time);
    expectFingerprints(await session.rawRunningData(), raw);
    session.close();
  });

  it("pulses of light", async () => {
    const session = await openGolden(golden);
    expectTable(await session.optogeneticStimulationEpochs(), loadGolden(golden, "optogenetic"));
    session.close();
  });

  it("ellipses of the eye, and where it looked", async () => {
    const session = await openGolden(golden);
    expectEye(await session.pupilData(), loadGolden(golden, "pupil"));
    const gaze = loadGolden(golden, "gaze");
    for (const [name, recorded] of Object.entries<Recorded>(gaze)) {
      if (!recorded.column_order) continue;
      expectEye(await session.screenGazeData({includeFilteredData: name !== "raw"}), recorded);
    }
    session.close();
  });

  it("intervals between presentations", async () => {
    const {all, ...byStimulus} = loadGolden(golden, "inter_presentation_intervals");
    const session = await openGolden(golden);
    expectTable(await session.interPresentationIntervals(), all);
    for (const {names, table} of Object.values<Recorded>(byStimulus)) {
      expectTable(await session.interPresentationIntervalsForStimulus(names), table);
    }
    session.close();
  });

  it("metadata, structures and units per structure", async () => {
    const {metadata, structure_acronyms, structurewise_unit_counts} = loadGolden(golden, "metadata");
    const session = await openGolden(golden);
    const acronyms = structure_acronyms.map((acronym: string) => (acronym === "NaN" ? null : acronym));
    expect(await session.structureAcronyms()).toEqual(acronyms);
    expect(await session.structurewiseUnitCounts()).toEqual(structurewise_unit_counts);
    const own = await session.metadata();
    expect(Object.keys(own)).toEqual(Object.keys(metadata));
    expect(own).toEqual({...metadata, structure_acronyms: acronyms});
    session.close();
  });

  it("the rig", async () => {
    const {equipment, geometry} = loadGolden(golden, "rig");
    const session = await openGolden(golden);
    const rig = (await session.rigMetadata())!;
    expect(rig.equipment).toBe(equipment);
    expectTable(rig.geometry, {...geometry, index_names: ["axis"]});
    session.close();
  });

  it("LFP of every probe, masked and not, whole and in part", async () => {
    const session = await openGolden(golden);
    for (const [probe, recorded] of Object.entries<Recorded>(loadGolden(golden, "lfp"))) {
      if (!/^\d+$/.test(probe)) continue;
      if (recorded.error) {
        await expect(session.lfp(Number(probe))).rejects.toMatchObject({tag: "no-lfp"});
        continue;
      }
      const masked = await session.lfp(Number(probe));
      const unmasked = await session.lfp(Number(probe), {maskInvalidIntervals: false});
      expect(masked.name).toBe(recorded.name);
      expect(masked.dims).toEqual(recorded.dims);
      expect(sha256Of(masked.values)).toBe(recorded.masked.sha256);
      expect(sha256Of(unmasked.values)).toBe(recorded.unmasked.sha256);
      expect(sha256(masked.coords.time, "float64")).toBe(recorded.time.sha256);
      expect(Array.from(masked.coords.channel)).toEqual(recorded.channel);
      const {first_index, n, values} = recorded.slice;
      const [start, stop] = [masked.coords.time[first_index], masked.coords.time[first_index + n - 1]];
      const window = await session.lfp(Number(probe), {time: [start, stop], maskInvalidIntervals: false});
      const channels = window.shape[1];
      expect([...window.shape]).toEqual([n, channels]);
      const slice = unmasked.values.subarray(first_index * channels, (first_index + n) * channels);
      expect(Array.from(window.values)).toEqual(Array.from(slice));
      expect(values.flat().map(expectedValue)).toHaveLength(n * channels);
    }
    session.close();
  });

  it("current source density", async () => {
    const session = await openGolden(golden);
    for (const [probe, recorded] of Object.entries<Recorded>(loadGolden(golden, "csd"))) {
      if (!recorded.data) continue;
      const csd = await session.currentSourceDensity(Number(probe));
      expect(csd.dims).toEqual(recorded.dims);
      expect([...csd.shape]).toEqual(recorded.data.shape);
      expect(sha256(csd.values, "float64")).toBe(recorded.data.sha256);
      expect(Array.from(csd.coords.time)).toEqual(recorded.time);
      for (const name of ["vertical_position", "horizontal_position"]) {
        expect(sha256(csd.coords[name], "float64"), name).toBe(recorded[name].sha256);
      }
    }
    session.close();
  });

  it("structures along channels", async () => {
    const warnings: string[] = [];
    const session = await openGolden(golden, {onWarning: (message) => warnings.push(message)});
    const {two_probes, ...probes} = loadGolden(golden, "channel_structure_intervals");
    for (const recorded of Object.values<Recorded>(probes).flatMap((probe) => Object.values<Recorded>(probe))) {
      if (!recorded.labels) continue;
      expect(await session.channelStructureIntervals(recorded.channel_ids)).toEqual(intervalsOf(recorded));
    }
    expect(warnings).toEqual([]);
    if (!two_probes?.labels) return;
    expect(await session.channelStructureIntervals(two_probes.channel_ids)).toEqual(intervalsOf(two_probes));
    expect(warnings).toHaveLength(two_probes.warnings.length);
    session.close();
  });

  it("values of parameters by stimulus", async () => {
    const session = await openGolden(golden);
    for (const [name, {drop_nulls}] of Object.entries<Recorded>(loadGolden(golden, "parameter_values").by_stimulus)) {
      expect(Object.keys(await session.parameterValuesForStimulus(name)).sort()).toEqual(
        Object.keys(drop_nulls).sort()
      );
    }
    session.close();
  });
});

describe.skipIf(!hasShared)(`recordings of ${real.name} equal AllenSDK's (needs ../shared)`, () => {
  const lfp = () => "../shared/fixtures/real/probe_769322820_lfp_trimmed.nwb";

  it("light, running, eye and rig", async () => {
    const {optogenetic, running_speed, pupil, gaze, rig} = loadGolden(real, "misc");
    const session = await EcephysSession.fromNwb(real.nwb);
    expectTable(await session.optogeneticStimulationEpochs(), optogenetic);
    expectTable(await session.runningSpeed(), running_speed);
    expectTable((await session.pupilData())!, pupil);
    expectTable((await session.screenGazeData({includeFilteredData: true}))!, gaze);
    expectTable((await session.rigMetadata())!.geometry, {...rig, index_names: ["axis"]});
    session.close();
  });

  it("LFP and current source density, from a file without nwb_version and with null references", async () => {
    const recorded = loadGolden(real, "lfp_csd").full_electrodes;
    const session = await EcephysSession.fromNwb(real.nwb, {lfp});
    const potential = await session.lfp(769322820);
    expect([...potential.shape]).toEqual(recorded.lfp_summary.shape);
    expect(sha256Of(potential.values)).toBe(recorded.lfp_summary.sha256);
    expect(Array.from(potential.coords.channel)).toEqual(recorded.electrode_ids);
    const csd = await session.currentSourceDensity(769322820);
    expect(sha256(csd.values, "float64")).toBe(recorded.csd_channel_by_time.sha256);
    expect(sha256(csd.coords.vertical_position, "float64")).toBe(recorded.vertical_position.sha256);
    session.close();
  });
});

function expectFingerprints(table: ColumnTable, recorded: Record<string, Recorded>): void {
  expect(table.columnNames()).toEqual(Object.keys(recorded));
  for (const [name, column] of Object.entries(recorded)) {
    expect(sha256Of(columnValues<number>(table, name) as ArrayValues), name).toBe(column.sha256);
  }
}

function expectEye(table: ColumnTable | null, recorded: Recorded): void {
  if (recorded.none) {
    expect(table).toBeNull();
    return;
  }
  expect(table!.columnNames()).toEqual([recorded.index_name, ...recorded.column_order]);
  expect(sha256(columnValues<number>(table!, recorded.index_name), "float64")).toBe(recorded.index.sha256);
  for (const name of recorded.column_order) {
    expect(sha256(columnValues<number>(table!, name), "float64"), name).toBe(recorded.columns[name].sha256);
  }
}

function intervalsOf({labels, intervals}: Recorded): unknown {
  return {labels: labels.map((label: string) => (label === "NaN" ? null : label)), intervals};
}

/** The SHA-256 of an array's bytes as they are. */
function sha256Of(values: ArrayValues): string {
  return sha256(values, values instanceof Float32Array ? "float32" : "float64");
}
