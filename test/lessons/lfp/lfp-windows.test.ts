import {describe, expect, it} from "vitest";
import {lfpStrip, lfpWindows, nearestWindow, probesWithLfp, windowsText} from "../../../lib/lessons/lfp/index.js";

const overview = {
  span: [10, 130] as [number, number],
  windows: [
    [29.5, 33.5],
    [10, 12],
    [69, 71]
  ] as [number, number][],
  rms: {start: 10, width: 2, minimum: [1e-5, 2e-5], maximum: [4e-5, 5e-5]}
};

describe("the windows of a probe's LFP", () => {
  it("are named by their times, the first by the flash in it, from which its time is counted", () => {
    expect(lfpWindows(overview, 30)).toEqual([
      {index: 0, start: 29.5, stop: 33.5, name: "around the first flash, 29.5 to 33.5 s", origin: 30},
      {index: 1, start: 10, stop: 12, name: "10.0 to 12.0 s", origin: 0},
      {index: 2, start: 69, stop: 71, name: "69.0 to 71.0 s", origin: 0}
    ]);
  });

  it("are not around a flash that was shown at another time, or not at all", () => {
    for (const flash of [11, 500, undefined]) {
      expect(lfpWindows(overview, flash).map(({origin}) => origin)).toEqual([0, 0, 0]);
    }
  });

  it("are told in a sentence, with the length of the first", () => {
    expect(windowsText(lfpWindows(overview, 30))).toMatch(/^Of each probe this page loads 3 windows, .*: 4 s around/);
  });

  it("of a probe whose file was not at hand are none, and the sentence says so", () => {
    expect(lfpWindows(null, 30)).toEqual([]);
    expect(windowsText([])).toContain("was not at hand");
  });

  it("are chosen by a time near their middle", () => {
    const windows = lfpWindows(overview, 30);
    expect(nearestWindow(windows, 22)?.index).toBe(0);
    expect(nearestWindow(windows, 20)?.index).toBe(1);
    expect(nearestWindow(windows, 1000)?.index).toBe(2);
    expect(nearestWindow([], 20)).toBeUndefined();
  });
});

describe("the size of the LFP over the recording", () => {
  it("is in microvolts, and the windows are shaded", () => {
    const strip = lfpStrip(overview, "probeC");
    expect("data" in strip && strip.data[0].maximum.map(Math.round)).toEqual([40, 50]);
    expect("options" in strip && strip.options.held).toEqual(overview.windows);
    expect(strip.caption).toMatch(/^probeC: .* at 2 moments, .* over 2\.0 minutes\./);
  });

  it("is not drawn without LFP", () => {
    expect(lfpStrip(null, undefined)).toHaveProperty("empty", expect.stringContaining("no LFP of this probe"));
  });
});

it("a probe can be chosen if it has LFP, and the site keeps it", () => {
  const probe = (description: string, has_lfp_data: boolean) => ({id: 1, description, has_lfp_data});
  const probes = [probe("probeA", true), probe("probeB", false), probe("probeG", true)];
  expect(probesWithLfp(probes, ["probeA", "probeB"]).map(({description}) => description)).toEqual(["probeA"]);
});
