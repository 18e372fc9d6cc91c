import {readFileSync} from "node:fs";
import {lab, rgb} from "d3";
import {describe, expect, test} from "vitest";
import {countColors, GROUND} from "../../../lib/plot/color/count-color.js";

describe.each(["light", "dark"] as const)("the scale of counts in the %s theme", (scheme) => {
  const colors = countColors(scheme);
  const lightness = Array.from(
    {length: 256},
    (_, i) => lab(rgb(colors[i * 4], colors[i * 4 + 1], colors[i * 4 + 2])).l
  );

  test("shows zero as the ground", () => {
    expect(rgb(colors[0], colors[1], colors[2]).formatHex()).toBe(GROUND[scheme]);
  });

  test("departs from the ground with every step, and evenly", () => {
    const sign = scheme === "light" ? -1 : 1;
    const steps = lightness.slice(17).map((l, i) => sign * (l - lightness[i + 1]));
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(3);
  });

  test("uses most of the range from ground to ink", () => {
    expect(Math.abs(lightness[255] - lightness[0])).toBeGreaterThan(75);
  });
});

test("the grounds are those of the style sheet", () => {
  const grounds = [...readFileSync("src/style.css", "utf8").matchAll(/--theme-background: (#\w+);/g)];
  expect(grounds.map(([, color]) => color)).toEqual([GROUND.light, GROUND.dark]);
});
