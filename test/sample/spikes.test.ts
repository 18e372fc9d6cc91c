import {beforeAll, describe, expect, it} from "vitest";
import {addEvokedSpikes} from "../../lib/sample/monosynaptic-pairs.js";
import {PROBES} from "../../lib/sample/probes.js";
import {RandomStream} from "../../lib/sample/random-stream.js";
import {drawSpikes} from "../../lib/sample/spikes.js";
import {type SampleSession, sampleSession} from "./sample-session.js";
import {mean} from "./statistics.js";

describe("spikes drawn from a rate", () => {
  const step = 0.005;
  const draw = (rate: number, absolute: number, relative: number) =>
    drawSpikes(
      new Float32Array(400000).fill(rate),
      {start: 10, step, count: 400000},
      absolute,
      relative,
      new RandomStream(3, "x")
    );

  it("come at the rate when there is no refractory period", () => {
    expect(Math.abs(draw(20, 0, 1e-9).length / 2000 - 20)).toBeLessThan(0.4);
  });

  it("come at 1 / (1 / rate + absolute) when the refractory period is absolute alone", () => {
    expect(Math.abs(draw(50, 0.01, 1e-9).length / 2000 - 1 / (1 / 50 + 0.01))).toBeLessThan(0.7);
  });

  it("never follow each other within the absolute refractory period", () => {
    const spikes = draw(200, 0.002, 0.003);
    const intervals = spikes.slice(1).map((time, i) => time - spikes[i]);
    expect(intervals.every((interval) => interval > 0.002)).toBe(true);
  });

  it("follow a rate that changes", () => {
    const rate = new Float32Array(400000).map((_, i) => (i % 200 < 100 ? 40 : 5));
    const spikes = drawSpikes(rate, {start: 0, step, count: rate.length}, 0, 1e-9, new RandomStream(4, "x"));
    const early = spikes.filter((time) => time % 1 < 0.5).length;
    expect(early / (spikes.length - early)).toBeCloseTo(8, 0);
  });

  it("are added by a synapse with its probability, unless a neighbour is too near", () => {
    const presynaptic = Array.from({length: 20000}, (_, i) => i * 0.05);
    const pair = {presynaptic: 0, postsynaptic: 1, probability: 0.1, latency: 0.002, jitter: 0.0001};
    const evoked = addEvokedSpikes(presynaptic, [], pair, 0.002, new RandomStream(5, "x"));
    expect(Math.abs(evoked.length / 20000 - 0.1)).toBeLessThan(0.01);
    expect(mean(evoked.map((time) => time % 0.05))).toBeCloseTo(0.002, 4);
    const busy = presynaptic.map((time) => time + 0.003);
    expect(addEvokedSpikes(presynaptic, busy, pair, 0.002, new RandomStream(5, "x"))).toEqual(busy);
  });
});

describe("the sample's spikes", () => {
  let session: SampleSession;
  beforeAll(async () => {
    session = await sampleSession();
  });

  it("ascend, and lie within the recording and the unit's presence", () => {
    const [start, stop] = session.truth.recording;
    for (const {spikes, truth} of session.units) {
      for (let i = 1; i < spikes.length; i++)
        if (!(spikes[i] > spikes[i - 1])) throw new Error(`${truth.unit_id} at ${i}`);
      const [from, to] = truth.presence.map((share) => start + share * (stop - start));
      expect(spikes[0]).toBeGreaterThan(from - 0.2);
      expect(spikes[spikes.length - 1]).toBeLessThan(to + 0.2);
    }
  });

  it("respect the refractory period, to a sample of the probe's clock, where no other cell contaminates them", () => {
    const clean = session.units.filter(({truth}) => truth.contamination === 0);
    expect(clean.length).toBeGreaterThan(100);
    for (const {spikes, truth} of clean) {
      let shortest = Number.POSITIVE_INFINITY;
      for (let i = 1; i < spikes.length; i++) shortest = Math.min(shortest, spikes[i] - spikes[i - 1]);
      expect(shortest, String(truth.unit_id)).toBeGreaterThan(truth.absolute_refractory - 1.01 / 30000);
    }
  });

  it("lie on the sampling grid of the probe's clock", () => {
    for (const {spikes, truth} of session.units.filter((_, i) => i % 40 === 0)) {
      const probe = PROBES.find(({name}) => name === truth.probe)!;
      const offGrid = [...spikes].map((time) => {
        const sample = (time - probe.clockOffset) * probe.samplingRate;
        return Math.abs(sample - Math.round(sample));
      });
      expect(Math.max(...offGrid.slice(0, 1000))).toBeLessThan(1e-4);
    }
  });
});
