import {lab, rgb} from "d3";
import {describe, expect, test} from "vitest";
import {GROUND} from "../../../lib/plot/color/count-color.js";
import {SIGNED_STEPS, signedColorIndex, signedColors} from "../../../lib/plot/color/signed-color.js";

describe.each(["light", "dark"] as const)("the scale of signed values in the %s theme", (scheme) => {
  const colors = signedColors(scheme);
  const colorOf = (value: number) => {
    const i = 4 * signedColorIndex(value, 1);
    return rgb(colors[i], colors[i + 1], colors[i + 2]);
  };

  test("shows zero as the ground", () => {
    expect(colorOf(0).formatHex()).toBe(GROUND[scheme]);
  });

  test("departs from the ground with every step, by the same amount below zero as above", () => {
    const away = (value: number) => Math.abs(lab(colorOf(value)).l - lab(colorOf(0)).l);
    for (let step = 1; step <= SIGNED_STEPS; step++) {
      const share = step / SIGNED_STEPS;
      expect(away(share)).toBeGreaterThan(away((step - 1) / SIGNED_STEPS));
      expect(Math.abs(away(share) - away(-share))).toBeLessThan(6);
    }
  });

  test("tells below from above by blue and orange, which colour-blind readers tell apart", () => {
    expect(lab(colorOf(-0.5)).b).toBeLessThan(-15);
    expect(lab(colorOf(0.5)).b).toBeGreaterThan(15);
  });

  test("gives values beyond the limit the colour of the end", () => {
    expect(colorOf(-7)).toEqual(colorOf(-1));
    expect(colorOf(7)).toEqual(colorOf(1));
  });
});
