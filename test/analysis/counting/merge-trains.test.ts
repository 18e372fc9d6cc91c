import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mergeTrains} from "../../../lib/analysis/index.js";

const train = fc
  .array(fc.integer({min: 0, max: 24}), {maxLength: 20})
  .map((quarters) => Float64Array.from(quarters, (quarter) => quarter / 4).sort());

describe("merged trains", () => {
  it("hold every spike once, in the order of time, and those at one time in the order of their trains", () => {
    fc.assert(
      fc.property(fc.array(train, {maxLength: 7}), (trains) => {
        const {times, trains: indices} = mergeTrains(trains);
        const expected = trains
          .flatMap((own, index) => Array.from(own, (time) => [time, index]))
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(Array.from(times, (time, k) => [time, indices[k]])).toEqual(expected);
      })
    );
  });
});
