import {lab, rgb} from "d3";
import {expect, test} from "vitest";
import {signedColorIndex, signedColors} from "../../../lib/plot/color/signed-color.js";
import {MISSING_COLOR} from "../../../lib/plot/correlations/correlation-matrix-image.js";

test.each(["light", "dark"] as const)(
  "in the %s theme, no correlation looks like no correlation of any size",
  (scheme) => {
    const colors = signedColors(scheme);
    const missing = lab(MISSING_COLOR[scheme]);
    for (let r = -1; r <= 1; r += 0.01) {
      const i = 4 * signedColorIndex(r, 1);
      const own = lab(rgb(colors[i], colors[i + 1], colors[i + 2]));
      // Beyond 2.3 two colours are just told apart (Mahy and others 1994).
      expect(Math.hypot(own.l - missing.l, own.a - missing.a, own.b - missing.b)).toBeGreaterThan(5);
    }
  }
);
