import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fromCSV} from "arquero";
import {beforeAll, describe, expect, it} from "vitest";
import {EcephysSession} from "../../lib/index.js";
import {type SampleSession, sampleSession} from "./sample-session.js";
import {correlation, countSpikes, mean} from "./statistics.js";

describe("the recordings of the sample, as a session gives them", () => {
  let sample: SampleSession;
  let session: EcephysSession;
  beforeAll(async () => {
    sample = await sampleSession();
    const channelColumns = fromCSV(readFileSync(join(sample.directory, "channels.csv"), "utf8"));
    const lfp = (probeId: number) => join(dirname(sample.nwbPath), `probe_${probeId}_lfp.nwb`);
    session = await EcephysSession.fromNwb(sample.nwbPath, {channelColumns, lfp});
  });
  const probe = (name: string) => sample.truth.probes.find((candidate) => candidate.name === name)!;
  const truthOf = (unitId: number) => sample.truth.units.find(({unit_id}) => unit_id === unitId)!;

  it("are mean waveforms whose peak channel shows the amplitude and duration that were drawn", async () => {
    const waveforms = await session.meanWaveforms();
    expect(waveforms.size).toBe((await session.units()).numRows());
    for (const [id, waveform] of waveforms) {
      const {waveform: drawn, probe: name, peak_channel_id} = truthOf(id);
      expect(waveform.dims).toEqual(["channel_id", "time"]);
      expect(waveform.shape).toEqual([381, 82]);
      expect(waveform.coords.time[1]).toBeCloseTo(1 / probe(name).sampling_rate, 12);
      const peak = [...waveform.sel("channel_id", peak_channel_id).values];
      const [trough, top] = [Math.min(...peak), Math.max(...peak)];
      expect(Math.abs((top - trough) / drawn.amplitude - 1)).toBeLessThan(0.03);
      const duration = ((peak.indexOf(top) - peak.indexOf(trough)) / probe(name).sampling_rate) * 1000;
      expect(Math.abs(duration - drawn.duration)).toBeLessThan(0.11);
    }
  });

  it("are amplitudes of every unit's spikes, in volts", async () => {
    const amplitudes = await session.spikeAmplitudes();
    expect(amplitudes.size).toBe(sample.units.length);
    for (const {id, spikes, truth} of sample.units) {
      const values = amplitudes.get(id)!;
      expect(values.length).toBe(spikes.length);
      expect(mean([...values.subarray(0, 2000)]) / (1e-6 * truth.waveform.amplitude)).toBeGreaterThan(0.75);
      expect(mean([...values.subarray(0, 2000)]) / (1e-6 * truth.waveform.amplitude)).toBeLessThan(1.35);
    }
  });

  it("are the mouse's running, as it was drawn, and the wheel's raw data", async () => {
    const running = await session.runningSpeed();
    const [start, end, velocity] = ["start_time", "end_time", "velocity"].map(
      (name) => running.array(name) as number[]
    );
    const {start: first, step, speed} = sample.truth.running;
    const drawn = [...start].map((time, i) => speed[Math.floor(((time + end[i]) / 2 - first) / step)]);
    expect(correlation(drawn, [...velocity])).toBeGreaterThan(0.99);
    const raw = await session.rawRunningData();
    expect(raw.numRows()).toBe(running.numRows());
    const voltage = [...(raw.array("signal_voltage") as number[])];
    expect(voltage.filter(Number.isNaN)).toHaveLength(60);
    expect(Math.max(...voltage.slice(60))).toBeLessThan(5.02);
  });

  it("are pulses of light, to which the published rule finds that just the tagged units respond", async () => {
    const light = await session.optogeneticStimulationEpochs();
    expect(light.numRows()).toBe(72);
    const [start, duration] = ["start_time", "duration"].map((name) => [...(light.array(name) as number[])]);
    const onsets = start.filter((_, i) => duration[i] > 0.009 && duration[i] < 0.02);
    const units = await session.units();
    const [ids, structures] = ["unit_id", "ecephys_structure_acronym"].map((name) => [
      ...(units.array(name) as unknown[])
    ]);
    const spikes = await session.spikeTimes();
    const rate = (id: number, from: number, to: number) =>
      mean(onsets.map((onset) => countSpikes(spikes.get(id)!, onset + from, onset + to))) / 0.008;
    const responding = (ids as number[])
      .filter((_, i) => String(structures[i]).startsWith("VIS"))
      .filter((id) => rate(id, 0.001, 0.009) / (rate(id, -0.01, -0.002) + 1) > 2);
    expect(responding.sort()).toEqual([...sample.truth.tagged_unit_ids].sort());
  });

  it("are the eye's ellipses with full axes, without a pupil in a blink, and its gaze", async () => {
    const pupil = (await session.pupilData())!;
    const times = [...(pupil.array("Time (s)") as number[])];
    const column = (name: string) => [...(pupil.array(name) as number[])];
    const [width, height] = [column("pupil_width"), column("pupil_height")];
    const gaze = (await session.screenGazeData({includeFilteredData: true}))!;
    const area = [...(gaze.array("raw_pupil_area") as number[])];
    const {pixel} = sample.truth.model.gaze_model;
    for (let i = 0; i < area.length; i += 211) {
      const expected = Math.PI * (width[i] / 2) * (height[i] / 2) * pixel ** 2;
      if (!Number.isNaN(area[i])) expect(area[i] / expected).toBeCloseTo(1, 9);
    }
    const filtered = [...(gaze.array("filtered_pupil_area") as number[])];
    for (const [start, stop] of sample.truth.blinks) {
      const middle = times.findIndex((time) => time > (start + stop) / 2);
      expect([width[middle - 1], column("corneal_reflection_width")[middle - 1], filtered[middle - 1]]).toEqual([
        ...[Number.NaN, Number.NaN, Number.NaN]
      ]);
    }
    const spread = (name: string) =>
      mean([...(gaze.array(name) as number[])].filter((value) => !Number.isNaN(value)).map(Math.abs));
    expect(spread("raw_screen_coordinates_x_cm")).toBeGreaterThan(1.5 * spread("raw_screen_coordinates_y_cm"));
  });

  it("come from a synthetic animal on a synthetic rig", async () => {
    const metadata = await session.metadata();
    expect(metadata.full_genotype).toMatch(/^synthetic Pvalb/);
    expect(metadata.rig_equipment_name).toBe("synthetic rig");
    expect(metadata).toMatchObject({sex: "M", num_probes: 6, ecephys_session_id: 700000001});
    expect((await session.rigMetadata())?.equipment).toBe("synthetic rig");
  });

  it("are LFP in volts of two probes, of a window if one is asked for", async () => {
    for (const name of ["probeC", "probeE"]) {
      const [start, stop] = await session.lfpTimeSpan(probe(name).probe_id);
      const window = await session.lfp(probe(name).probe_id, {time: [start + 10, start + 12]});
      expect(window.dims).toEqual(["time", "channel"]);
      expect(window.shape).toEqual([2500, 96]);
      expect(stop - start).toBeGreaterThan(70);
      expect(Math.sqrt(mean([...window.values].map((value) => value ** 2)))).toBeGreaterThan(2e-5);
      expect(Math.sqrt(mean([...window.values].map((value) => value ** 2)))).toBeLessThan(2e-4);
    }
    await expect(session.lfp(probe("probeA").probe_id)).rejects.toThrow();
  });

  it("are LFP without the stretch in which the probe is invalid, unless it is asked for", async () => {
    const id = probe("probeE").probe_id;
    const invalid = (await session.invalidTimes()).objects() as {
      tags: string[];
      start_time: number;
      stop_time: number;
    }[];
    const {start_time: start, stop_time: stop} = invalid.find(({tags}) => tags.includes("probeE"))!;
    const time = [start - 1, stop + 1] as const;
    const masked = await session.lfp(id, {time});
    const whole = await session.lfp(id, {time, maskInvalidIntervals: false});
    Array.from(masked.coords.time as ArrayLike<number>).forEach((second, i) => {
      expect(Number.isNaN(masked.values[96 * i])).toBe(second >= start && second <= stop);
    });
    expect(whole.values.every((value) => !Number.isNaN(value))).toBe(true);
    const largest = (values: Float32Array) =>
      values.reduce((max, value) => (Number.isNaN(value) ? max : Math.max(max, value)), 0);
    expect(largest(whole.values)).toBeGreaterThan(1e-3);
    expect(largest(masked.values)).toBeLessThan(8e-4);
  });

  it("are current source densities with the sink in its place and at its time", async () => {
    for (const [name, surface] of [
      ["probeC", 3500],
      ["probeE", 3580]
    ] as const) {
      const density = await session.currentSourceDensity(probe(name).probe_id);
      expect(density.dims).toEqual(["virtual_channel_index", "time"]);
      expect(density.shape).toEqual([384, 875]);
      const largest = (density.values as Float64Array).reduce(
        (best, value, i) => (value > density.values[best] ? i : best),
        0
      );
      const depth = surface - (density.coords.vertical_position[Math.floor(largest / 875)] as number);
      const time = density.coords.time[largest % 875] as number;
      const [sink] = probe(name).lfp!.sinks;
      expect(Math.abs(depth - sink.depth)).toBeLessThanOrEqual(30);
      expect(Math.abs(time - sink.time)).toBeLessThan(0.006);
    }
  });
});
