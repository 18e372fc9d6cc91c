import fc from "fast-check";
import {afterEach, describe, expect, it, vi} from "vitest";
import {AnalysisError, countsByWindow, seededRandom} from "../../../lib/analysis/index.js";

const train = fc
  .array(fc.integer({min: 0, max: 100}), {maxLength: 80})
  .map((ticks) => Float64Array.from(ticks, (tick) => tick / 10).sort());
const time = fc.integer({min: -5, max: 110}).map((tick) => tick / 10);

function bruteForce(trains: Float64Array[], starts: ArrayLike<number>, stops: ArrayLike<number>): number[] {
  return Array.from(starts, (start, window) =>
    trains.map((spikes) => spikes.filter((spike) => spike > start && spike <= stops[window]).length)
  ).flat();
}

/** Trains of independent spikes within 100 s. */
function independent(units: number, spikes: number): Float64Array[] {
  const random = seededRandom(1);
  return Array.from({length: units}, () => Float64Array.from({length: spikes}, () => 100 * random()).sort());
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe("spike counts by window", () => {
  it("are those of brute force, for windows in any order that overlap, under both rules", () => {
    fc.assert(
      fc.property(
        fc.array(train, {maxLength: 10}),
        fc.array(fc.tuple(time, time), {maxLength: 150}),
        (trains, windows) => {
          const [starts, stops] = [windows.map(([start]) => start), windows.map(([, stop]) => stop)];
          const open = countsByWindow(trains, starts, stops);
          const halfOpen = countsByWindow(trains, starts, stops, "[start, stop)");
          windows.forEach(([start, stop], window) => {
            trains.forEach((spikes, unit) => {
              const index = window * trains.length + unit;
              expect(open[index]).toBe(spikes.filter((spike) => spike > start && spike <= stop).length);
              expect(halfOpen[index]).toBe(spikes.filter((spike) => spike >= start && spike < stop).length);
            });
          });
        }
      )
    );
  });

  it.each([
    {what: "more windows than are counted in one go, with a pause", units: 5, spikes: 300, windows: 9000, width: 0.01},
    {what: "more counts than are put into rows in one go", units: 1031, spikes: 20, windows: 600, width: 0.15},
    {what: "units that fire too often for it", units: 3, spikes: 30_000, windows: 9, width: 11}
  ])("are those of brute force for $what", ({units, spikes, windows, width}) => {
    const trains = independent(units, spikes);
    const starts = Float64Array.from({length: windows}, (_, i) => i * width + (i > windows / 2 ? 9 : 0));
    const stops = starts.map((start) => start + width);
    expect(Array.from(countsByWindow(trains, starts, stops))).toEqual(bruteForce(trains, starts, stops));
  });

  it("are the same for windows in another order", () => {
    const trains = independent(7, 400);
    const random = seededRandom(2);
    const starts = Float64Array.from({length: 3000}, () => 100 * random());
    const stops = starts.map((start) => start + 0.5 * random());
    expect(Array.from(countsByWindow(trains, starts, stops))).toEqual(bruteForce(trains, starts, stops));
  });

  it("are the same where there is no WebAssembly", async () => {
    const trains = independent(6, 500);
    const starts = Float64Array.from({length: 40}, (_, i) => 2.5 * i);
    const stops = starts.map((start) => start + 3);
    vi.stubGlobal("WebAssembly", undefined);
    vi.resetModules();
    const plain = await import("../../../lib/analysis/counting/index.js");
    expect(Array.from(plain.countsByWindow(trains, starts, stops))).toEqual(bruteForce(trains, starts, stops));
  });

  it("are numbers of 16 bits, but for a count that does not fit", () => {
    const spikes = Float64Array.from({length: 70_000}, (_, i) => i);
    expect(countsByWindow([spikes], [-1], [65_534])).toEqual(Uint16Array.of(65_535));
    expect(countsByWindow([spikes], [-1, 5], [69_999, 7])).toEqual(Uint32Array.of(70_000, 2));
  });

  it("of windows that follow each other sum to all spikes", () => {
    fc.assert(
      fc.property(train, (spikes) => {
        const edges = Float64Array.from({length: 12}, (_, i) => i - 0.5);
        const counts = countsByWindow([spikes], edges.subarray(0, 11), edges.subarray(1));
        expect(Array.from(counts).reduce((sum, count) => sum + count, 0)).toBe(spikes.length);
      })
    );
  });

  it("are 0 in a window that is not a number or stops before it starts, and all spikes in one without ends", () => {
    const spikes = Float64Array.of(1, 2, 3);
    const [starts, stops] = [
      [Number.NaN, 0, 0, 3, 1, Number.NEGATIVE_INFINITY],
      [2, Number.NaN, 2, 0, 1, Number.POSITIVE_INFINITY]
    ];
    expect(Array.from(countsByWindow([spikes], starts, stops))).toEqual([0, 0, 2, 0, 0, 3]);
    expect(Array.from(countsByWindow([spikes], starts, stops, "[start, stop)"))).toEqual([0, 0, 1, 0, 0, 3]);
  });

  it("are none for no unit or no window, 0 without spikes, and need a stop for each start", () => {
    expect(countsByWindow([], [0], [1])).toHaveLength(0);
    expect(countsByWindow([Float64Array.of(1)], [], [])).toHaveLength(0);
    expect(Array.from(countsByWindow([new Float64Array()], [0, 1], [1, 2]))).toEqual([0, 0]);
    expect(() => countsByWindow([Float64Array.of(1)], [0], [])).toThrow(AnalysisError);
  });
});
