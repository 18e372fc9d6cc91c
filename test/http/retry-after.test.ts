import {expect, it} from "vitest";
import {retryAfter} from "../../lib/http/retry-after.js";

it("a server's wish to be left alone counts, in seconds or as a date", () => {
  const after = (header: string, date?: string) => retryAfter({"retry-after": header, date});
  expect(after("7")).toBe(7000);
  expect(after("soon")).toBeUndefined();
  expect(retryAfter({})).toBeUndefined();
  const ofServer = "Sun, 22 Nov 2026 10:00:00 GMT"; // its clock counts, and not ours
  expect(after("Sun, 22 Nov 2026 10:00:30 GMT", ofServer)).toBe(30_000);
  expect(after("Sun, 22 Nov 2026 09:00:00 GMT", ofServer)).toBe(0);
  const inAMinute = after(new Date(Date.now() + 60_000).toUTCString())!;
  expect(inAMinute).toBeGreaterThan(0);
  expect(inAMinute).toBeLessThanOrEqual(60_000);
});
