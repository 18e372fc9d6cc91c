import {describe, expect, it} from "vitest";
import {
  metadataText,
  pageOfKind,
  recordedSpans,
  sessionMethods,
  structureCounts
} from "../../../lib/lessons/session/index.js";

const held = (method: string, start_time = Number.NaN, stop_time = Number.NaN) => ({
  method,
  size: "some",
  start_time,
  stop_time
});
const flashes = {stimulus_name: "flashes", start_time: 60, stop_time: 120, duration: 60};

describe("what was recorded, and when", () => {
  const spans = recordedSpans(
    [flashes],
    [held("units"), held("spikeTimes", 0, 300), held("lfp(probeA)", 10, 290), held("stimulusPresentations", 60, 120)],
    [{start_time: 5, stop_time: 6, tags: ["probeB", "all"]}]
  );

  it("has a bar for each epoch, each recording along time and each invalid interval", () => {
    expect(spans.data[0].map(({kind, start, stop}) => [kind, start, stop])).toEqual([
      ["stimuli", 60, 120],
      ["spikes", 0, 300],
      ["LFP, probeA", 10, 290],
      ["invalid", 5, 6]
    ]);
  });

  it("lasts until what ends last", () => {
    expect(spans.caption).toBe("5 minutes; colours of the first line are those of the stimuli (1 epoch of 1 kind).");
  });

  it("leads from each line to the page on it", () => {
    expect(["stimuli", "light", "invalid", "LFP, probeA"].map(pageOfKind)).toEqual([
      "stimulus-presentations",
      "optogenetic-stimulation",
      "#invalid-times",
      "lfp"
    ]);
  });
});

describe("the methods of a session", () => {
  const methods = sessionMethods([held("units"), held("spikeTimes", 1, 2.26), held("lfp(probeA)", 0, 1)], 1234);

  it("name amplitudes and waveforms after the spikes that have them", () => {
    expect(methods.map(({call}) => call)).toEqual([
      "units()",
      "spikeTimes()",
      "spikeAmplitudes()",
      "meanWaveforms()",
      "lfp(probeA)"
    ]);
    expect(methods[3].size).toBe("1,234 units");
  });

  it("say from when to when only where there is a time", () => {
    expect(methods.map(({span}) => span)).toEqual(["", "1.0 to 2.3", "1.0 to 2.3", "", "0.0 to 1.0"]);
  });
});

describe("units in structures", () => {
  it("are counted apart from units in none", () => {
    expect(structureCounts({VISp: 30, LGd: 12}, 1050).caption).toBe(
      "42 of the 1,050 units, those that pass the default quality filters and lie in a structure, in 2 structures; most are in VISp."
    );
  });

  it("are none in a session without structures", () => {
    expect(structureCounts({}, 3).caption).toContain("0 of the 3 units");
  });
});

it("metadata that the file lacks is said to be so", () => {
  expect([null, Number.NaN, 12, ["VISp", null]].map(metadataText)).toEqual([
    "not in the file",
    "not in the file",
    "12",
    "VISp, no structure"
  ]);
});
