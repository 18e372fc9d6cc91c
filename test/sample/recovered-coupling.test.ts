import {beforeAll, describe, expect, it} from "vitest";
import {type SampleSession, type SampleUnit, sampleSession} from "./sample-session.js";
import {angleBetween, correlation, countSpikes, groupBy, mean} from "./statistics.js";

describe("noise correlations of the sample", () => {
  /** Correlation of the counts of pairs of visual units, after each grating's mean count is taken away. */
  let pairs: {correlation: number; orientation: number; distance: number; isOneArea: boolean}[];

  beforeAll(async () => {
    const session = await sampleSession();
    const gratings = session.presentations("drifting_gratings");
    const conditions = [...groupBy(gratings, (row) => `${row.orientation} ${row.temporal_frequency}`).values()];
    const units = session.units.filter(
      ({passesFilters, truth, spikes}) => passesFilters && truth.visual !== null && spikes.length > 5000
    );
    const residuals = units.map(({spikes}) =>
      conditions.flatMap((rows) => {
        const counts = rows.map((row) => Math.sqrt(countSpikes(spikes, row.start_time, row.stop_time)));
        return counts.map((count) => count - mean(counts));
      })
    );
    pairs = [];
    for (let i = 0; i < units.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [units[i].truth, units[j].truth];
        pairs.push({
          correlation: correlation(residuals[i], residuals[j]),
          orientation: angleBetween(a.visual!.preferred_orientation, b.visual!.preferred_orientation, 180),
          isOneArea: a.structure === b.structure,
          distance: Math.hypot(...a.ccf.map((value, axis) => value - b.ccf[axis]))
        });
      }
    }
  });

  const meanOf = (chosen: typeof pairs) => mean(chosen.map((pair) => pair.correlation));

  it("rise with the similarity of the preferred orientations, at any distance", () => {
    const far = pairs.filter(({distance}) => distance > 800);
    const alike = meanOf(far.filter(({orientation}) => orientation < 15));
    const between = meanOf(far.filter(({orientation}) => orientation >= 30 && orientation < 60));
    const different = meanOf(far.filter(({orientation}) => orientation > 75));
    expect(alike).toBeGreaterThan(between + 0.05);
    expect(between).toBeGreaterThan(different);
  });

  it("fall with the distance of the units, at any tuning", () => {
    const unlike = pairs.filter(({orientation}) => orientation > 45);
    const near = meanOf(unlike.filter(({distance}) => distance < 150));
    const middle = meanOf(unlike.filter(({distance}) => distance >= 150 && distance < 500));
    const far = meanOf(unlike.filter(({distance}) => distance > 1000));
    expect(near).toBeGreaterThan(middle + 0.03);
    expect(middle).toBeGreaterThan(far);
  });

  it("are higher within an area than between areas, also of units on different probes with unlike tuning", () => {
    const far = pairs.filter(({orientation, distance}) => orientation > 30 && distance > 600);
    const [within, between] = [true, false].map((isOneArea) => far.filter((pair) => pair.isOneArea === isOneArea));
    expect(within.length).toBeGreaterThan(100);
    expect(meanOf(within)).toBeGreaterThan(meanOf(between) + 0.015);
  });
});

describe("monosynaptic pairs of the sample", () => {
  let session: SampleSession;
  let units: Map<number, SampleUnit>;

  beforeAll(async () => {
    session = await sampleSession();
    units = new Map(session.units.map((unit) => [unit.id, unit]));
  });

  /** Lags of the second train's spikes after the first's, within 12 ms, in bins of 0.5 ms. */
  const correlogram = (from: SampleUnit, to: SampleUnit) => {
    const bins = new Array<number>(48).fill(0);
    let first = 0;
    for (const time of from.spikes) {
      while (first < to.spikes.length && to.spikes[first] < time - 0.012) first++;
      for (let i = first; i < to.spikes.length && to.spikes[i] < time + 0.012; i++) {
        bins[Math.floor((to.spikes[i] - time + 0.012) / 0.0005)]++;
      }
    }
    return bins;
  };

  /** The bin of the highest peak at lags of 1 to 4 ms, and how far it stands above the bins at other lags. */
  const peak = (bins: number[]) => {
    const others = bins.filter((_, i) => Math.abs(i + 0.5 - 24) > 12);
    const background = mean(others);
    const lags = bins.map((count, i) => ({lag: (i + 0.5 - 24) * 0.0005, count})).slice(26, 32);
    const highest = lags.reduce((a, b) => (b.count > a.count ? b : a));
    return {lag: highest.lag, deviations: (highest.count - background) / Math.sqrt(Math.max(background, 1))};
  };

  it("are six, each on one probe", () => {
    const pairs = session.truth.monosynaptic_pairs;
    expect(pairs).toHaveLength(6);
    for (const {presynaptic_unit_id, postsynaptic_unit_id} of pairs) {
      expect(units.get(presynaptic_unit_id)!.truth.probe).toBe(units.get(postsynaptic_unit_id)!.truth.probe);
      expect(units.get(presynaptic_unit_id)!.passesFilters && units.get(postsynaptic_unit_id)!.passesFilters).toBe(
        true
      );
    }
  });

  it("show as a peak of the cross-correlogram at the planted latency", () => {
    for (const pair of session.truth.monosynaptic_pairs) {
      const {lag, deviations} = peak(
        correlogram(units.get(pair.presynaptic_unit_id)!, units.get(pair.postsynaptic_unit_id)!)
      );
      expect(deviations).toBeGreaterThan(10);
      expect(Math.abs(lag - pair.latency)).toBeLessThan(0.0006);
    }
  });

  it("show no peak from the postsynaptic unit to the presynaptic one", () => {
    for (const pair of session.truth.monosynaptic_pairs) {
      const back = peak(correlogram(units.get(pair.postsynaptic_unit_id)!, units.get(pair.presynaptic_unit_id)!));
      expect(back.deviations).toBeLessThan(6);
    }
  });

  it("are the only pairs of neighbours with such a peak", () => {
    const planted = new Set(
      [...session.truth.monosynaptic_pairs, ...session.truth.doubtful_pairs].map(
        (pair) => `${pair.presynaptic_unit_id} ${pair.postsynaptic_unit_id}`
      )
    );
    const others: number[] = [];
    const good = session.units.filter(({passesFilters, spikes}) => passesFilters && spikes.length < 15000);
    for (let i = 0; i + 1 < good.length; i++) {
      const [a, b] = [good[i], good[i + 1]];
      if (a.truth.probe !== b.truth.probe || planted.has(`${a.id} ${b.id}`) || planted.has(`${b.id} ${a.id}`)) continue;
      others.push(peak(correlogram(a, b)).deviations);
    }
    expect(others.length).toBeGreaterThan(100);
    expect(Math.max(...others)).toBeLessThan(8);
  });
});
