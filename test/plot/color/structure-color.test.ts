import {lab, rgb} from "d3";
import {describe, expect, test} from "vitest";
import {GROUND} from "../../../lib/plot/color/count-color.js";
import {STRUCTURE_TEXT_SHARE, structureColor, structureColorPair} from "../../../lib/plot/color/structure-color.js";
import {structureAcronyms} from "../../../lib/words/index.js";

/** The areas that the Visual Coding probes were aimed at, and that most sessions have. */
const often = "VISp VISl VISrl VISal VISpm VISam CA1 CA3 DG SUB ProS LGd LP LD PO VPM SCig APN MRN grey".split(" ");

type Channels = [red: number, green: number, blue: number];

/** Machado, Oliveira & Fernandes 2009, severity 1, on linear light. */
const visions: Record<string, [Channels, Channels, Channels]> = {
  "all cones": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

const linear = (color: string): Channels => {
  const {r, g, b} = rgb(color);
  return [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)) as Channels;
};
const encoded = (c: number) => {
  const light = Math.max(0, Math.min(1, c));
  return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
};
const luminance = (color: string) => {
  const [r, g, b] = linear(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
};
const seen = (color: string, matrix: readonly Channels[]) => {
  const light = linear(color);
  const [r, g, b] = matrix.map((row) => encoded(row[0] * light[0] + row[1] * light[1] + row[2] * light[2]));
  return lab(rgb(r, g, b));
};
const pairs = (names: readonly string[]) => names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));

describe.each([
  ["light", 0, "#000000"],
  ["dark", 1, "#ffffff"]
] as const)("in the %s theme", (scheme, theme, ink) => {
  const colorOf = (acronym: string) => structureColorPair(acronym)[theme];

  test("every listed area has a colour of its own", () => {
    expect(new Set(structureAcronyms.map(colorOf)).size).toBe(structureAcronyms.length);
    expect(structureAcronyms.map(colorOf)).not.toContain(colorOf("an unknown area"));
  });

  test("every area stands out from the ground by a contrast of at least 3", () => {
    const faint = [...structureAcronyms, "grey"].filter((name) => contrast(colorOf(name), GROUND[scheme]) < 3);
    expect(faint).toEqual([]);
  });

  test("the name of every area reads with a contrast of at least 4.5", () => {
    const mixed = (color: string) => {
      const [a, b] = [rgb(color), rgb(ink)];
      const mix = (x: number, y: number) => x * STRUCTURE_TEXT_SHARE + y * (1 - STRUCTURE_TEXT_SHARE);
      return rgb(mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b)).formatHex();
    };
    const faint = [...structureAcronyms, "grey"].filter((name) => contrast(mixed(colorOf(name)), GROUND[scheme]) < 4.5);
    expect(faint).toEqual([]);
  });

  test.each(Object.entries(visions))("the areas most often recorded are told apart with %s", (_name, matrix) => {
    const close = pairs(often).filter(([a, b]) => {
      const [x, y] = [seen(colorOf(a), matrix), seen(colorOf(b), matrix)];
      return Math.hypot(x.l - y.l, x.a - y.a, x.b - y.b) < 4;
    });
    expect(close).toEqual([]);
  });
});

test("an area without a name, and one this project does not know, are grey", () => {
  for (const acronym of [null, undefined, "", "grey", "XYZ"]) {
    expect(structureColor(acronym)).toBe(structureColor("grey"));
  }
});
