import {describe, expect, test} from "vitest";
import {unitDepthChart} from "../../../lib/plot/index.js";
import {provideDocument} from "../plain-document.js";

provideDocument();

const probes = ["A", "B", "C", "D", "E", "F"].map((letter) => `probe${letter}`);
const units = probes.map((probe_description, i) => ({
  unit_id: i,
  probe_description,
  probe_vertical_position: 1000,
  probe_horizontal_position: 27,
  ecephys_structure_acronym: "VISp"
}));

describe("six probes side by side", () => {
  // 7.5 pixels are what a letter of a probe's name takes in the browser, bold and on average.
  test.each([280, 320, 358, 390, 412, 480, 600, 900])(
    "have names with space between them, in a figure %i pixels wide",
    (width) => {
      const figure = unitDepthChart(units, {width, ariaLabel: "Units on probes"});
      const names = [...figure.querySelectorAll("text")].flatMap((text) => {
        const words = text.textContent ?? "";
        return /^(probe)?[A-F]$/.test(words) ? [{words, x: Number(text.getAttribute("x"))}] : [];
      });
      expect(names).toHaveLength(6);
      for (const [i, {words, x}] of names.slice(0, -1).entries())
        expect(names[i + 1].x - (x + 7.5 * words.length), `${words} and the next`).toBeGreaterThanOrEqual(6);
    }
  );
});
