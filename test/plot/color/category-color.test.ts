import {lab, rgb} from "d3";
import {describe, expect, test} from "vitest";
import {CATEGORY_PALETTE, categoryColor} from "../../../lib/plot/color/category-color.js";
import {GROUND} from "../../../lib/plot/color/count-color.js";

function luminance(color: string): number {
  const {r, g, b} = rgb(color);
  const [red, green, blue] = [r, g, b].map((c) =>
    c / 255 <= 0.04045 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each([
  ["light", 0],
  ["dark", 1]
] as const)("in the %s theme", (scheme, theme) => {
  const colors = CATEGORY_PALETTE.map((pair) => pair[theme]);

  test("the colour of every group stands out from the ground by a contrast of at least 3", () => {
    const faint = colors.filter((color) => {
      const [dark, bright] = [luminance(color), luminance(GROUND[scheme])].sort((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05) < 3;
    });
    expect(faint).toEqual([]);
  });

  test("no two groups look alike", () => {
    const close = colors.flatMap((a, i) =>
      colors.slice(i + 1).filter((b) => {
        const [x, y] = [lab(a), lab(b)];
        return Math.hypot(x.l - y.l, x.a - y.a, x.b - y.b) < 15;
      })
    );
    expect(close).toEqual([]);
  });
});

test("groups beyond the palette begin again with its first colour", () => {
  expect(categoryColor(CATEGORY_PALETTE.length)).toBe(categoryColor(0));
  expect(categoryColor(0)).not.toBe(categoryColor(1));
});
