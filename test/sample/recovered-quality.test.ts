// What was put into the sample of bad quality is found by the metrics and analyses that are meant to find it.
import {beforeAll, describe, expect, it} from "vitest";
import {spearmanCorrelation} from "../../lib/analysis/index.js";
import {amplitudesIn, column, type SampleSession, type SampleUnit, sampleSession} from "./sample-session.js";
import {correlation, mean, median} from "./statistics.js";

let session: SampleSession;
let amplitudes: Float64Array[];

beforeAll(async () => {
  session = await sampleSession();
  amplitudes = amplitudesIn(session.file);
});

describe("units that drift", () => {
  const isThere = ({truth, spikes}: SampleUnit) =>
    truth.presence[0] === 0 && truth.presence[1] === 1 && spikes.length > 1000;
  const fractionOf = (time: number) =>
    (time - session.truth.recording[0]) / (session.truth.recording[1] - session.truth.recording[0]);
  const between = (unit: number, from: number, to: number) =>
    amplitudes[unit].filter((_, i) => {
      const fraction = fractionOf(session.units[unit].spikes[i]);
      return fraction >= from && fraction < to;
    });

  it("have amplitudes that fall by the planted length, and fewer spikes the longer it lasts", () => {
    const drifting = session.units.flatMap((unit, i) => (unit.truth.drift && isThere(unit) ? [i] : []));
    expect(drifting.length).toBeGreaterThan(10);
    for (const unit of drifting)
      expect(spearmanCorrelation(session.units[unit].spikes, amplitudes[unit]).r).toBeLessThan(-0.1);
    const fallen = drifting.map((unit) => median([...between(unit, 0.4, 0.5)]) / median([...between(unit, 0, 0.1)]));
    const {decay} = session.truth.model.drift_model;
    const planted = drifting.map((unit) => {
      const {drift, amplitude_drift: slow} = session.units[unit].truth;
      const [start, stop] = session.truth.recording;
      const [early, late] = [0.05, 0.45].map((fraction) => {
        const time = start + fraction * (stop - start);
        return (
          Math.exp((-fraction * drift!.distance) / decay) *
          (1 + slow.share * Math.sin(2 * Math.PI * (time / slow.period + slow.phase)))
        );
      });
      return late / early;
    });
    expect(correlation(fallen, planted)).toBeGreaterThan(0.9);
    const late = (unit: number) => between(unit, 0.8, 1).length / between(unit, 0, 0.2).length;
    const far = drifting.filter((unit) => session.units[unit].truth.drift!.distance > 50);
    const stay = session.units.flatMap((unit, i) => (unit.truth.drift === null && isThere(unit) ? [i] : []));
    expect(median(far.map(late))).toBeLessThan(0.8 * median(stay.map(late)));
  });

  it("are told from those that stay by a rule, but not all: slow changes of amplitude look alike", () => {
    const rows = session.units.flatMap((unit, i) => {
      if (!isThere(unit)) return [];
      const change = median([...between(i, 0.85, 1)]) / median([...between(i, 0, 0.15)]);
      return [{drifts: unit.truth.drift !== null, found: change < 0.85}];
    });
    const [hits, others] = [rows.filter(({drifts}) => drifts), rows.filter(({drifts}) => !drifts)];
    expect(hits.filter(({found}) => found).length / hits.length).toBeGreaterThan(0.6);
    expect(others.filter(({found}) => found).length / others.length).toBeLessThan(0.15);
    const wrong = hits.filter(({found}) => !found).length + others.filter(({found}) => found).length;
    expect(wrong).toBeGreaterThan(0);
  });

  it("state how far they drifted, and count what was lost in the amplitude cutoff", () => {
    const [drift, cutoff] = ["max_drift", "amplitude_cutoff"].map(
      (name) => column(session.file, `/units/${name}`) as number[]
    );
    session.units.forEach(({truth}, i) => {
      if (!truth.drift) return;
      expect(drift[i]).toBeCloseTo(truth.drift.distance, 1);
      expect(cutoff[i]).toBeGreaterThanOrEqual(truth.amplitude_cutoff - 1e-6);
    });
  });
});

describe("spikes of other cells", () => {
  it("are what the rate of violations of the refractory period measures", () => {
    const violations = column(session.file, "/units/isi_violations") as number[];
    const rows = session.units.flatMap(({truth, spikes}, i) =>
      spikes.length > 4000 ? [{contamination: truth.contamination, violations: violations[i]}] : []
    );
    // a share c of other spikes makes 2c(1 − c) + c² of all intervals possible violations, of which the metric counts half
    const expected = rows.map(({contamination: c}) => c - c ** 2 / 2);
    expect(
      correlation(
        rows.map((row) => row.violations),
        expected
      )
    ).toBeGreaterThan(0.9);
    const clean = rows.filter(({contamination}) => contamination === 0).map((row) => row.violations);
    expect(mean(clean)).toBeLessThan(0.001);
  });

  it("are also in units that pass the default filters: up to a third of their spikes and more", () => {
    const passing = session.units.filter(({passesFilters, truth}) => passesFilters && truth.contamination > 0.25);
    expect(passing.length).toBeGreaterThan(3);
  });
});
