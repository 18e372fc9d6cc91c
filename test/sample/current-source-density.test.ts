import {describe, expect, it} from "vitest";
import {butterworthBandPass, filterBothWays} from "../../lib/sample/lfp/band-pass.js";
import {secondDifference} from "../../lib/sample/lfp/current-source-density.js";
import {naturalSpline} from "../../lib/sample/lfp/natural-spline.js";

describe("current source density", () => {
  it("is what the published pipeline gives for its own test: cubes of 0 to 35, the mean of two trials", () => {
    const cube = (trial: number, channel: number, time: number) => (18 * trial + 3 * channel + time) ** 3;
    const density = [0, 1, 2].map((time) =>
      secondDifference(
        [0, 1, 2, 3, 4, 5].map((channel) => (cube(0, channel, time) + cube(1, channel, time)) / 2),
        1
      )
    );
    expect([0, 1, 2, 3, 4, 5].map((channel) => density.map((profile) => profile[channel]))).toEqual([
      [1728, 1926, 2142],
      [648, 702, 756],
      [810, 864, 918],
      [972, 1026, 1080],
      [1134, 1188, 1242],
      [-5292, -5706, -6138]
    ]);
  });

  it("is larger by the square when the spacing is smaller", () => {
    expect([...secondDifference([0, 1, 4, 9], 0.1)].map(Math.round)).toEqual([100, 200, 200, -500]);
  });
});

describe("the band-pass for the density", () => {
  const samplingRate = 1250;
  const filter = butterworthBandPass(5, [5, 150], samplingRate);
  /** How much of a sine is left in the middle of ten seconds. */
  const gain = (frequency: number) => {
    const sine = Array.from({length: 12500}, (_, i) => Math.sin((2 * Math.PI * frequency * i) / samplingRate));
    return Math.max(...filterBothWays(sine, filter).slice(5000, 7500));
  };

  it("leaves the middle of its band alone and halves the amplitude at its edges, as it filters twice", () => {
    for (const frequency of [12, 30, 80]) expect(gain(frequency)).toBeCloseTo(1, 2);
    for (const frequency of [5, 150]) expect(gain(frequency)).toBeCloseTo(0.5, 2);
  });

  it("takes away drift and what is fast", () => {
    for (const frequency of [1, 500]) expect(gain(frequency)).toBeLessThan(1e-4);
  });

  it("delays nothing: an impulse stays in its place, the same on both sides", () => {
    const impulse = new Float64Array(2001);
    impulse[1000] = 1;
    const filtered = filterBothWays(impulse, filter);
    expect(filtered.indexOf(Math.max(...filtered))).toBe(1000);
    for (let i = 1; i < 300; i++) expect(filtered[1000 + i]).toBeCloseTo(filtered[1000 - i], 6);
  });
});

describe("the natural spline along the probe", () => {
  it("goes through its points, and on straight beyond them", () => {
    const [x, y] = [
      [40, 80, 120, 200, 240],
      [1, -2, 0.5, 3, 2]
    ];
    expect([...naturalSpline(x, y, x)]).toEqual(y);
    const [before, at, after] = naturalSpline(x, y, [0, 20, 40]);
    expect(after - at).toBeCloseTo(at - before, 12);
    const [last, next, further] = naturalSpline(x, y, [240, 260, 280]);
    expect(further - next).toBeCloseTo(next - last, 12);
  });

  it("follows a smooth curve between its points", () => {
    const x = Array.from({length: 41}, (_, i) => (i * Math.PI) / 20);
    const places = Array.from({length: 200}, (_, i) => (i * 2 * Math.PI) / 200);
    const spline = naturalSpline(x, x.map(Math.sin), places);
    places.forEach((place, i) => {
      expect(spline[i]).toBeCloseTo(Math.sin(place), 5);
    });
  });
});
