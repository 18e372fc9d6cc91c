import fc from "fast-check";
import {expect, test} from "vitest";
import {separateLabels} from "../../../lib/plot/axes/separate-labels.js";

test("labels with room enough stay where they belong", () => {
  expect(separateLabels([10, 30, 60], 12, [0, 100])).toEqual([10, 30, 60]);
});

test("two labels that want one place move apart by the same amount", () => {
  expect(separateLabels([50, 50], 12, [0, 100])).toEqual([44, 56]);
});

test("labels at the edge stay inside", () => {
  expect(separateLabels([0, 1, 2], 10, [0, 100])).toEqual([0, 10, 20]);
});

test("labels keep their order and their distance whenever there is room for all", () => {
  const places = fc.array(fc.double({min: 0, max: 300, noNaN: true}), {minLength: 1, maxLength: 20});
  fc.assert(
    fc.property(places, (wanted) => {
      const placed = separateLabels(
        wanted.sort((a, b) => a - b),
        12,
        [0, 300]
      );
      placed.forEach((place, i) => {
        expect(place).toBeGreaterThanOrEqual(-1e-9);
        expect(place).toBeLessThanOrEqual(300 + 1e-9);
        if (i) expect(place - placed[i - 1]).toBeGreaterThanOrEqual(12 - 1e-9);
      });
    })
  );
});
