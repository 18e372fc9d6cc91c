import {describe, expect, it} from "vitest";
import {autocorrelogram, crossCorrelogram, interspikeIntervals, shiftCorrelation} from "../../lib/analysis/index.js";
import {expectClose} from "./compare.js";
import {goldenSessions, loadGolden, openGolden, type Recorded} from "./golden.js";

/** Closed forms: sums in another order than numpy's. */
const CLOSE = 1e-9;

const number = (value: Recorded): number => (value === "NaN" ? Number.NaN : value);

describe.each(goldenSessions)("correlograms of $name equal numpy's", (golden) => {
  it("cross-correlograms by pair differences, to the last pair", async () => {
    const {pairs} = loadGolden(golden, "analysis_cross_correlogram");
    const session = await openGolden(golden);
    const trains = await session.spikeTimes();
    for (const {fixed, moving, counts, n_fixed, n_moving} of pairs) {
      const own = crossCorrelogram(trains.get(fixed)!, trains.get(moving)!);
      expect(Array.from(own.counts)).toEqual(counts);
      expect([own.fixedSpikes, own.movingSpikes]).toEqual([n_fixed, n_moving]);
    }
    session.close();
  });

  it("correlations of the fixed and the shifted train", async () => {
    const {t0, n_bins, bin, offsets, pairs} = loadGolden(golden, "analysis_cross_correlogram");
    const session = await openGolden(golden);
    const trains = await session.spikeTimes();
    for (const {fixed, moving, shifted_pearson} of pairs) {
      const cut = {start: t0, binWidth: bin, bins: n_bins};
      const own = await shiftCorrelation(trains.get(fixed)!, trains.get(moving)!, offsets, cut);
      own.forEach((value, i) => {
        expectClose(value, number(shifted_pearson[i]), CLOSE, `${fixed}, ${moving} at ${offsets[i]} s`);
      });
    }
    session.close();
  });

  it("autocorrelograms", async () => {
    const session = await openGolden(golden);
    const trains = await session.spikeTimes();
    for (const {unit_id, counts} of loadGolden(golden, "analysis_autocorrelogram")) {
      expect(Array.from(autocorrelogram(trains.get(unit_id)!).counts)).toEqual(counts);
    }
    session.close();
  });

  it("intervals between spikes", async () => {
    const {unit_ids, rows} = loadGolden(golden, "analysis_isi");
    const session = await openGolden(golden);
    const trains = await session.spikeTimes();
    unit_ids.forEach((id: number, i: number) => {
      const own = interspikeIntervals(trains.get(id)!);
      expect(own.n).toBe(rows[i].n);
      for (const name of ["median", "mean", "cv", "lv"] as const) {
        expectClose(own[name], number(rows[i][name]), CLOSE, `${name} of ${id}`);
      }
      expectClose(own.belowRefractory, number(rows[i].below_1_5ms), CLOSE, `${id}`);
    });
    session.close();
  });
});
