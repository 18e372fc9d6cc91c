import {expect, test} from "vitest";
import {everyText} from "../../../lib/lessons/eye-tracking/every-text.js";

test.each([
  [1, "each"],
  [2, "every second"],
  [3, "every 3rd"],
  [4, "every 4th"],
  [11, "every 11th"],
  [12, "every 12th"],
  [13, "every 13th"],
  [21, "every 21st"],
  [22, "every 22nd"],
  [30, "every 30th"]
])("one of %i frames is %s", (count, text) => {
  expect(everyText(count)).toBe(text);
});
