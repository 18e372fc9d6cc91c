import {describe, expect, it} from "vitest";
import {
  AnalysisError,
  eventTriggeredAverage,
  powerSpectrum,
  seededRandom,
  smoothCurrentSourceDensity,
  spectrogram
} from "../../../lib/analysis/index.js";
import {DataArray} from "../../../lib/index.js";

/** A signal of which scipy 1.17.1 gave the spectra below. */
const samples = Float64Array.from({length: 100}, (_, i) => Math.sin(0.3 * i) + (0.5 * ((i * 7) % 11)) / 11);
const near = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-10 * Math.abs(expected));

describe("the power spectrum of the LFP", () => {
  it.each([
    [32, [0.01684342210641153, 0.09742183235288578, 0.07865736000581891], 1.1265610861900852e-5],
    [30, [0.018533116221196196, 0.09966319281874325, 0.06525116789617799], 1.377693113302872e-5]
  ])("equals scipy's welch with segments of %d", async (segmentLength, first, last) => {
    const signal = {rows: 100, columns: 1, values: samples};
    const {power, frequencies} = await powerSpectrum(signal, {samplingRate: 100, segmentLength});
    first.forEach((value, i) => {
      near(power.values[i], value);
    });
    near(power.values[power.columns - 1], last);
    near(frequencies[1], 100 / segmentLength);
  });

  it("of each channel is its own", async () => {
    const both = Float64Array.from({length: 200}, (_, i) => (i % 2 === 0 ? samples[i / 2] : 2 * samples[(i - 1) / 2]));
    const {power} = await powerSpectrum({rows: 100, columns: 2, values: both}, {samplingRate: 100, segmentLength: 32});
    near(power.values[power.columns + 1], 4 * power.values[1]);
  });

  it("is NaN for a channel that is masked somewhere, and one segment for a short signal", async () => {
    const {power} = await powerSpectrum(
      {rows: 3, columns: 1, values: Float64Array.of(1, Number.NaN, 2)},
      {samplingRate: 1}
    );
    expect(power.values.every(Number.isNaN)).toBe(true);
    const short = await powerSpectrum({rows: 4, columns: 1, values: Float64Array.of(1, 2, 1, 2)}, {samplingRate: 1});
    expect(short.frequencies).toEqual(Float64Array.of(0, 0.25, 0.5));
  });

  it("needs two samples, a rate and segments, and stops when it is told", async () => {
    const signal = {rows: 100, columns: 1, values: samples};
    const one = powerSpectrum({rows: 1, columns: 1, values: Float64Array.of(1)}, {samplingRate: 1});
    await expect(one).rejects.toMatchObject({tag: "too-few-data"});
    await expect(powerSpectrum(signal, {samplingRate: 0})).rejects.toThrow(AnalysisError);
    await expect(powerSpectrum(signal, {samplingRate: 1, segmentLength: 1})).rejects.toThrow(AnalysisError);
    const stopped = powerSpectrum(signal, {samplingRate: 1, signal: AbortSignal.abort(new Error("stop"))});
    await expect(stopped).rejects.toThrow("stop");
    for (const options of [{samplingRate: Infinity}, {samplingRate: 1, segmentLength: 1e12}]) {
      await expect(powerSpectrum(signal, options)).rejects.toThrow(AnalysisError);
      await expect(spectrogram(samples, options)).rejects.toThrow(AnalysisError);
    }
  });

  it("of one long channel can be cancelled before it ends, and tells how far it is", async () => {
    const values = Float64Array.from({length: 2 ** 21}, (_, i) => Math.sin(i));
    const controller = new AbortController();
    const fractions: number[] = [];
    const onProgress = (fraction: number) => {
      fractions.push(fraction);
      controller.abort(new Error("enough"));
    };
    const long = {samplingRate: 1250, signal: controller.signal, onProgress};
    await expect(powerSpectrum({rows: values.length, columns: 1, values}, long)).rejects.toThrow("enough");
    expect(fractions).toHaveLength(1);
    expect(fractions[0]).toBeLessThan(1);
  });
});

describe("the spectrogram", () => {
  it("equals scipy's with a Hann window", async () => {
    const {times, frequencies, power} = await spectrogram(samples, {samplingRate: 100, segmentLength: 32});
    expect(Array.from(times)).toEqual([0.16, 0.32, 0.48, 0.64, 0.8]);
    expect(Array.from(frequencies.subarray(0, 3))).toEqual([0, 3.125, 6.25]);
    [0.028347571162641874, 0.11037913680934978, 0.07527821989914517].forEach((value, i) => {
      near(power[i], value);
    });
    near(power[4 * frequencies.length + 2], 0.07810801351223774);
  });

  it("has no times for a signal shorter than a segment, and NaN only where the signal is masked", async () => {
    expect((await spectrogram([1, 2, 3], {samplingRate: 1})).times).toHaveLength(0);
    const masked = samples.with(99, Number.NaN);
    const {power} = await spectrogram(masked, {samplingRate: 100, segmentLength: 20, overlap: 0});
    expect(Array.from({length: 5}, (_, k) => Number.isNaN(power[k * 11]))).toEqual([false, false, false, false, true]);
  });

  it("refuses an overlap as long as a segment", async () => {
    await expect(spectrogram(samples, {samplingRate: 1, segmentLength: 8, overlap: 8})).rejects.toThrow(AnalysisError);
  });
});

describe("the event-triggered average", () => {
  const times = Float64Array.from({length: 50}, (_, i) => 10 + i / 100);
  const values = Float64Array.from(
    {length: 100},
    (_, i) => (i % 2 === 0 ? 0 : -1) + Number(i >> 1 === 12 || i >> 1 === 32)
  );
  const signal = {rows: 50, columns: 2, values};

  it("shows what each channel does at the same time from every event", () => {
    const found = eventTriggeredAverage(signal, times, [10.101, 10.299, 10.49], {
      window: [-0.02, 0.03],
      samplingRate: 100
    });
    expect(found.events).toBe(2);
    expect(Array.from(found.times)).toEqual([-0.02, -0.01, 0, 0.01, 0.02, 0.03]);
    expect(Array.from(found.mean.values)).toEqual([0, -1, 0, -1, 0, -1, 0, -1, 1, 0, 0, -1]);
    expect(Math.max(...found.sem.values)).toBe(0);
  });

  it("is NaN without an event; of one event it has no error", () => {
    const window = {window: [0, 0.01] as const, samplingRate: 100};
    expect(eventTriggeredAverage(signal, times, [], window).mean.values.every(Number.isNaN)).toBe(true);
    const one = eventTriggeredAverage(signal, times, [10.1, Number.NaN, 9, 11], window);
    expect(one.events).toBe(1);
    expect(one.sem.values.every(Number.isNaN)).toBe(true);
  });

  it("leaves out, and counts, events whose window reaches over a gap in the clock, or that lie in one", () => {
    // A second is missing after the 25th sample.
    const gapped = times.map((time, i) => (i < 25 ? time : time + 1));
    const window = {window: [-0.02, 0.03] as const, samplingRate: 100};
    const around = (events: number[]) => eventTriggeredAverage(signal, gapped, events, window);
    // The last window before the gap ends with its last sample, the first one behind begins with its first.
    expect(around([10.21, 11.27])).toMatchObject({events: 2, leftOut: 0});
    expect(around([10.22, 10.24, 10.3, 10.7, 11.2, 11.25, 11.26])).toMatchObject({events: 0, leftOut: 7});
    expect(around([10.12, 10.7, 11.32, 20]).mean).toEqual(
      eventTriggeredAverage(signal, times, [10.12, 10.32], window).mean
    );
    const noSample = {window: [0.02, 0.03] as const, samplingRate: 100};
    expect(eventTriggeredAverage(signal, gapped, [10.5, 11.23], noSample)).toMatchObject({events: 0, leftOut: 2});
  });

  it("takes a clock that jitters, or runs at a rate that is a little off, for one without a gap", () => {
    const random = seededRandom(1);
    const off = times.map((time) => 10 + (time - 10) * 1.0001 + 0.002 * random());
    const window = {window: [-0.1, 0.1] as const, samplingRate: 100};
    expect(eventTriggeredAverage(signal, off, [10.2, 10.25], window)).toMatchObject({events: 2, leftOut: 0});
  });

  it("refuses times that are not the signal's, and a window without a sample", () => {
    const window = {window: [0, 0.01] as const, samplingRate: 100};
    expect(() => eventTriggeredAverage(signal, [1], [1], window)).toThrow(AnalysisError);
    expect(() => eventTriggeredAverage(signal, times, [1], {window: [1, 0], samplingRate: 100})).toThrow(AnalysisError);
    for (const options of [
      {window: [0, Infinity] as const, samplingRate: 100},
      {window: [-1e12, 1e12] as const, samplingRate: 100},
      {window: [0, 0.01] as const, samplingRate: 0}
    ]) {
      expect(() => eventTriggeredAverage(signal, times, [1], options)).toThrow(AnalysisError);
    }
  });
});

describe("the smoothed current source density", () => {
  it("keeps its sum, its labels and a constant, and leaves the argument as it is", () => {
    const values = Float64Array.from({length: 600}, (_, i) => Number(i === 310));
    const coords = {
      virtual_channel_index: Float64Array.from({length: 20}, (_, i) => i),
      time: Float64Array.from({length: 30}, (_, i) => i / 30)
    };
    const density = new DataArray({name: "csd", dims: ["virtual_channel_index", "time"], coords, values});
    const smoothed = smoothCurrentSourceDensity(density, 2);
    expect(smoothed.dims).toEqual(density.dims);
    expect(smoothed.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(values[310]).toBe(1);
    const flat = new DataArray({name: "csd", dims: density.dims, coords, values: new Float64Array(600).fill(3)});
    expect(smoothCurrentSourceDensity(flat).values.every((value) => Math.abs(value - 3) < 1e-12)).toBe(true);
  });
});
