import {describe, expect, it} from "vitest";
import {realFourierTransform} from "../../../lib/analysis/spectrum/fourier-transform.js";
import {powerSpectralDensity} from "../../../lib/analysis/spectrum/power-spectral-density.js";

describe("the Fourier transform", () => {
  it.each([1, 2, 7, 8, 12, 64])("of %i values is the sum that defines it", (n) => {
    const values = Float64Array.from({length: n}, (_, k) => Math.sin(k * k) + 0.1 * k);
    const {real, imaginary} = realFourierTransform(values);
    expect(real).toHaveLength(Math.floor(n / 2) + 1);
    for (let j = 0; j < real.length; ++j) {
      let [re, im] = [0, 0];
      values.forEach((value, k) => {
        re += value * Math.cos((2 * Math.PI * j * k) / n);
        im -= value * Math.sin((2 * Math.PI * j * k) / n);
      });
      expect(real[j]).toBeCloseTo(re, 11);
      expect(imaginary[j]).toBeCloseTo(im, 11);
    }
  });
});

describe("the power spectral density", () => {
  const signal = Float64Array.from({length: 20}, (_, k) => Math.sin(k * k * 0.1) + 0.3 * k);

  // scipy.signal.welch 1.17.1
  it.each([
    [8, [0.0347668383693326, 0.1969357514063082, 0.11161660539175819, 0.11111435720373748, 0.08773306957147953]],
    [7, [0.02377151916025563, 0.17680018177553977, 0.11932960617757839, 0.10868877187647277]]
  ])("in segments of %i is scipy's", (length, expected) => {
    const {frequencies, power} = powerSpectralDensity(signal, 10, length);
    expect([...power]).toEqual(expected.map((value) => expect.closeTo(value, 13)));
    expect([...frequencies]).toEqual(expected.map((_, j) => expect.closeTo((j * 10) / length, 12)));
  });

  it("of a sine peaks at its frequency, and its integral is the variance", () => {
    const sine = Float64Array.from({length: 4096}, (_, k) => Math.sin((2 * Math.PI * 50 * k) / 1024));
    const {frequencies, power} = powerSpectralDensity(sine, 1024, 1024);
    expect(frequencies[power.indexOf(Math.max(...power))]).toBe(50);
    expect(power.reduce((a, b) => a + b, 0)).toBeCloseTo(0.5, 6);
  });

  it("of a constant is zero", () => {
    expect(Math.max(...powerSpectralDensity(new Float64Array(2000).fill(1), 1000, 1024).power)).toBe(0);
  });
});
