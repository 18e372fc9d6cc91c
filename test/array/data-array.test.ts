import {describe, expect, it} from "vitest";
import {ArrayError, DataArray} from "../../lib/array/index.js";

const counts = new DataArray({
  name: "spike_counts",
  dims: ["stimulus_presentation_id", "time", "unit_id"],
  coords: {stimulus_presentation_id: [30, 40], time: [0.1, 0.2, 0.3], unit_id: [7, 9]},
  values: Uint16Array.from({length: 12}, (_, i) => i)
});

describe("a labelled array", () => {
  it("has as many values as its labels ask for, or is an error", () => {
    expect(counts.shape).toEqual([2, 3, 2]);
    expect(counts.size).toBe(12);
    const parts = {name: "x", dims: ["unit_id"], coords: {unit_id: [1, 2]}};
    expect(() => new DataArray({...parts, values: new Float64Array(3)})).toThrow(ArrayError);
    expect(() => new DataArray({...parts, coords: {}, values: new Float64Array(2)})).toThrow(
      /labels for the dimension/
    );
  });

  it("gives the value at an index of each dimension, and none outside", () => {
    expect(counts.at(0, 0, 0)).toBe(0);
    expect(counts.at(1, 2, 1)).toBe(11);
    expect(counts.at(0, 1, 1)).toBe(3);
    expect(counts.at(2, 0, 0)).toBeUndefined();
    expect(counts.at(0, -1, 0)).toBeUndefined();
    expect(counts.at(0, 0)).toBeUndefined();
  });

  it("is cut at a label of any dimension", () => {
    const ofUnit = counts.sel("unit_id", 9);
    expect(ofUnit.dims).toEqual(["stimulus_presentation_id", "time"]);
    expect(Array.from(ofUnit.values)).toEqual([1, 3, 5, 7, 9, 11]);
    expect(Array.from(counts.sel("time", 0.2).values)).toEqual([2, 3, 8, 9]);
    expect(Array.from(counts.sel("stimulus_presentation_id", 40).values)).toEqual([6, 7, 8, 9, 10, 11]);
    expect(Array.from(counts.isel("time", 2).sel("unit_id", 7).values)).toEqual([4, 10]);
  });

  it("is summed and averaged over any dimension", () => {
    expect(Array.from(counts.sum("stimulus_presentation_id").values)).toEqual([6, 8, 10, 12, 14, 16]);
    expect(Array.from(counts.mean("time").values)).toEqual([2, 3, 8, 9]);
    expect(Array.from(counts.mean("unit_id").values)).toEqual([0.5, 2.5, 4.5, 6.5, 8.5, 10.5]);
  });

  it("has no mean over an empty dimension", () => {
    const none = new DataArray({name: "x", dims: ["a", "b"], coords: {a: [], b: [1]}, values: new Float64Array()});
    expect(Array.from(none.mean("a").values)).toEqual([Number.NaN]);
  });

  it("is turned so that its dimensions are in another order, and back", () => {
    const turned = counts.transpose("unit_id", "stimulus_presentation_id", "time");
    expect(turned.shape).toEqual([2, 2, 3]);
    expect(turned.at(1, 0, 2)).toBe(counts.at(0, 2, 1));
    expect(turned.transpose(...counts.dims).values).toEqual(counts.values);
  });

  it("is not changed by what is made of it", () => {
    const before = Array.from(counts.values);
    counts.isel("time", 0).values[0] = 99;
    counts.mean("time").values[0] = 99;
    counts.transpose("time", "unit_id", "stimulus_presentation_id").values[0] = 99;
    expect(Array.from(counts.values)).toEqual(before);
  });

  it("names its dimensions and labels when asked for others", () => {
    expect(() => counts.mean("probe")).toThrow(
      /one of the dimensions stimulus_presentation_id, time, unit_id, found probe/
    );
    expect(() => counts.sel("unit_id", 8)).toThrow(/a label of unit_id, found 8/);
    expect(() => counts.isel("unit_id", 2)).toThrow(/from 0 to 1/);
    expect(() => counts.transpose("time")).toThrow(ArrayError);
  });
});
