import {describe, expect, it} from "vitest";
import {clusterings, hierarchicalClustering, seededRandom} from "../../../lib/analysis/index.js";
import {principalComponents, scaled, scalingOf} from "../../../lib/analysis/unit-features/index.js";
import {
  agreementTexts,
  answerAreas,
  answerComponent,
  answerCount,
  answerMoreFeatures,
  answerNarrowest,
  areaSharesFigure,
  CLUSTERING_METHODS,
  type ClusteredUnits,
  clusterAgreement,
  clusteredUnits,
  clusteringFeatures,
  countFigure,
  type FeaturedUnit,
  featureFigure,
  groupingNames,
  planeFigure,
  treeFigure,
  umapFigure,
  unitGroups,
  waveformFigure
} from "../../../lib/lessons/unit-clustering/index.js";
import {featuredUnit, waveform} from "./featured-unit.js";

const [kMeans, mixture] = CLUSTERING_METHODS;
const colors = {category: (group: number) => `colour ${group}`, structure: (acronym: string) => `colour of ${acronym}`};
const colorOf = colors.category;

/** Three kinds of units, ten of each: wide ones in VISp, narrow ones in LGd, deep ones in both. */
const random = seededRandom(5);
const units: FeaturedUnit[] = Array.from({length: 30}, (_, i) => {
  const kind = i % 3;
  return featuredUnit(i, {
    waveform: waveform([100, 100, 400][kind] + random(), [24, 6, 15][kind]),
    ecephys_structure_acronym: ["LGd", "VISp", i % 2 ? "LGd" : "VISp"][kind],
    cv: 1 + random(),
    lv: 1 + random(),
    rate: 5 + random()
  });
});
const kinds = new Map(units.map(({unit_id}) => [unit_id, ["wide", "narrow", "deep"][unit_id % 3]]));
const nothingPlanted = new Map<number, string>();
const features = clusteringFeatures.filter(({id}) => id === "duration" || id === "trough");
const table = {
  rows: units.length,
  columns: 2,
  values: Float64Array.from(units.flatMap((unit) => features.map(({of}) => of(unit))))
};
const standard = scaled(table, scalingOf(table));
const cluster = (method: (typeof CLUSTERING_METHODS)[number]) =>
  clusterings(standard, {method: method.id, random: seededRandom(1)});

async function inClusters(count: number, method = kMeans): Promise<ClusteredUnits> {
  return clusteredUnits(await cluster(method), count, units)!;
}

describe("units in clusters", () => {
  it("are each in one cluster, the largest first", async () => {
    const {groups, clusters} = await inClusters(3);
    expect(clusters).toBe(3);
    expect(groups.map(({name}) => name)).toEqual(["cluster 1", "cluster 2", "cluster 3"]);
    const ids = groups.flatMap(({members}) => members.map(({unit_id}) => unit_id));
    expect(ids.sort((a, b) => a - b)).toEqual(units.map(({unit_id}) => unit_id));
    for (const {members} of groups) expect(new Set(members.map(({unit_id}) => kinds.get(unit_id))).size).toBe(1);
  });

  it("are in as many as there are, where more are asked for", async () => {
    const few = await clusterings(
      {rows: 2, columns: 1, values: Float64Array.of(0, 1)},
      {
        method: "k-means",
        random: seededRandom(1)
      }
    );
    expect(clusteredUnits(few, 8, units.slice(0, 2))?.clusters).toBe(2);
    const none = await clusterings(
      {rows: 0, columns: 1, values: new Float64Array()},
      {
        method: "k-means",
        random: seededRandom(1)
      }
    );
    expect(clusteredUnits(none, 2, [])).toBeNull();
  });

  it("are none until they are found, nor where the features have changed since", async () => {
    expect(clusteredUnits(undefined, 2, units)).toBeNull();
    expect(clusteredUnits(null, 2, units)).toBeNull();
    expect(clusteredUnits(await cluster(kMeans), 2, units.slice(1))).toBeNull();
  });
});

describe("the groups that figures colour", () => {
  it("are planted classes only where some are known", () => {
    expect(groupingNames(kinds)).toEqual(["cluster", "area", "planted class"]);
    expect(groupingNames(nothingPlanted)).toEqual(["cluster", "area"]);
  });

  it("are clusters by their numbers, areas in anatomical order, classes by name", async () => {
    const clustered = await inClusters(3);
    const names = (by: Parameters<typeof unitGroups>[0], classes = kinds) =>
      unitGroups(by, clustered, classes, colors)!.categories.map(({name, color}) => [name, color]);
    expect(names("cluster")).toEqual([0, 1, 2].map((k) => [`cluster ${k + 1}`, `colour ${k}`]));
    expect(names("area")).toEqual([
      ["VISp", "colour of VISp"],
      ["LGd", "colour of LGd"]
    ]);
    expect(names("planted class")).toEqual([
      ["deep", "colour 2"],
      ["narrow", "colour 3"],
      ["wide", "colour 4"]
    ]);
    expect(names("planted class", nothingPlanted)).toEqual([["unknown", "colour 2"]]);
  });

  it("hold each unit", async () => {
    const {of, categories} = unitGroups("planted class", await inClusters(2), kinds, colors)!;
    expect(of.map((k) => categories[k].name)).toEqual(units.map(({unit_id}) => kinds.get(unit_id)));
    expect(unitGroups("area", null, kinds, colors)).toBeNull();
  });
});

describe("figures of units", () => {
  it("lie where their scores, features or places are", async () => {
    const clustered = await inClusters(3);
    const groups = unitGroups("cluster", clustered, kinds, colors);
    const components = await principalComponents(standard);
    const settings = {features, method: kMeans, count: 3, seed: 1, total: 31};
    const plane = planeFigure(clustered, groups, components, settings);
    if ("empty" in plane) throw new Error(plane.empty);
    expect(plane.data[0][4]).toMatchObject({x: components.scores.values[8], y: components.scores.values[9]});
    expect(plane.data[0][4].note).toMatch(/^VISp, cluster \d$/);
    expect(plane.caption).toMatch(
      /^30 of 31 units \(the others lack a feature\), 2 standardised features: duration, trough amplitude\. .* k-means, 3 clusters, seed 1\.$/
    );
    expect(planeFigure(clustered, groups, components, {...settings, count: 1, total: 30}).caption).toMatch(
      /^30 units, .* 1 cluster, seed 1\.$/
    );
    const [duration, trough] = features;
    const chosen = featureFigure(clustered, groups, trough, duration);
    if ("empty" in chosen) throw new Error(chosen.empty);
    expect(chosen.data[0][4]).toMatchObject({unit_id: 4, x: units[4].troughAmplitude, y: units[4].duration});
    const picture = {rows: 30, values: Float64Array.from({length: 60}, (_, k) => k)};
    const umap = umapFigure(clustered, groups, picture, {neighbors: 15, seed: 2}, 30);
    if ("empty" in umap) throw new Error(umap.empty);
    expect(umap.data[0][4]).toMatchObject({x: 8, y: 9});
    expect(umap.caption).toBe("30 units, 15 neighbours, seed 2.");
  });

  it("lie on one line where there is one component", async () => {
    const one = {rows: 30, columns: 1, values: standard.values.filter((_, at) => at % 2 === 0)};
    const clustered = await inClusters(2);
    const groups = unitGroups("area", clustered, kinds, colors);
    const settings = {features: features.slice(0, 1), method: kMeans, count: 2, seed: 1, total: 30};
    const plane = planeFigure(clustered, groups, await principalComponents(one), settings);
    if ("empty" in plane) throw new Error(plane.empty);
    expect(new Set(plane.data[0].map(({y}) => y))).toEqual(new Set([0]));
    expect(plane.options.symbols).toBe(false);
    expect(plane.caption).toContain("explain 100\u00a0% and 0\u00a0% of the variance");
  });

  it("are sentences without clusters", async () => {
    const components = await principalComponents(standard);
    const settings = {features, method: kMeans, count: 3, seed: 1, total: 30};
    for (const figure of [
      planeFigure(null, null, components, settings),
      featureFigure(null, null, features[0], features[1]),
      countFigure(null, kMeans, "red"),
      waveformFigure(null, colorOf),
      areaSharesFigure(null, colorOf)
    ]) {
      expect(figure).toHaveProperty("empty", "No clusters. The line above the first figure says why.");
    }
    expect(umapFigure(null, null, null, {neighbors: 15, seed: 1}, 30)).toHaveProperty("caption", "");
    expect(treeFigure(null, colorOf)).toBeNull();
  });
});

describe("the mean waveform of a cluster", () => {
  it("is −1 at its trough, whatever the depth, and NaN beyond the ends of the waveforms", async () => {
    const figure = waveformFigure(await inClusters(3), colorOf);
    if ("empty" in figure) throw new Error(figure.empty);
    for (const {points} of figure.data[0]) {
      const trough = points.find(({x}) => x === 0)!;
      expect([trough.y, trough.low, trough.high].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([-1, -1, -1]);
      expect(points[0].x).toBeCloseTo(-0.4, 12);
    }
    expect(figure.caption).toBe("cluster 1: n = 10; cluster 2: n = 10; cluster 3: n = 10.");
    const short = units.map((unit) => ({...unit, waveform: Array.from(unit.waveform).slice(0, 40)}));
    const cut = waveformFigure(clusteredUnits(await cluster(kMeans), 1, short), colorOf);
    if ("empty" in cut) throw new Error(cut.empty);
    expect(cut.data[0][0].points.map(({y}) => Number.isNaN(y)).indexOf(true)).toBe(32);
  });

  it("is narrowest where the time from trough to peak is shortest", async () => {
    expect(answerNarrowest(await inClusters(3))).toMatch(
      /^In cluster \d: 0\.20 ms from trough to peak on average\. It holds 10 of 30 units, 33 %\.$/
    );
    expect(answerNarrowest(null)).toBe("There are no clusters.");
  });
});

describe("clusters and what is known of the units", () => {
  it("agree wholly with the kinds that were planted, where they are found", async () => {
    const agreement = clusterAgreement(await inClusters(3), kinds)!;
    expect(agreement.planted).toBeCloseTo(1, 12);
    expect(agreement.areas).toBeLessThan(0.6);
    expect(clusterAgreement(await inClusters(3), nothingPlanted)?.planted).toBeNull();
    expect(clusterAgreement(null, kinds)).toBeNull();
  });

  it("follow the areas as far as the index says", () => {
    const verdicts = [-0.1, 0.05, 0.2, 0.9].map((areas) => answerAreas({areas, planted: null}).split(" the adj")[0]);
    expect(verdicts).toEqual(["Hardly:", "Hardly:", "A little:", "Yes:"]);
    expect(answerAreas(null)).toBe("There are no clusters.");
  });

  it("are counted area by area, each unit once", async () => {
    const figure = areaSharesFigure(await inClusters(3), colorOf);
    if ("empty" in figure) throw new Error(figure.empty);
    expect(figure.data[0].map(({name, counts}) => [name, counts.reduce((sum, n) => sum + n, 0)])).toEqual([
      ["VISp", 15],
      ["LGd", 15]
    ]);
    expect(figure.caption).toMatch(/^30 units in 2 areas;/);
  });
});

describe("the number of clusters", () => {
  it("is best where there are as many as kinds", async () => {
    expect(answerCount(await cluster(kMeans), kMeans)).toMatch(/^With 3: (0\.9\d|1\.00)\. That is clear structure\.$/);
    expect(answerCount(null, kMeans)).toBe("There are no clusters.");
  });

  it("is judged by BIC for a mixture, too", async () => {
    const byCount = [0.3, 0.2, 0.1].map((silhouette, k) => ({
      clusters: k + 2,
      labels: new Int32Array(30),
      silhouette,
      bic: [5, 3, 4][k]
    }));
    expect(answerCount({byCount, merges: []}, mixture)).toBe(
      "With 2: 0.30. That is weak structure: the clusters touch. BIC is least with 3."
    );
    const figure = countFigure(clusteredUnits({byCount, merges: []}, 2, units), mixture, "red");
    if ("empty" in figure) throw new Error(figure.empty);
    expect(figure.data[0][0].points).toEqual([
      {x: 2, y: 5},
      {x: 3, y: 3},
      {x: 4, y: 4}
    ]);
    expect(figure.caption).toBe(
      "BIC by the number of clusters. Gaussian mixture of 30 units; the vertical line is the number chosen. Mean silhouettes: 2: 0.30, 3: 0.20, 4: 0.10."
    );
  });

  it("of one has no silhouette", async () => {
    const figure = countFigure(await inClusters(1), kMeans, "red");
    if ("empty" in figure) throw new Error(figure.empty);
    expect(figure.data[0][0].points[0].x).toBe(2);
    expect(figure.options.marked.x).toBe(1);
  });

  it("cuts a tree above the merges within clusters and below those between them", async () => {
    const merges = await hierarchicalClustering(standard, "ward");
    for (const count of [1, 2, 3, 5]) {
      const labels = (await inClusters(count, CLUSTERING_METHODS[2])).labels;
      const tree = treeFigure(await inClusters(count, CLUSTERING_METHODS[2]), colorOf)!;
      expect(merges.filter(({distance}) => distance > tree.options.cut)).toHaveLength(count - 1);
      expect(tree.options.colorOf(4)).toBe(`colour ${labels[4]}`);
    }
    expect(treeFigure(await inClusters(2), colorOf)).toBeNull();
  });
});

describe("the first component", () => {
  it("is named by the feature with the greatest weight, whatever its sign", () => {
    const components = {rows: 2, columns: 2, values: Float64Array.of(0.6, -0.8, 0.8, 0.6)};
    expect(answerComponent(features, {components})).toMatch(
      /^The trough amplitude \(µV\), with a weight of −0\.80\. The others: duration \(ms\) 0\.60\./
    );
  });

  it("has no others with one feature, and none without", () => {
    const components = {rows: 1, columns: 1, values: Float64Array.of(1)};
    expect(answerComponent(features.slice(0, 1), {components})).toContain("weight of 1.00. The others: none.");
    expect(answerComponent([], {components: {rows: 0, columns: 0, values: new Float64Array()}})).toBe(
      "No feature is chosen."
    );
  });
});

describe("more features", () => {
  it("blur clusters where they vary without regard to the groups", async () => {
    const words = answerMoreFeatures(await inClusters(3), features);
    const [before, after] = /is (\d\.\d\d) in .* and (\d\.\d\d) with firing rate/.exec(words)!.slice(1).map(Number);
    expect(before).toBeGreaterThan(0.9);
    expect(after).toBeLessThan(before / 2);
  });

  it("change nothing where they are chosen already", async () => {
    const all = clusteringFeatures.filter(({id}) => ["rate", "cv", "lv"].includes(id));
    const values = Float64Array.from(units.flatMap((unit) => all.map(({of}) => of(unit))));
    const rows = {rows: 30, columns: 3, values};
    const found = await clusterings(scaled(rows, scalingOf(rows)), {method: "k-means", random: seededRandom(1)});
    const [before, after] = /is (\S+) in .* and (\S+) with/
      .exec(answerMoreFeatures(clusteredUnits(found, 3, units), all))!
      .slice(1);
    expect(after).toBe(before);
  });

  it("are not judged without clusters, with one, or where no unit has them", async () => {
    const unknown = units.map((unit) => ({...unit, cv: Number.NaN}));
    for (const clustered of [null, await inClusters(1), clusteredUnits(await cluster(kMeans), 3, unknown)]) {
      expect(answerMoreFeatures(clustered, features)).toMatch(/^Tick them and compare the silhouettes\./);
    }
  });
});

describe("what is said of planted classes", () => {
  it("is the index, to two decimals, where classes were planted", () => {
    const {before, planted, after} = agreementTexts({areas: 0.1, planted: 0.987});
    expect(before + planted + after).toMatch(/regular-spiking and fast-spiking\), it is 0\.99\.$/);
  });

  it("is that nobody knows them where they were not", () => {
    expect(agreementTexts({areas: 0.1, planted: null})).toMatchObject({planted: "", after: ""});
  });

  it("has a minus sign where clusters and areas agree less than chance would have them", () => {
    expect(agreementTexts({areas: -0.034, planted: null}).areas).toBe("−0.03");
    expect(answerAreas({areas: -0.034, planted: null})).toContain("index is −0.03.");
  });
});
