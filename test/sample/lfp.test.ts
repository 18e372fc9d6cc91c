import {dirname, join} from "node:path";
import {type Dataset, File, type Group, type Reference} from "h5wasm/node";
import {beforeAll, describe, expect, it} from "vitest";
import {column, type SampleSession, sampleSession} from "./sample-session.js";
import {correlation, mean} from "./statistics.js";

const electrodes = "/general/extracellular_ephys/electrodes";
const density = "/processing/current_source_density/ecephys_csd";

describe.each(["probeC", "probeE"])("the LFP file of the sample's %s", (name) => {
  let session: SampleSession;
  let truth: SampleSession["truth"]["probes"][number];
  let file: File;
  let series: string;
  let times: number[];
  let depths: number[];
  beforeAll(async () => {
    session = await sampleSession();
    truth = session.truth.probes.find((probe) => probe.name === name)!;
    file = new File(join(dirname(session.nwbPath), `probe_${truth.probe_id}_lfp.nwb`), "r");
    series = `/acquisition/probe_${truth.probe_id}_lfp/probe_${truth.probe_id}_lfp_data`;
    times = column(file, `${series}/timestamps`) as number[];
    const surface = {probeC: 348, probeE: 356}[name]!;
    depths = (column(file, `${electrodes}/probe_vertical_position`) as number[]).map((y) => 10 * surface + 20 - y);
  });
  const lfp = () => truth.lfp!;
  /** The first sink, in layer 4. */
  const first = () => lfp().sinks[0];
  const at = (path: string) => file.get(path) as Group & Dataset;
  /** Microvolts of a channel. */
  const channel = (index: number) =>
    ((at(`${series}/data`) as Dataset).slice([[], [index, index + 1]]) as Float32Array).map((volts) => volts * 1e6);
  const nearest = (depth: number) =>
    depths.indexOf(depths.toSorted((a, b) => Math.abs(a - depth) - Math.abs(b - depth))[0]);
  const sampleAt = (time: number) => Math.round((time - times[0]) / (times[1] - times[0]));
  const invalid = () => {
    const tags = column(session.file, "/intervals/invalid_times/tags") as string[];
    const row = tags.indexOf(name) / 3;
    if (row < 0) return null;
    const [start, stop] = ["start_time", "stop_time"].map((bound) => {
      return column(session.file, `/intervals/invalid_times/${bound}`)[Math.floor(row)] as number;
    });
    return {start, stop};
  };
  const flashes = () => {
    const gap = invalid();
    return session
      .presentations("flashes")
      .map(({start_time}) => start_time)
      .filter((time) => time > times[0] + 1 && time < times[times.length - 1] - 1)
      .filter((time) => gap === null || time + 0.6 < gap.start || time - 0.6 > gap.stop);
  };

  it("is an NWB file of one probe and its LFP channels: every fourth, in order, to above the brain", () => {
    expect(at("/identifier").value).toBe(String(truth.probe_id));
    expect(at("/general/session_id").value).toBe("700000001");
    const numbers = column(file, `${electrodes}/local_index`) as number[];
    expect(numbers).toEqual(numbers.map((_, i) => 2 + 4 * i));
    expect(depths[depths.length - 1]).toBeLessThan(0);
    const region = at(`${series}/electrodes`);
    expect(column(file, `${series}/electrodes`)).toEqual(numbers.map((_, i) => i));
    expect(region.attrs.neurodata_type.value).toBe("DynamicTableRegion");
    const [table] = region.attrs.table.value as Reference[];
    expect(file.dereference(table)).toMatchObject({path: electrodes});
    expect(file.get_link(`/acquisition/probe_${truth.probe_id}_lfp_data`)).toBe(series);
    const sampleIds = new Set(column(session.file, `${electrodes}/id`));
    expect((column(file, `${electrodes}/id`) as number[]).every((id) => sampleIds.has(id))).toBe(true);
  });

  it("has object ids that the session's file has not", () => {
    const id = (where: File, path: string) => (where.get(path) as Group).attrs.object_id.value;
    for (const path of [`/general/devices/${name}`, electrodes, `${electrodes}/id`]) {
      expect(id(file, path)).not.toBe(id(session.file, path));
    }
    expect(file.attrs.object_id.value).not.toBe(session.file.attrs.object_id.value);
  });

  it("is float32 volts in chunks of one channel, in steps of the amplifier, 1250 times a second", () => {
    const data = at(`${series}/data`);
    expect(data.dtype).toBe("<f");
    expect(data.shape).toEqual([times.length, depths.length]);
    expect(data.metadata.chunks).toEqual([47000, 1]);
    expect(data.attrs.unit.value).toBe("volts");
    for (const value of channel(3).slice(0, 2000))
      expect(Math.abs(value / 0.195 - Math.round(value / 0.195))).toBeLessThan(0.01);
    const rate = (times.length - 1) / (times[times.length - 1] - times[0]);
    expect(rate).toBeCloseTo(truth.sampling_rate / 24, 5);
    const stated = (where: File) => (where.get(`/general/extracellular_ephys/${name}`) as Group).attrs;
    expect(stated(session.file).has_lfp_data.value).toBe(1);
    expect(stated(session.file).lfp_sampling_rate.value).toBeCloseTo(rate, 5);
    // as in the published LFP files, which halve it once too often
    expect(stated(file).lfp_sampling_rate.value).toBeCloseTo(rate / 2, 5);
  });

  /** Power at a frequency in stretches of a second, by the definition of the Fourier transform, mean over the stretches. */
  const power = (values: Float32Array, frequencies: number[], keep: (time: number) => boolean) => {
    const second = 1250;
    const powers: number[] = [];
    for (let from = 0; from + second <= values.length; from += second) {
      if (!keep(times[from]) || !keep(times[from + second - 1])) continue;
      for (const frequency of frequencies) {
        let [real, imaginary] = [0, 0];
        for (let i = 0; i < second; i++) {
          const window = Math.sin((Math.PI * i) / second) ** 2;
          real += window * values[from + i] * Math.cos((2 * Math.PI * frequency * i) / second);
          imaginary += window * values[from + i] * Math.sin((2 * Math.PI * frequency * i) / second);
        }
        powers.push(real * real + imaginary * imaginary);
      }
    }
    return mean(powers);
  };
  const valid = (time: number) => {
    const gap = invalid();
    return gap === null || time < gap.start - 0.1 || time > gap.stop + 0.1;
  };
  const speedAt = (time: number) => {
    const {start, step, speed} = session.truth.running;
    return speed[Math.floor((time - start) / step)];
  };

  it("has theta in the hippocampus, strongest at the border of CA1 and DG, and little in cortex", () => {
    const theta = depths.map((_, i) => (i % 3 === 0 ? power(channel(i), [7, 8], valid) : 0));
    const strongest = depths[theta.indexOf(Math.max(...theta))];
    expect(Math.abs(strongest - lfp().theta_depth!)).toBeLessThanOrEqual(160);
    const cortex = theta.filter((value, i) => value > 0 && depths[i] > 100 && depths[i] < 700);
    expect(Math.max(...theta)).toBeGreaterThan(8 * mean(cortex));
  });

  it("has more and faster theta in a run than at rest", () => {
    const border = channel(nearest(lfp().theta_depth!));
    const running = (time: number) => valid(time) && speedAt(time) > 10;
    const resting = (time: number) => valid(time) && speedAt(time) < 2;
    expect(power(border, [6, 7, 8], running)).toBeGreaterThan(4 * power(border, [6, 7, 8], resting));
    const spectrum = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((frequency) => power(border, [frequency], running));
    expect([7, 8]).toContain(3 + spectrum.indexOf(Math.max(...spectrum)));
  });

  it("has gamma in cortex and not below", () => {
    const gamma = (depth: number) => power(channel(nearest(depth)), [44, 48, 52, 56], valid);
    const cortex = mean([200, 400, 600].map(gamma));
    for (const depth of [1200, 1600, 2400]) expect(gamma(depth)).toBeLessThan(cortex / 2.5);
  });

  /** Mean over the flashes, µV from the 20 ms before; sample i is i / 1250 s after the onset. */
  const evoked = (index: number) => {
    const values = channel(index);
    const onsets = flashes().map(sampleAt);
    return Array.from({length: 250}, (_, i) =>
      mean(onsets.map((onset) => values[onset + i] - mean([...values.slice(onset - 25, onset)])))
    );
  };

  it("answers flashes with a potential that is lowest at the sink, at the stated time", () => {
    expect(flashes().length).toBeGreaterThan(28);
    const trace = evoked(nearest(first().depth));
    const trough = trace.indexOf(Math.min(...trace));
    expect(Math.abs(trough / 1250 - first().time)).toBeLessThan(0.012);
    expect(trace[trough]).toBeLessThan(-100);
  });

  it("holds a current source density whose sink, positive as published, is in layer 4, with sources beside it", () => {
    const data = at(`${density}/current_source_density/data`);
    expect(data.shape).toEqual([875, 384]);
    const seconds = column(file, `${density}/current_source_density/timestamps`) as number[];
    seconds.forEach((time, i) => {
      expect(time).toBeCloseTo(-0.1 + 0.0004 * i, 12);
    });
    expect(column(file, `${density}/virtual_electrode_x_positions`)).toEqual(new Array(384).fill(24));
    expect(column(file, `${density}/virtual_electrode_y_positions`)).toEqual(
      Array.from({length: 384}, (_, i) => 10 * i)
    );
    const values = data.value as Float64Array;
    expect(values.every(Number.isFinite)).toBe(true);
    const surface = depths[0] + (column(file, `${electrodes}/probe_vertical_position`)[0] as number);
    const largest = values.reduce((best, value, i) => (value > values[best] ? i : best), 0);
    const row = Math.floor(largest / 384);
    expect(Math.abs(seconds[row] - first().time)).toBeLessThan(0.006);
    const sink = surface - 10 * (largest % 384);
    expect(Math.abs(sink - first().depth)).toBeLessThanOrEqual(30);
    const profile = [...values.subarray(384 * row, 384 * row + 384)];
    const source = surface - 10 * profile.indexOf(Math.min(...profile));
    expect(Math.min(...profile)).toBeLessThan(-values[largest] / 4);
    expect(Math.abs(source - sink)).toBeGreaterThan(150);
    expect(source).toBeGreaterThan(lfp().cortex[0]);
    expect(source).toBeLessThan(lfp().cortex[1]);
  });

  it("holds the current source density of its own LFP", () => {
    // every fourth of the virtual channels from the fifth is a channel; the second difference over 40 µm of their means
    const sample = Math.round(first().time * 1250);
    const cortical = depths.map((_, i) => i).filter((i) => depths[i] > -60 && depths[i] < 1000);
    const profile = cortical.map((i) => evoked(i)[sample]);
    const curved = profile.slice(1, -1).map((value, k) => profile[k] - 2 * value + profile[k + 2]);
    const row = Math.round((0.1 + sample / 1250) * 2500);
    const stored = at(`${density}/current_source_density/data`).slice([[row, row + 1], []]) as Float64Array;
    const positions = column(file, `${electrodes}/probe_vertical_position`) as number[];
    expect(
      correlation(
        curved,
        cortical.slice(1, -1).map((i) => stored[positions[i] / 10])
      )
    ).toBeGreaterThan(0.85);
  });

  it("jumps to and fro while the probe is marked as invalid, and nowhere else", () => {
    const gap = invalid();
    expect(gap === null).toBe(name !== "probeE");
    const values = channel(40);
    const inGap = times.filter((time) => gap !== null && time > gap.start && time < gap.stop).length;
    if (name === "probeE") expect(inGap / 1250).toBeCloseTo(3, 1);
    for (const [i, time] of times.entries()) {
      const within = gap !== null && time > gap.start && time < gap.stop;
      if (Math.abs(values[i]) > 900 !== within) expect([time, values[i]]).toBe(within);
    }
  });
});

describe("the table of the sample's probes", () => {
  it("says which have an LFP file", async () => {
    const session = await sampleSession();
    expect(session.truth.probes.filter(({lfp}) => lfp).map(({name}) => name)).toEqual(["probeC", "probeE"]);
    const flags = [..."ABCDEF"].map((letter) => {
      return (session.file.get(`/general/extracellular_ephys/probe${letter}`) as Group).attrs.has_lfp_data.value;
    });
    expect(flags.map(Boolean)).toEqual([false, false, true, false, true, false]);
  });
});
