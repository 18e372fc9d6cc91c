import {describe, expect, it} from "vitest";
import {AnalysisError} from "../../../lib/analysis/index.js";
import {seededRandom} from "../../../lib/analysis/statistics/index.js";
import {doubleVonMisesIntervals, fitDoubleVonMises, NARROWEST_HALF_WIDTH} from "../../../lib/analysis/tuning/index.js";

const every = (step: number) => Array.from({length: 360 / step}, (_, i) => step * i);
const bump = (angle: number, preferred: number, kappa: number) =>
  Math.exp(kappa * (Math.cos(((angle - preferred) * Math.PI) / 180) - 1));
const curve = (angle: number, preferred: number, kappa: number) =>
  2 + 10 * bump(angle, preferred, kappa) + 4 * bump(angle, preferred + 180, kappa);

/** Half the width at half height of a bump, degrees, found by walking down it. */
function halfWidth(kappa: number): number {
  const half = (1 + Math.exp(-2 * kappa)) / 2;
  let angle = 0;
  while (bump(angle, 0, kappa) > half) angle += 0.01;
  return angle;
}

function intervalsOf(directions: number[], responses: number[], sem: number) {
  const fit = fitDoubleVonMises(directions, responses);
  return doubleVonMisesIntervals(fit, {directions, responses, sem: directions.map(() => sem)});
}

describe("how well responses determine a fitted curve of direction tuning", () => {
  it("holds what they were made of in about 95 of 100 draws of noise", () => {
    const random = seededRandom(3);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const directions = every(45);
    const [draws, sem, kappa] = [120, 0.7, 2.5];
    let [width, direction] = [0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const preferred = 360 * random();
      const responses = directions.map((angle) => curve(angle, preferred, kappa) + sem * normal());
      const found = intervalsOf(directions, responses, sem);
      const [low, high] = found.preferredDirection;
      const turned = preferred + 360 * Math.round(((low + high) / 2 - preferred) / 360);
      if (found.halfWidth[0] <= halfWidth(kappa) && halfWidth(kappa) <= found.halfWidth[1]) width++;
      if (low <= turned && turned <= high) direction++;
    }
    for (const share of [width / draws, direction / draws]) {
      expect(share).toBeGreaterThan(0.88);
      expect(share).toBeLessThan(1);
    }
  });

  it("says that a bump between two directions may be as narrow as any", () => {
    const directions = every(45);
    const narrow = directions.map((angle) => curve(angle, 67.5, 20));
    expect(intervalsOf(directions, narrow, 0.3).halfWidth[0]).toBeLessThanOrEqual(NARROWEST_HALF_WIDTH);
    const finer = every(10);
    const seen = finer.map((angle) => curve(angle, 67.5, 20));
    expect(intervalsOf(finer, seen, 0.3).halfWidth[0]).toBeGreaterThan(NARROWEST_HALF_WIDTH + 2);
  });

  it("is the narrower, the smaller the errors, and holds the fit", () => {
    const directions = every(45);
    const responses = directions.map((angle) => curve(angle, 100, 2));
    const {preferredDirection} = fitDoubleVonMises(directions, responses);
    const widths = [0.05, 0.5, 2].map((sem) => {
      const [low, high] = intervalsOf(directions, responses, sem).preferredDirection;
      expect(low).toBeLessThanOrEqual(preferredDirection);
      expect(high).toBeGreaterThanOrEqual(preferredDirection);
      return high - low;
    });
    expect(widths[0]).toBeLessThan(widths[1]);
    expect(widths[1]).toBeLessThan(widths[2]);
  });

  it("leaves all directions open where the errors are greater than the responses", () => {
    const directions = every(45);
    const [low, high] = intervalsOf(
      directions,
      directions.map((_, i) => i % 3),
      50
    ).preferredDirection;
    expect(high - low).toBeCloseTo(180, 9);
  });

  it("does not take a response for two because it stands there twice", () => {
    const half = [0, 30, 60, 90, 120, 150];
    const responses = half.map((angle) => curve(angle, 40, 2) + curve(angle + 180, 40, 2));
    const sem = half.map(() => 0.8);
    const twice = <Value>(values: Value[]) => [...values, ...values];
    const directions = [...half, ...half.map((angle) => angle + 180)];
    const fit = fitDoubleVonMises(directions, twice(responses));
    const of = (copies: number) =>
      doubleVonMisesIntervals(fit, {directions, responses: twice(responses), sem: twice(sem), copies}).halfWidth;
    expect(of(2)[1] - of(2)[0]).toBeGreaterThan(of(1)[1] - of(1)[0]);
  });

  it("is not known without errors or without a fit, and needs one of each", () => {
    const directions = every(45);
    const responses = directions.map((angle) => curve(angle, 100, 2));
    const fit = fitDoubleVonMises(directions, responses);
    const sem = directions.map(() => Number.NaN);
    expect(doubleVonMisesIntervals(fit, {directions, responses, sem}).halfWidth).toEqual([Number.NaN, Number.NaN]);
    const flat = fitDoubleVonMises(
      directions,
      directions.map(() => 1)
    );
    const errors = directions.map(() => 1);
    expect(doubleVonMisesIntervals(flat, {directions, responses, sem: errors}).preferredDirection[0]).toBeNaN();
    expect(() => doubleVonMisesIntervals(fit, {directions, responses, sem: [1]})).toThrow(AnalysisError);
  });
});
