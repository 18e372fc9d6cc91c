import {describe, expect, it} from "vitest";
import {DataArray, linspace} from "../../../lib/index.js";
import {
  binWidth,
  largestCount,
  meanCountImage,
  presentationImage,
  spanText
} from "../../../lib/lessons/spike-histograms/index.js";

const unit = (unit_id: number, acronym: string | null, depth = 0) => ({
  unit_id,
  ecephys_structure_acronym: acronym,
  probe_vertical_position: depth,
  probe_description: "probeA"
});
const units = [unit(1, "LGd"), unit(2, "VISp", 100), unit(3, "VISp", 300)];
const edges = linspace(-0.1, 0.3, 5);
const flashes = [
  {stimulus_presentation_id: 7, color: -1, start_time: 10, stop_time: 10.25, duration: 0.25},
  {stimulus_presentation_id: 9, color: 1, start_time: 10, stop_time: 10.25, duration: 0.25}
];
const counts = new DataArray({
  name: "spike_counts",
  dims: ["stimulus_presentation_id", "time_relative_to_stimulus_onset", "unit_id"],
  coords: {
    stimulus_presentation_id: [7, 9],
    time_relative_to_stimulus_onset: [-0.05, 0.05, 0.15, 0.25],
    unit_id: [1, 2, 3]
  },
  values: Uint16Array.from({length: 24}, (_, i) => (i === 20 ? 40 : i % 3))
});

describe("the image of mean counts", () => {
  const image = (shown: typeof flashes, total: number, leastSnr = 1.5) =>
    meanCountImage(counts.mean("stimulus_presentation_id"), {units, edges, flashes: shown, total, leastSnr});

  it("says how many units and flashes it is of, and how wide its bins are", () => {
    expect(image(flashes, 2).caption).toBe(
      "3 units with snr ≥ 1.5 over 2 flashes, in 4 bins of 100.00 ms. The scale ends at the 99.8th percentile."
    );
  });

  it("says so when the page holds the spikes of some flashes only", () => {
    expect(image(flashes, 150).caption).toContain("2 of the 150 flashes, the first of each colour");
  });

  it("follows the threshold that the reader chose by", () => {
    expect(image(flashes, 2, 3).caption).toContain("snr ≥ 3 ");
  });

  it("of no unit says what to do", () => {
    const none = {units: [], edges, flashes, most: 1};
    const mean = counts.mean("stimulus_presentation_id");
    const images = [
      meanCountImage(mean, {...none, total: 2, leastSnr: 9}),
      presentationImage(counts.sel("stimulus_presentation_id", 7), flashes[0], none)
    ];
    for (const image of images) expect(image).toHaveProperty("empty", expect.stringContaining("No unit"));
  });

  it("stacks areas in anatomical order and units of an area from the surface down", () => {
    const described = image(flashes, 2);
    const [, sorted] = "data" in described ? described.data : [];
    expect((sorted as typeof units).map(({unit_id}) => unit_id)).toEqual([3, 2, 1]);
  });

  it("of a session without flashes says what would give some", () => {
    expect(image([], 0)).toHaveProperty("empty", expect.stringContaining("brain_observatory_1.1"));
  });
});

describe("the image of one presentation", () => {
  const context = {units, edges, flashes, most: largestCount(counts)};

  it("has the scale of all presentations, so that slices compare", () => {
    const described = presentationImage(counts.sel("stimulus_presentation_id", 7), flashes[0], context);
    expect("options" in described && described.options.maximum).toBe(40); // which was counted in the other one
    expect("data" in described && Array.from(described.data[0].values)).toEqual(
      Array.from(counts.values.subarray(0, 12))
    );
    expect(described.caption).toMatch(/^Presentation 7, a flash that is dark/);
  });

  it("is of nothing in a session without flashes", () => {
    expect(presentationImage(undefined, undefined, {...context, flashes: []})).toHaveProperty("empty");
  });
});

it("the width of bins is that between their edges", () => {
  expect(binWidth(linspace(-0.01, 0.4, 42))).toBeCloseTo(0.01, 12);
});

it("a stretch of time around onset is written with a minus sign", () => {
  expect(spanText(-0.01, 0.4)).toBe("from −0.01 to 0.4 s");
  expect(spanText(0, 1)).toBe("from 0 to 1 s");
});
