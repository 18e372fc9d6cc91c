import {describe, expect, it} from "vitest";
import {incompleteBeta} from "../../../lib/analysis/statistics/incomplete-beta.js";
import {logGamma} from "../../../lib/analysis/statistics/log-gamma.js";

describe("the incomplete beta function", () => {
  // scipy.special.betainc 1.17.1
  it.each([
    [0.5, 0.5, 0.5, 0.5],
    [0.2, 3, 7, 0.26180249600000016],
    [0.9, 20.5, 0.5, 0.03883916980569265],
    [0.999, 250, 0.5, 0.47960989887171573],
    [1e-6, 4.5, 0.5, 2.586900450755487e-28]
  ])("I_%d(%d, %d) is scipy's", (x, a, b, expected) => {
    expect(incompleteBeta(x, a, b) / expected).toBeCloseTo(1, 12);
  });

  // mpmath 1.3, with 60 digits
  it.each([
    [0.46859943405700355, 20, 30, 0.8391052975113542],
    [0.9487954724560282, 20, 30, 1.0],
    [0.5730860801189084, 14.5, 15.5, 0.8373646819871885],
    [0.500353553302205, 1000000, 1000000, 0.8413446855758903],
    [0.9008345631403512, 100, 15, 0.8422337062207078],
    [0.9999897417729399, 1000000, 14, 0.8449082458363196],
    [1.68563281788367e-5, 3, 1000000, 0.9999923573735052],
    [0.4971715735823603, 1000000, 1000000, 6.217879387386642e-16],
    [0.34193852891180565, 1000, 2000, 0.8413112219132358],
    [1.2679488526757876e-6, 3, 1000000, 0.1355717629839683],
    [0.30751774659791636, 1000, 2000, 0.0011950697555196353],
    [0.9999747754651696, 1000000, 14, 0.005758761375195427]
  ])("I_%d(%d, %d) keeps twelve digits where a or b is large", (x, a, b, expected) => {
    expect(Math.abs(incompleteBeta(x, a, b) / expected - 1)).toBeLessThan(1e-12);
  });

  it("is the uniform distribution for a = b = 1, 0 at 0 and 1 at 1", () => {
    expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 13);
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
  });

  it("is one minus itself with a and b exchanged", () => {
    for (let x = 0.05; x < 1; x += 0.05) {
      expect(incompleteBeta(x, 2.5, 7)).toBeCloseTo(1 - incompleteBeta(1 - x, 7, 2.5), 13);
    }
  });

  it("is not defined outside its domain", () => {
    expect(incompleteBeta(-0.1, 1, 1)).toBeNaN();
    expect(incompleteBeta(Number.NaN, 1, 1)).toBeNaN();
    expect(incompleteBeta(0.5, 0, 1)).toBeNaN();
  });
});

describe("the logarithm of the gamma function", () => {
  it("is that of factorials, and of √π at a half", () => {
    let factorial = 1;
    for (let n = 1; n < 25; factorial *= n++) expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  });

  // scipy.special.gammaln 1.17.1
  it.each([
    [0.001, 6.907178885383853],
    [14.99, 25.164481163825506],
    [1000.25, 5906.9472682711175]
  ])("of %d is scipy's", (x, expected) => {
    expect(logGamma(x) / expected).toBeCloseTo(1, 13);
  });
});
