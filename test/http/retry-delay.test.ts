import {expect, it} from "vitest";
import {retryDelay} from "../../lib/http/retry-delay.js";

it("the wait before another try doubles, varies by chance, and has an end", () => {
  expect(retryDelay(1, 500, 0, 1)).toBe(500);
  expect(retryDelay(3, 500, 0, 1)).toBe(2000);
  expect(retryDelay(3, 500, 0, 0)).toBe(1000);
  expect(retryDelay(30, 500, 0, 1)).toBe(32_000);
  expect(retryDelay(1, 500, 7000, 0)).toBe(7250);
});
