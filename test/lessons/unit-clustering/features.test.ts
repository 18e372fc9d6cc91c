import {describe, expect, it} from "vitest";
import {
  clusteredUnits,
  clusteringFeatures,
  clusteringTask,
  clusterTable,
  featureTable,
  presetFeatures
} from "../../../lib/lessons/unit-clustering/index.js";
import {featuredUnit, waveform} from "./featured-unit.js";

const featureOf = (id: string, unit = featuredUnit(1)) => clusteringFeatures.find((each) => each.id === id)!.of(unit);

describe("the features of a unit", () => {
  it("begin with the tutorial's three", () => {
    expect(presetFeatures.map(({id}) => id)).toEqual(["duration", "trough", "median-isi"]);
  });

  it("are of its waveform in ms and µV, and logarithms of its interval and its rate", () => {
    expect(featureOf("duration")).toBeCloseTo(0.5, 12);
    expect(featureOf("trough")).toBe(100);
    expect(featureOf("pt-ratio")).toBe(0.5);
    expect(featureOf("median-isi")).toBeCloseTo(-2, 12);
    expect(featureOf("rate")).toBeCloseTo(1, 12);
  });

  it("are NaN where its spike train is not known", () => {
    const unknown = featuredUnit(1, {
      median_isi: undefined,
      rate: undefined,
      cv: undefined,
      lv: undefined,
      burst_index: undefined
    });
    expect(["median-isi", "rate", "cv", "lv", "burst"].map((id) => featureOf(id, unknown))).toEqual(Array(5).fill(NaN));
  });

  it("have names in the page's address that differ", () => {
    expect(new Set(clusteringFeatures.map(({id}) => id)).size).toBe(clusteringFeatures.length);
  });

  it("must be chosen for there to be clusters", () => {
    const method = {id: "k-means", name: "k-means"} as const;
    expect(() => clusteringTask({columns: 0}, method, 1)).toThrow("Choose one or more features.");
    expect(clusteringTask({columns: 2}, method, 3)).toEqual({data: {columns: 2}, method: "k-means", seed: 3, most: 8});
  });
});

describe("the tables of the page", () => {
  const units = [featuredUnit(1), featuredUnit(2, {waveform: waveform(300, 6)}), featuredUnit(3, {cv: Number.NaN})];

  it("have a row for each unit, with all features", () => {
    const table = featureTable(units);
    expect(table.numRows()).toBe(3);
    expect(table.columnNames()).toEqual([
      "unit_id",
      "ecephys_structure_acronym",
      ...clusteringFeatures.map(({name}) => name)
    ]);
    expect(table.get("trough amplitude (µV)", 1)).toBe(300);
  });

  it("have a row for each cluster, with the means over the units that have a feature", () => {
    const labels = Int32Array.of(0, 1, 0);
    const byCount = [{clusters: 2, labels, silhouette: 0.5, bic: Number.NaN}];
    const described = clusterTable(clusteredUnits({byCount, merges: []}, 2, units));
    if ("empty" in described) throw new Error(described.empty);
    const [table] = described.data;
    expect(table.objects()).toMatchObject([
      {cluster: 1, units: 2, "mean trough amplitude (µV)": 100, "mean CV of intervals": 1},
      {cluster: 2, units: 1, "mean trough amplitude (µV)": 300}
    ]);
    expect(described.options.rows).toBe("clusters");
    expect(clusterTable(null)).toHaveProperty("empty");
  });
});
