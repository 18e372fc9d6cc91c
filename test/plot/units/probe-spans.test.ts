import {expect, test} from "vitest";
import {structureRuns} from "../../../lib/plot/axes/structure-runs.js";
import {probeSpans} from "../../../lib/plot/units/probe-spans.js";

const channel = (
  probe_description: string,
  probe_vertical_position: number,
  ecephys_structure_acronym: string | null
) => ({
  probe_description,
  probe_vertical_position,
  ecephys_structure_acronym
});

test("a probe is cut where the area changes, and each probe on its own", () => {
  const channels = [
    channel("probeB", 20, "LP"),
    channel("probeA", 60, "CA1"),
    channel("probeA", 20, "LP"),
    channel("probeA", 40, "LP"),
    channel("probeA", 80, null)
  ];
  expect(probeSpans(channels)).toEqual([
    {probe_description: "probeA", acronym: "LP", bottom: 20, top: 40},
    {probe_description: "probeA", acronym: "CA1", bottom: 60, top: 60},
    {probe_description: "probeA", acronym: null, bottom: 80, top: 80},
    {probe_description: "probeB", acronym: "LP", bottom: 20, top: 20}
  ]);
});

test("an area that a probe enters twice gives two spans", () => {
  const channels = ["CA1", "DG", "CA1"].map((acronym, i) => channel("probeA", 20 * i, acronym));
  expect(probeSpans(channels).map((span) => span.acronym)).toEqual(["CA1", "DG", "CA1"]);
});

test("areas in order make runs, also the one without a name", () => {
  expect(structureRuns(["VISp", "LGd", "LGd", null])).toEqual([
    {acronym: "VISp", start: 0, stop: 1},
    {acronym: "LGd", start: 1, stop: 3},
    {acronym: null, start: 3, stop: 4}
  ]);
});
