import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {upperBoundNear} from "../../../lib/analysis/counting/bounds.js";
import {
  type BinEdges,
  countSpikes,
  lowerBound,
  lowerBoundFrom,
  upperBound,
  upperBoundFrom
} from "../../../lib/analysis/index.js";

const ascending = (maxLength: number, minLength = 0) =>
  // Few distinct times, so that spikes fall on edges, on each other and on the ends of windows.
  fc
    .array(fc.integer({min: -20, max: 20}), {minLength, maxLength})
    .map((times) => Float64Array.from(times, (time) => time / 4).sort());

function bruteForce(train: Float64Array, left: number, right: number, edges: BinEdges): number {
  return train.filter((time) => (edges === "closed" ? left <= time && time <= right : left <= time && time < right))
    .length;
}

describe("spike counts", () => {
  it.each<BinEdges>(["closed", "half-open"])("equal brute force for any spikes and any %s bins", (edges) => {
    const windows = fc.array(ascending(6, 6), {minLength: 1, maxLength: 5});
    fc.assert(
      fc.property(fc.array(ascending(30), {minLength: 1, maxLength: 3}), windows, (trains, rows) => {
        const domain = Float64Array.from(rows.flatMap((row) => Array.from(row)));
        const counts = countSpikes(trains, domain, 6, {edges, binarize: false});
        const binarized = countSpikes(trains, domain, 6, {edges, binarize: true});
        rows.forEach((row, window) => {
          for (let bin = 0; bin < 5; ++bin) {
            trains.forEach((train, unit) => {
              const position = (window * 5 + bin) * trains.length + unit;
              const expected = bruteForce(train, row[bin], row[bin + 1], edges);
              expect(counts[position]).toBe(expected);
              expect(binarized[position]).toBe(Number(expected > 0));
            });
          }
        });
      }),
      {numRuns: 300}
    );
  });

  it("in half-open bins that cover a span sum to its spikes", () => {
    fc.assert(
      fc.property(ascending(50), ascending(8, 8), (train, edges) => {
        const counts = countSpikes([train], edges, 8, {edges: "half-open", binarize: false});
        const sum = Array.from(counts).reduce((a, b) => a + b, 0);
        expect(sum).toBe(lowerBound(train, edges[7]) - lowerBound(train, edges[0]));
      })
    );
  });

  it("of no units, no windows or no bins are none", () => {
    const options = {edges: "closed", binarize: false} as const;
    expect(countSpikes([], Float64Array.of(0, 1), 2, options)).toHaveLength(0);
    expect(countSpikes([Float64Array.of(1)], new Float64Array(), 2, options)).toHaveLength(0);
    expect(countSpikes([Float64Array.of(1)], Float64Array.of(0), 1, options)).toHaveLength(0);
  });

  it.each([
    [255, Uint8Array],
    [256, Uint16Array],
    [65_535, Uint16Array],
    [65_536, Uint32Array]
  ])("of %d in a bin are kept whole, in no more bits than that takes", (spikes, Counts) => {
    const trains = [Float64Array.of(0.25), new Float64Array(spikes).fill(0.5)];
    const options = {edges: "closed", binarize: false} as const;
    expect(countSpikes(trains, Float64Array.of(0, 1), 2, options)).toEqual(Counts.of(1, spikes));
    const ofSixteenBits = spikes > 65_535 ? Uint32Array : Uint16Array;
    expect(countSpikes(trains, Float64Array.of(0, 1), 2, {...options, bits: 16})).toEqual(ofSixteenBits.of(1, spikes));
    expect(countSpikes(trains, Float64Array.of(0, 1), 2, {...options, binarize: true})).toEqual(Uint8Array.of(1, 1));
  });
});

describe("bounds", () => {
  it("are the numbers of values below, and not above", () => {
    fc.assert(
      fc.property(ascending(20), fc.integer({min: -24, max: 24}), (values, quarter) => {
        const x = quarter / 4;
        expect(lowerBound(values, x)).toBe(values.filter((value) => value < x).length);
        expect(upperBound(values, x)).toBe(values.filter((value) => value <= x).length);
        for (const guess of [Number.NaN, Number.NEGATIVE_INFINITY, ...values.keys(), Number.POSITIVE_INFINITY]) {
          expect(upperBoundNear(values, x, guess)).toBe(upperBound(values, x));
        }
        for (let from = 0; from <= lowerBound(values, x); ++from) {
          expect(lowerBoundFrom(values, x, from)).toBe(lowerBound(values, x));
          expect(upperBoundFrom(values, x, from)).toBe(upperBound(values, x));
        }
      })
    );
  });
});
