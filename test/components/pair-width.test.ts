import {expect, it} from "vitest";
import {pairWidth} from "../../src/components/pair-width.js";

it("two figures stand beside each other with a gap, where there is room for both", () => {
  expect(2 * pairWidth(1000)).toBeLessThan(1000);
  expect(pairWidth(1001)).toBe(484);
});

it("on a narrow page each has all of its width", () => {
  expect(pairWidth(671)).toBe(671);
  expect(pairWidth(672)).toBe(320);
});
