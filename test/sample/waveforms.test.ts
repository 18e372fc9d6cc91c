import type {Dataset} from "h5wasm/node";
import {beforeAll, describe, expect, it} from "vitest";
import {amplitudesIn, column, type SampleSession, sampleSession} from "./sample-session.js";
import {correlation, mean, median} from "./statistics.js";

const samples = 82;
const channelCount = 384;

describe("the sample's mean waveforms", () => {
  let session: SampleSession;
  let channelNumber: Map<number, number>;
  beforeAll(async () => {
    session = await sampleSession();
    const electrodes = "/general/extracellular_ephys/electrodes";
    const numbers = column(session.file, `${electrodes}/local_index`) as number[];
    channelNumber = new Map(column(session.file, `${electrodes}/id`).map((id, i) => [id as number, numbers[i]]));
  });
  const numbers = (name: string) => column(session.file, `/units/${name}`) as number[];
  const waveform = (unit: number) =>
    (session.file.get("/units/waveform_mean") as Dataset).slice([
      [unit * channelCount, (unit + 1) * channelCount],
      [0, samples]
    ]) as Float64Array;
  const rowOf = (values: Float64Array, row: number) => values.subarray(row * samples, (row + 1) * samples);
  const peakToTrough = (row: Float64Array) => Math.max(...row) - Math.min(...row);
  /** Milliseconds from the trough to the peak after it. */
  const troughToPeak = (row: Float64Array) => {
    const trough = row.indexOf(Math.min(...row));
    return row.subarray(trough).indexOf(Math.max(...row.subarray(trough))) / 30;
  };

  it("are 384 rows of 82 samples per unit, in volts by name and microvolts in fact", () => {
    const dataset = session.file.get("/units/waveform_mean") as Dataset;
    expect(dataset.shape).toEqual([channelCount * session.units.length, samples]);
    expect(dataset.dtype).toBe("<d");
    expect(dataset.attrs.unit.value).toBe("volts");
    expect(numbers("waveform_mean_index")).toEqual(session.units.map((_, i) => (i + 1) * channelCount));
  });

  it("are largest on the unit's peak channel, with the amplitude and duration that its metrics state", () => {
    const [peak, amplitude, duration] = ["peak_channel_id", "amplitude", "waveform_duration"].map(numbers);
    for (let unit = 0; unit < session.units.length; unit += 5) {
      const values = waveform(unit);
      const sizes = Array.from({length: channelCount}, (_, row) => peakToTrough(rowOf(values, row)));
      const largest = sizes.indexOf(Math.max(...sizes));
      expect(largest).toBe(channelNumber.get(peak[unit]));
      expect(Math.abs(sizes[largest] / amplitude[unit] - 1)).toBeLessThan(0.03);
      expect(Math.abs(troughToPeak(rowOf(values, largest)) - duration[unit])).toBeLessThan(0.07);
    }
  });

  it("tell fast-spiking units from regular-spiking ones by the time from trough to peak", () => {
    const peak = numbers("peak_channel_id");
    const right = session.units.filter(({truth}, unit) => {
      const narrow = troughToPeak(rowOf(waveform(unit), channelNumber.get(peak[unit])!)) < 0.4;
      return narrow === (truth.cell_class === "fast-spiking");
    });
    expect(right.length / session.units.length).toBeGreaterThan(0.99);
  });

  it("decay with the distance from the peak channel, by the stated length, down to nothing", () => {
    const peak = numbers("peak_channel_id");
    for (let unit = 2; unit < session.units.length; unit += 7) {
      const values = waveform(unit);
      const centre = channelNumber.get(peak[unit])!;
      const {amplitude, decay_length} = session.units[unit].truth.waveform;
      // four channels further, the same column of the probe again, 40 µm on
      const next = centre + (centre < 192 ? 4 : -4);
      const expected = amplitude * Math.exp(-40 / decay_length);
      expect(Math.abs(peakToTrough(rowOf(values, next)) - expected)).toBeLessThan(3 + 0.05 * expected);
      const far = (centre + 192) % channelCount;
      expect(rowOf(values, far).every((value) => value === 0)).toBe(true);
    }
  });
});

describe("the sample's waveforms along the probe", () => {
  let session: SampleSession;
  beforeAll(async () => {
    session = await sampleSession();
  });

  /** Milliseconds by which the trough comes later, for each mm above and below the peak channel; NaN where it is seen on too few. */
  function travel(session: SampleSession, unit: number, centre: number): {above: number; below: number} {
    const values = (session.file.get("/units/waveform_mean") as Dataset).slice([
      [unit * channelCount, (unit + 1) * channelCount],
      [0, samples]
    ]) as Float64Array;
    const trough = (channel: number) => {
      const row = values.subarray(channel * samples, (channel + 1) * samples);
      const at = row.indexOf(Math.min(...row));
      if (row[at] > -4) return Number.NaN;
      // between samples by a parabola
      const [before, least, after] = [row[at - 1], row[at], row[at + 1]];
      return (at + (before - after) / (2 * (before - 2 * least + after))) / 30;
    };
    const slope = (sign: 1 | -1) => {
      const steps = [1, 2, 3].filter((step) => !Number.isNaN(trough(centre + sign * 4 * step)));
      const delays = steps.map((step) => trough(centre + sign * 4 * step) - trough(centre));
      return steps.length < 2 ? Number.NaN : mean(delays.map((delay, i) => delay / (0.04 * steps[i])));
    };
    return {above: slope(1), below: slope(-1)};
  }

  it("travel as fast as their metrics state, up the dendrites of regular-spiking cells of cortex and CA1", () => {
    const electrodes = "/general/extracellular_ephys/electrodes";
    const numbers = column(session.file, `${electrodes}/local_index`) as number[];
    const channelNumber = new Map(column(session.file, `${electrodes}/id`).map((id, i) => [id as number, numbers[i]]));
    const rows = session.units.flatMap(({truth}, unit) => {
      const centre = channelNumber.get(truth.peak_channel_id)!;
      if (centre < 16 || centre > 367) return [];
      const isPyramidal = truth.cell_class === "regular-spiking" && /^(VIS|CA1)/.test(truth.structure ?? "");
      return [{isPyramidal, found: travel(session, unit, centre), planted: truth.waveform}];
    });
    const known = rows.filter(({found, planted}) => Number.isFinite(found.above) && planted.velocity_above !== null);
    expect(known.length).toBeGreaterThan(100);
    const [found, planted] = [known.map((row) => row.found.above), known.map((row) => row.planted.velocity_above)];
    expect(correlation(found, planted)).toBeGreaterThan(0.95);
    const above = (isPyramidal: boolean) =>
      median(known.filter((row) => row.isPyramidal === isPyramidal).map((row) => row.found.above));
    // 1.4 ms for each mm are 0.7 m/s
    expect(above(true)).toBeGreaterThan(1.1);
    expect(above(true)).toBeLessThan(1.7);
    expect(Math.abs(above(false))).toBeLessThan(0.2);
  });
});

describe("the sample's spike amplitudes", () => {
  let session: SampleSession;
  let amplitudes: Float64Array[];
  beforeAll(async () => {
    session = await sampleSession();
    amplitudes = amplitudesIn(session.file);
  });

  it("are one per spike, in volts, around the peak-to-trough of the unit's waveform", () => {
    session.units.forEach(({spikes, truth}, i) => {
      expect(amplitudes[i].length).toBe(spikes.length);
      if (truth.amplitude_cutoff > 0.02 || spikes.length < 1000 || truth.drift) return;
      const relative = mean([...amplitudes[i]]) / (1e-6 * truth.waveform.amplitude);
      expect(Math.abs(relative - 1)).toBeLessThan(truth.amplitude_drift.share + 0.03);
    });
  });

  it("lack their smallest in a unit with an amplitude cutoff", () => {
    const skew = (values: Float64Array) => (mean([...values]) - median([...values])) / mean([...values]);
    const group = (test: (cutoff: number) => boolean) =>
      mean(
        session.units.flatMap(({truth, spikes}, i) =>
          spikes.length > 1000 && !truth.drift && test(truth.amplitude_cutoff) ? [skew(amplitudes[i])] : []
        )
      );
    expect(group((cutoff) => cutoff > 0.3)).toBeGreaterThan(group((cutoff) => cutoff < 0.02) + 0.01);
  });

  it("drift as stated", () => {
    const {truth, spikes} =
      session.units[
        session.units.findIndex(
          (unit) => unit.truth.amplitude_drift.share > 0.07 && unit.spikes.length > 5000 && !unit.truth.drift
        )
      ];
    const unit = session.units.findIndex((candidate) => candidate.truth === truth);
    const {period, phase} = truth.amplitude_drift;
    const drift = [...spikes].map((time) => Math.sin(2 * Math.PI * (time / period + phase)));
    expect(correlation(drift, [...amplitudes[unit]])).toBeGreaterThan(0.25);
  });
});
