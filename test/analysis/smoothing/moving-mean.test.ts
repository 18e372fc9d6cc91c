import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {AnalysisError} from "../../../lib/analysis/index.js";
import {movingMean, RUNNING_WINDOW} from "../../../lib/analysis/smoothing/index.js";
import {seededRandom} from "../../../lib/analysis/statistics/index.js";

describe("the mean over a window around each value", () => {
  it("is that of all known values at most half a width away, taken one by one", () => {
    const value = fc.oneof(fc.double({min: -100, max: 100, noNaN: true}), fc.constant(Number.NaN));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({min: 0, max: 200}), value)),
        fc.integer({min: 0, max: 40}),
        (rows, width) => {
          rows.sort((a, b) => a[0] - b[0]);
          const [times, values] = [rows.map(([time]) => time), rows.map(([, own]) => own)];
          const means = movingMean(times, values, width);
          times.forEach((time, i) => {
            const near = values.filter((own, j) => Math.abs(times[j] - time) <= width / 2 && !Number.isNaN(own));
            const expected = near.reduce((sum, own) => sum + own, 0) / near.length;
            if (near.length === 0) expect(means[i]).toBeNaN();
            else expect(means[i]).toBeCloseTo(expected, 9);
          });
        }
      ),
      {numRuns: 200, seed: 1}
    );
  });

  it("does not reach over a gap in time", () => {
    expect([...movingMean([0, 0.1, 10, 10.1], [1, 3, 50, 70], 0.5)]).toEqual([2, 2, 60, 60]);
  });

  it("takes noise of a mouse that stands below the limit of running", () => {
    const random = seededRandom(1);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const times = Array.from({length: 6000}, (_, row) => row / 60);
    const noise = times.map(() => 0.8 * normal());
    const above = (speeds: ArrayLike<number>) => Array.from(speeds).filter((speed) => speed > 1).length / 6000;
    expect(above(noise)).toBeGreaterThan(0.08);
    expect(above(movingMean(times, noise, RUNNING_WINDOW))).toBe(0);
  });

  it("needs a time for each value, and a width", () => {
    expect(() => movingMean([0], [1, 2], 1)).toThrow(AnalysisError);
    expect(() => movingMean([0], [1], -1)).toThrow(AnalysisError);
    expect(() => movingMean([0], [1], Number.NaN)).toThrow(AnalysisError);
    expect(movingMean([], [], 1)).toHaveLength(0);
  });
});
