import {describe, expect, it} from "vitest";
import {leastSquares} from "../../../lib/analysis/fitting/least-squares.js";
import {norm, qrFactorization} from "../../../lib/analysis/fitting/qr-factorization.js";

describe("least squares", () => {
  it("finds a straight line through points that lie on one", () => {
    const x = [0, 1, 2, 3, 4];
    const {parameters, converged} = leastSquares(
      ([a, b]) => Float64Array.from(x, (t) => a + b * t - (2 + 3 * t)),
      [0, 0]
    );
    expect(converged).toBe(true);
    expect(parameters[0]).toBeCloseTo(2, 10);
    expect(parameters[1]).toBeCloseTo(3, 10);
  });

  it("finds the bottom of Rosenbrock's valley", () => {
    const {parameters, converged} = leastSquares(([x, y]) => Float64Array.of(10 * (y - x * x), 1 - x), [-1.2, 1]);
    expect(converged).toBe(true);
    expect([...parameters]).toEqual([expect.closeTo(1, 8), expect.closeTo(1, 8)]);
  });

  // scipy.optimize.curve_fit 1.17.1
  it("finds scipy's exponential in noise", () => {
    const k = Array.from({length: 10}, (_, i) => i);
    const z = k.map((i) => 3 * Math.exp(-0.7 * (i * 0.5)) + 0.5 + 0.05 * Math.sin(i * i));
    const {parameters} = leastSquares(
      ([a, b, c]) => Float64Array.from(k, (i) => a * Math.exp(-b * (i * 0.5)) + c - z[i]),
      [1, 1, 1]
    );
    [3.0346969794221215, 0.6980523012205683, 0.47869315077384345].forEach((expected, i) => {
      expect(Math.abs(parameters[i] / expected - 1)).toBeLessThan(1e-7);
    });
  });

  it("says that it did not converge when it may not look often enough", () => {
    const rosenbrock = ([x, y]: Float64Array) => Float64Array.of(10 * (y - x * x), 1 - x);
    const {converged, evaluations} = leastSquares(rosenbrock, [-1.2, 1], {maxEvaluations: 10});
    expect(converged).toBe(false);
    expect(evaluations).toBeLessThan(20);
  });

  it("stays where it is if the residuals are not numbers", () => {
    const {parameters} = leastSquares(() => Float64Array.of(Number.NaN, Number.NaN), [1, 2]);
    expect([...parameters]).toEqual([1, 2]);
  });

  it("does not move a parameter that nothing depends on", () => {
    const {parameters} = leastSquares(([a]) => Float64Array.of(a - 4, 2 * (a - 4), 0), [1, 5]);
    expect([...parameters]).toEqual([expect.closeTo(4, 10), 5]);
  });

  it("leaves what it was given as it was", () => {
    const initial = Float64Array.of(-1.2, 1);
    leastSquares(([x, y]) => Float64Array.of(10 * (y - x * x), 1 - x), initial);
    expect([...initial]).toEqual([-1.2, 1]);
  });
});

describe("QR factorization", () => {
  const columns = [
    [1, 2, 3, 4],
    [0, 1, 0, 2],
    [5, 1, -2, 1]
  ];

  it("keeps the products of columns: RᵀR is PᵀAᵀAP", () => {
    const {r, columns: order} = qrFactorization(columns.map((column) => Float64Array.from(column)));
    const n = columns.length;
    for (let i = 0; i < n; ++i) {
      for (let j = 0; j < n; ++j) {
        const ofR = [0, 1, 2].reduce((sum, k) => sum + r[k * n + i] * r[k * n + j], 0);
        const ofA = columns[order[i]].reduce((sum, value, k) => sum + value * columns[order[j]][k], 0);
        expect(ofR).toBeCloseTo(ofA, 12);
      }
    }
  });

  it("puts the longest column first, and what remains of the others after it", () => {
    const {r, columns: order} = qrFactorization(columns.map((column) => Float64Array.from(column)));
    expect(order[0]).toBe(2);
    const diagonal = [0, 1, 2].map((k) => Math.abs(r[k * 3 + k]));
    expect(diagonal).toEqual([...diagonal].sort((a, b) => b - a));
  });

  it("turns a vector without changing its length", () => {
    const square = [
      [2, 1],
      [1, 3]
    ].map((column) => Float64Array.from(column));
    expect(norm(qrFactorization(square).qTransposed(Float64Array.of(3, 4)))).toBeCloseTo(5, 14);
  });
});
