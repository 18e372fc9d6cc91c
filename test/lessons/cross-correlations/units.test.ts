import {describe, expect, it} from "vitest";
import {plantedAmong, suggestedUnits, unitsWithTrains} from "../../../lib/lessons/cross-correlations/index.js";
import {trainUnit} from "./trains.js";

describe("the units of the page", () => {
  const table = (rows: object[]) => ({objects: () => rows});

  it("are those on probes whose spike trains the site has, in the order of the tissue", () => {
    const rows = [
      trainUnit(1, {ecephys_structure_acronym: "LGd"}),
      trainUnit(2, {probe_description: "probeZ"}),
      trainUnit(3)
    ];
    expect(unitsWithTrains(table(rows), ["probeA", "probeB"]).map(({unit_id}) => unit_id)).toEqual([3, 1]);
    expect(unitsWithTrains(table([]), ["probeA"])).toEqual([]);
  });

  it("are both needed for a planted connection to count", () => {
    const connections: [number, number][] = [
      [1, 2],
      [1, 9]
    ];
    expect(plantedAmong([trainUnit(1), trainUnit(2)], {connections})).toEqual([[1, 2]]);
  });
});

describe("the two units to begin with", () => {
  const ids = ({fixed, moving}: ReturnType<typeof suggestedUnits>) => [fixed?.unit_id, moving?.unit_id];

  it("are the pair that looks most like a connection", () => {
    const units = [1, 2, 3].map((id) => trainUnit(id));
    expect(ids(suggestedUnits(units, {presynaptic: 3, postsynaptic: 1}))).toEqual([3, 1]);
  });

  it("are two busy, clear units of one probe where no pair looks connected, or the page lacks one of it", () => {
    const units = [
      trainUnit(1, {firing_rate: 30}),
      trainUnit(2, {firing_rate: 12}),
      trainUnit(3, {firing_rate: 11, probe_id: 2}),
      trainUnit(4, {firing_rate: 10, snr: 1}),
      trainUnit(5, {firing_rate: 9})
    ];
    expect(ids(suggestedUnits(units, null))).toEqual([2, 5]);
    expect(ids(suggestedUnits(units, {presynaptic: 2, postsynaptic: 99}))).toEqual([2, 5]);
  });

  it("are of two probes where each has one unit", () => {
    const units = [trainUnit(1, {firing_rate: 1}), trainUnit(2, {probe_id: 2, firing_rate: 2})];
    expect(ids(suggestedUnits(units, null))).toEqual([2, 1]);
  });

  it("are the same where there is one unit, and none where there is none", () => {
    expect(ids(suggestedUnits([trainUnit(1, {snr: 0})], null))).toEqual([1, 1]);
    expect(ids(suggestedUnits([], null))).toEqual([undefined, undefined]);
  });
});
