import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  AnalysisError,
  fitDoubleVonMises,
  preferredConditions,
  responsesOfUnit,
  seededRandom,
  tuningCurve,
  tuningSignificance
} from "../../../lib/analysis/index.js";

const matrix = (rows: number[][]) => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat())
});

describe("a tuning curve", () => {
  it("of a unit that fires only at 90 degrees prefers 90, and keeps blank sweeps apart", () => {
    const counts = matrix([
      [0, 1],
      [4, 1],
      [6, 1],
      [0, 1],
      [9, 9],
      [7, 7]
    ]);
    const curve = tuningCurve(counts, [0, 90, 90, 0, null, Number.NaN]);
    expect(curve.conditions).toEqual([[0], [90]]);
    expect(Array.from(curve.n)).toEqual([2, 2]);
    expect(Array.from(curve.mean.values)).toEqual([0, 1, 5, 1]);
    expect(Array.from(curve.sem.values)).toEqual([0, 0, 1, 0]);
    expect(Array.from(curve.blank.n)).toEqual([2]);
    expect(Array.from(curve.blank.mean.values)).toEqual([8, 8]);
    expect(curve.conditions[preferredConditions(curve)[0]]).toEqual([90]);
    expect(Array.from(responsesOfUnit(curve, 0))).toEqual([0, 5]);
  });

  it("over two parameters has the combinations that were shown, the first outermost", () => {
    const curve = tuningCurve(matrix([[1], [2], [3]]), [90, 0, 0], [2, 8, 2]);
    expect(curve.conditions).toEqual([
      [0, 2],
      [0, 8],
      [90, 2]
    ]);
    expect(Array.from(curve.mean.values)).toEqual([3, 2, 1]);
  });

  it("over all conditions and blanks has all spikes", () => {
    const presentation = fc.record({count: fc.nat(20), value: fc.constantFrom(0, 45, 90, null)});
    fc.assert(
      fc.property(fc.array(presentation), (shown) => {
        const counts = {rows: shown.length, columns: 1, values: Float64Array.from(shown, ({count}) => count)};
        const {mean, n, blank} = tuningCurve(
          counts,
          shown.map(({value}) => value)
        );
        let sum = blank.n[0] > 0 ? blank.mean.values[0] * blank.n[0] : 0;
        mean.values.forEach((value, condition) => {
          sum += value * n[condition];
        });
        expect(sum).toBeCloseTo(
          shown.reduce((total, {count}) => total + count, 0),
          9
        );
      })
    );
  });

  it("of one trial has no error, of none no conditions, and of ties the first is preferred", () => {
    expect(tuningCurve(matrix([[3]]), [0]).sem.values[0]).toBeNaN();
    const none = tuningCurve({rows: 0, columns: 2, values: new Float64Array()}, []);
    expect(none.conditions).toEqual([]);
    expect(Array.from(preferredConditions(none))).toEqual([-1, -1]);
    expect(none.blank.mean.values.every(Number.isNaN)).toBe(true);
    expect(Array.from(preferredConditions(tuningCurve(matrix([[3], [3]]), [0, 90])))).toEqual([0]);
    expect(Array.from(preferredConditions(tuningCurve(matrix([[Number.NaN], [3]]), [0, 90])))).toEqual([1]);
  });

  it("needs a parameter, with a value for each presentation", () => {
    expect(() => tuningCurve(matrix([[1]]))).toThrow(AnalysisError);
    expect(() => tuningCurve(matrix([[1]]), [0, 1])).toThrow(AnalysisError);
  });
});

describe("a fitted double von Mises curve", () => {
  const directions = [0, 45, 90, 135, 180, 225, 270, 315];
  const bump = (angle: number, preferred: number, kappa: number) =>
    Math.exp(kappa * (Math.cos(((angle - preferred) * Math.PI) / 180) - 1));

  it("finds the direction, the widths and the heights it was made of, between the directions shown", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0, max: 359.9, noNaN: true}),
        fc.double({min: 1, max: 4, noNaN: true}),
        fc.double({min: 0.1, max: 0.8, noNaN: true}),
        (preferred, kappa, opposite) => {
          const responses = directions.map(
            (angle) => 2 + 10 * bump(angle, preferred, kappa) + 10 * opposite * bump(angle, preferred + 180, kappa)
          );
          const fit = fitDoubleVonMises(directions, responses);
          expect(fit.rSquared).toBeGreaterThan(0.9999);
          expect(Math.abs(((fit.preferredDirection - preferred + 540) % 360) - 180)).toBeLessThan(1);
          expect(fit.oppositeAmplitude / fit.amplitude).toBeCloseTo(opposite, 1);
          expect(fit.at(directions[3])).toBeCloseTo(responses[3], 1);
        }
      ),
      {numRuns: 30, seed: 1}
    );
  });

  it("has half its height at half its width", () => {
    const fit = fitDoubleVonMises(
      directions,
      directions.map((angle) => 1 + 10 * bump(angle, 100, 3))
    );
    const top = fit.offset + fit.amplitude;
    expect(fit.at(fit.preferredDirection)).toBeCloseTo(top, 1);
    const [side, trough] = [
      fit.at(fit.preferredDirection + fit.halfWidth),
      fit.offset + fit.amplitude * Math.exp(-2 * fit.concentration)
    ];
    expect(side).toBeCloseTo((top + trough) / 2, 1);
  });

  // scipy 1.17.1: the best of ten searches of least_squares within the same bounds
  it.each([
    [[2, 9, 3, 1, 4, 6, 2, 1], 0.92757419667, 43.8686, 4.9011],
    [[0, 0, 11, 0, 0, 0, 0, 0], 1, 90, 50],
    [[10, 8.5, 5, 1.5, 0, 1.5, 5, 8.5], 0.99748102053, 0, 0.2005173],
    [[4, 7, 7, 4, 1, 2, 1, 1], 0.97663020259, 67.0854, 0.6011871]
  ])("to %j is as near as scipy's", (responses, rSquared, preferred, kappa) => {
    const fit = fitDoubleVonMises(directions, responses);
    expect(fit.converged).toBe(true);
    expect(fit.rSquared).toBeCloseTo(rSquared, 8);
    expect(Math.abs(((fit.preferredDirection - preferred + 540) % 360) - 180)).toBeLessThan(0.01);
    expect(fit.concentration / kappa).toBeCloseTo(1, 3);
  });

  it("has heights and an offset in proportion to the responses, whatever they are, and says if it did not converge", () => {
    const responses = fc.array(fc.integer({min: -5, max: 20}), {minLength: 8, maxLength: 8});
    fc.assert(
      fc.property(responses, (shown) => {
        const fit = fitDoubleVonMises(directions, shown);
        const [least, most] = [Math.min(...shown), Math.max(...shown)];
        const range = most - least;
        expect(fit.amplitude).toBeLessThanOrEqual(3 * range + 1e-9);
        expect(fit.oppositeAmplitude).toBeLessThanOrEqual(fit.amplitude);
        expect(fit.oppositeAmplitude).toBeGreaterThanOrEqual(0);
        expect(fit.offset).toBeGreaterThanOrEqual(least - 2 * range - 1e-9);
        expect(fit.offset).toBeLessThanOrEqual(most + 1e-9);
        expect(fit.halfWidth).not.toBeGreaterThan(90);
        if (range > 0) expect(fit.rSquared).toBeGreaterThan(-1e-9);
      }),
      {numRuns: 40}
    );
    // A narrow bump of any width below the spacing of directions will do.
    expect(fitDoubleVonMises(directions, [0, 7, 0, 4, 2, 3, 1, 4]).converged).toBe(false);
  });

  it("of a constant unit is flat and has no direction", () => {
    expect(fitDoubleVonMises(directions, new Float64Array(8).fill(4))).toMatchObject({
      preferredDirection: Number.NaN,
      amplitude: 0,
      offset: 4,
      rSquared: Number.NaN,
      converged: true
    });
  });

  it("needs responses to five directions", () => {
    expect(() => fitDoubleVonMises([0, 90, 180, 270], [1, 2, 3, 4])).toThrow(AnalysisError);
    expect(() => fitDoubleVonMises(directions, [1])).toThrow(AnalysisError);
    const known = [1, 2, 3, 4, Number.NaN, Number.NaN, Number.NaN, Number.NaN];
    expect(() => fitDoubleVonMises(directions, known)).toThrow(AnalysisError);
  });
});

describe("the significance of tuning", () => {
  const angles = Float64Array.from({length: 80}, (_, i) => 45 * (i % 8));

  it("is great for a tuned unit, small for one that is not, and 1 for one that never changes", async () => {
    const random = seededRandom(3);
    const counts = matrix(
      Array.from(angles, (angle) => [angle === 90 ? 9 : Math.floor(4 * random()), Math.floor(8 * random()), 2])
    );
    const p = await tuningSignificance(counts, [angles], {random, permutations: 200});
    expect(p[0]).toBe(1 / 201);
    expect(p[1]).toBeGreaterThan(0.05);
    expect(p[2]).toBe(1);
  });

  it("does not depend on what is added to all responses, however large", async () => {
    const random = seededRandom(3);
    const rows = Array.from(angles, (angle) => [angle === 90 ? 9 : Math.floor(4 * random()), Math.floor(8 * random())]);
    const [own, raised] = await Promise.all(
      [0, 2 ** 27].map((rise) =>
        tuningSignificance(matrix(rows.map((row) => row.map((count) => count + rise))), [angles], {
          random: seededRandom(5),
          permutations: 200
        })
      )
    );
    expect(raised).toEqual(own);
    expect(own[0]).toBe(1 / 201);
  });

  it("is no more often below a level than the level, where there is no tuning", async () => {
    const random = seededRandom(4);
    const counts = matrix(Array.from(angles, () => Array.from({length: 300}, () => Math.floor(5 * random()))));
    const p = await tuningSignificance(counts, [angles], {random, permutations: 199});
    expect(p.filter((value) => value <= 0.05).length).toBeLessThan(15 + 4 * Math.sqrt(300 * 0.05));
  });

  it("of one condition is 1, of no presentation NaN, and with a NaN NaN", async () => {
    const random = seededRandom(1);
    expect(Array.from(await tuningSignificance(matrix([[1], [2]]), [[0, 0]], {random, permutations: 9}))).toEqual([1]);
    const none = {rows: 0, columns: 1, values: new Float64Array()};
    expect((await tuningSignificance(none, [[]], {random, permutations: 9}))[0]).toBeNaN();
    const unknown = matrix([[Number.NaN], [1]]);
    expect((await tuningSignificance(unknown, [[0, 90]], {random, permutations: 9}))[0]).toBeNaN();
  });

  it("needs a permutation, and stops when it is told", async () => {
    const random = seededRandom(1);
    await expect(tuningSignificance(matrix([[1]]), [[0]], {random, permutations: 0})).rejects.toThrow(AnalysisError);
    const signal = AbortSignal.abort(new Error("stop"));
    await expect(tuningSignificance(matrix([[1]]), [[0]], {random, signal})).rejects.toThrow("stop");
  });
});
