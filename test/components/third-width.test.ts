import {expect, it} from "vitest";
import {thirdWidth} from "../../src/components/third-width.js";

it("small figures stand three abreast where there is room, and never wider than the page", () => {
  expect(3 * (thirdWidth(1200) + 32)).toBeLessThanOrEqual(1200);
  expect(2 * (thirdWidth(700) + 32)).toBeLessThanOrEqual(700);
  expect(thirdWidth(700)).toBeGreaterThan(thirdWidth(1200) - 100);
  expect(thirdWidth(360)).toBe(328);
});
