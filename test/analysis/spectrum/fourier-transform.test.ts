import {describe, expect, it} from "vitest";
import {seededRandom} from "../../../lib/analysis/index.js";
import {realFourierTransform} from "../../../lib/analysis/spectrum/fourier-transform.js";

describe("the discrete Fourier transform", () => {
  it.each([1, 2, 3, 7, 16, 63, 65, 100, 128, 251, 600, 1250])("of %i values is what its definition says", (n) => {
    const random = seededRandom(n);
    const values = Float64Array.from({length: n}, () => random() - 0.5);
    const {real, imaginary} = realFourierTransform(values);
    expect(real).toHaveLength(Math.floor(n / 2) + 1);
    for (let j = 0; j < real.length; ++j) {
      let [re, im] = [0, 0];
      values.forEach((value, k) => {
        re += value * Math.cos((2 * Math.PI * ((j * k) % n)) / n);
        im -= value * Math.sin((2 * Math.PI * ((j * k) % n)) / n);
      });
      expect(Math.abs(real[j] - re)).toBeLessThan(1e-12 * n);
      expect(Math.abs(imaginary[j] - im)).toBeLessThan(1e-12 * n);
    }
  });

  it("of no values is none, and NaN makes all of it NaN", () => {
    expect(realFourierTransform([]).real).toHaveLength(0);
    expect(realFourierTransform([1, Number.NaN, 2]).real.every(Number.isNaN)).toBe(true);
    expect(realFourierTransform(new Float64Array(100).fill(Number.NaN)).real.every(Number.isNaN)).toBe(true);
  });

  it("leaves its values as they are", () => {
    const values = Float64Array.from({length: 90}, (_, i) => i);
    realFourierTransform(values);
    realFourierTransform(values.subarray(0, 64));
    expect(values).toEqual(Float64Array.from({length: 90}, (_, i) => i));
  });
});
