import {table} from "arquero";
import {beforeAll, describe, expect, it} from "vitest";
import {areaHierarchy, HIERARCHY_METRICS, type ProjectSession, sessionsOf} from "../../../lib/lessons/project/index.js";
import {areaMetrics, EcephysProjectCache} from "../../../lib/project/index.js";
import type {ProjectTables} from "../../../lib/session/index.js";
import {type SampleSession, sampleSession} from "../../sample/sample-session.js";

const nothing = {table: table({}), rows: 0};
const others = {sessions: nothing, probes: nothing, channels: nothing, units: nothing, structureCounts: nothing};

/** Tables with a metric's medians: for each session, those of its areas. */
function tablesOf(medians: Record<string, number>[], metric = "area_rf"): ProjectTables {
  const rows = medians.flatMap((areas, id) => Object.entries(areas).map(([acronym, value]) => ({id, acronym, value})));
  const areaMetrics = table({
    ecephys_session_id: rows.map(({id}) => id),
    ecephys_structure_acronym: rows.map(({acronym}) => acronym),
    metric: rows.map(() => metric),
    median: rows.map(({value}) => value)
  });
  return {present: true, ...others, metricCounts: nothing, areaMetrics: {table: areaMetrics, rows: rows.length}};
}
const sessions = (count: number) => Array.from({length: count}, (_, id) => ({id}) as ProjectSession);

describe("a metric along the hierarchy of areas", () => {
  const one = {LGd: 1, VISp: 2, VISl: 4, VISam: 8, CA1: 100};
  const two = {LGd: 3, VISp: 4, VISl: 6, VISam: 8};

  it("is the mean over mice of each visual area, with its SEM, from the lowest area to the highest", () => {
    const {rows, caption} = areaHierarchy(tablesOf([one, two]), sessions(2), "area_rf");
    expect(rows.map((row) => [row.ecephys_structure_acronym, row.mean, row.SEM, row.mice])).toEqual([
      ["LGd", 2, 1, 2],
      ["VISp", 3, 1, 2],
      ["VISl", 5, 1, 2],
      ["VISam", 8, 0, 2]
    ]);
    expect(caption).toContain("n = 2 mice");
    expect(caption).toContain("From left to right: LGd, VISp, VISl, VISam.");
  });

  it("leaves out a structure whose name every object of JavaScript has a property of", () => {
    const odd = areaHierarchy(tablesOf([{...one, constructor: 5, toString: 6} as never]), sessions(1), "area_rf");
    expect(odd).toEqual(areaHierarchy(tablesOf([one]), sessions(1), "area_rf"));
    expect(areaHierarchy(tablesOf([one, {constructor: 5} as never]), sessions(2), "area_rf").caption).toContain(
      "n = 1 mouse, each"
    );
  });

  it("is held against the scores by rank", () => {
    const rising = areaHierarchy(tablesOf([one, two]), sessions(2), "area_rf").answer;
    expect(rising).toContain("Over 4 areas, Spearman’s r of the means with the scores is 1.00 (p < 0.001). It rises");
    const falling = {LGd: 8, VISp: 6, VISl: 4, VISam: 1};
    expect(areaHierarchy(tablesOf([falling]), sessions(1), "area_rf").answer).toContain(
      "It falls along the hierarchy."
    );
    const none = {LGd: 2, VISp: 1, VISl: 4, VISam: 3};
    expect(areaHierarchy(tablesOf([none]), sessions(1), "area_rf").answer).toContain("no more than chance gives");
  });

  it("says how unsure single mice are", () => {
    const shuffled = {LGd: 4, VISp: 3, VISl: 2, VISam: 1};
    expect(areaHierarchy(tablesOf([one, shuffled]), sessions(2), "area_rf").answer).toContain(
      "In single mice r lies between −1.00 and 1.00, with a median of 0.00"
    );
  });

  it("is of the chosen sessions alone, and has no error of one mouse", () => {
    const {rows} = areaHierarchy(tablesOf([one, two]), sessions(1), "area_rf");
    expect(rows.map(({mice}) => mice)).toEqual([1, 1, 1, 1]);
    expect(rows[0].SEM).toBeNaN();
  });

  it("is none of fewer than four areas, nor without the files of metrics", () => {
    for (const tables of [tablesOf([{LGd: 1, VISp: 2, VISl: 3}]), {...tablesOf([]), areaMetrics: nothing}])
      expect(areaHierarchy(tables, sessions(1), "area_rf")).toHaveProperty("empty", expect.stringContaining("lacks"));
  });
});

describe("the hierarchy that was put into the synthetic project", () => {
  let tables: ProjectTables;
  let sample: SampleSession;
  beforeAll(async () => {
    sample = await sampleSession();
    const cache = await EcephysProjectCache.open({directory: sample.directory});
    const sessionTable = await cache.sessionTable();
    tables = {
      present: true,
      ...others,
      metricCounts: nothing,
      sessions: {table: sessionTable, rows: sessionTable.numRows()},
      areaMetrics: {...(await areaMetrics(cache)), rows: 0}
    };
  });

  it("is of the metrics that the page offers", () => {
    expect(Object.keys(HIERARCHY_METRICS)).toEqual(Object.keys(sample.truth.project.metric_models));
  });

  it("is found across sessions: what has a slope follows the scores, with its sign; what has none does not", () => {
    for (const [metric, {slope}] of Object.entries(sample.truth.project.metric_models)) {
      const {answer, caption} = areaHierarchy(tables, sessionsOf(tables), metric);
      expect(caption).toContain("n = 19 mice");
      const r = Number(/scores is (−?[\d.]+)/.exec(answer)![1].replace("−", "-"));
      if (slope === 0) expect(answer).toContain("no more than chance gives");
      else {
        expect(answer).toContain(slope > 0 ? "It rises along the hierarchy." : "It falls along the hierarchy.");
        expect(Math.sign(slope) * r).toBeGreaterThan(0.8);
      }
    }
  });

  it("is not found in every single mouse", () => {
    const {answer} = areaHierarchy(tables, sessionsOf(tables), "time_to_peak_fl");
    const [, least] = /r lies between (−?[\d.]+)/.exec(answer)!;
    expect(Number(least.replace("−", "-"))).toBeLessThan(0.8);
  });
});
