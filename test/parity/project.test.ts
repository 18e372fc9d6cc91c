// The tables over all sessions, held against AllenSDK's for the same cache folder.
import type {ColumnTable} from "arquero";
import {beforeAll, describe, expect, it} from "vitest";
import {EcephysProjectCache, type UnitFilters} from "../../lib/project/index.js";
import {columnValues} from "../../lib/snapshot/index.js";
import {expectedValue, expectTable, sha256} from "./compare.js";
import {goldenSessions, hasShared, loadGolden, type Recorded, sessionOptions} from "./golden.js";

/**
 * This library reads the decimal numbers of a CSV file exactly. pandas reads 17 digits of one, zeros after the point among them,
 * and multiplies by a power of ten: an error of some units in the last digit, or in the 16th decimal place.
 */
const READ_BY_PANDAS = {tolerance: 1e-15, absolute: 1.2e-16};

/** AllenSDK's keyword arguments as filters; infinities are recorded as text. */
const filtersOf = (keywords: Record<string, unknown>): UnitFilters =>
  sessionOptions(Object.fromEntries(Object.entries(keywords).map(([name, value]) => [name, expectedValue(value)])));

const idsOf = (table: ColumnTable) => Array.from(columnValues(table, table.columnNames()[0]) as ArrayLike<number>);

if (!hasShared)
  console.warn("../shared is not there: project tables are held against the recorded results of one folder only");

describe.each(goldenSessions)("the tables of the project of $name equal AllenSDK's", (golden) => {
  let cache: EcephysProjectCache;
  const tables: Recorded = loadGolden(golden, "project_tables");
  const metrics: Recorded = loadGolden(golden, "unit_analysis_metrics");
  const sessionId = Number(/session_(\d+)\.nwb/.exec(golden.nwb)?.[1]);
  beforeAll(async () => {
    cache = await EcephysProjectCache.open({directory: golden.directory});
  });

  it("sessions", async () => {
    expectTable(await cache.sessionTable(), tables.get_session_table, READ_BY_PANDAS);
    expectTable(await cache.sessionTable({suppress: []}), tables.get_session_table_all, READ_BY_PANDAS);
  });

  it("probes", async () => {
    expectTable(await cache.probes(), tables.get_probes, READ_BY_PANDAS);
    expectTable(await cache.probes({suppress: []}), tables.get_probes_all, READ_BY_PANDAS);
  });

  it("channels", async () => {
    expectTable(await cache.channels(), tables.get_channels, READ_BY_PANDAS);
    expect((await cache.channels({suppress: []})).columnNames()).toEqual(["id", ...tables.get_channels_all_columns]);
  });

  it.each(Object.entries<Recorded>(tables.get_units))("units (%s)", async (_, {kwargs, columns, index, table}) => {
    const units = await cache.units(filtersOf(kwargs));
    expect(units.columnNames()).toEqual(["id", ...columns]);
    expect(idsOf(units)).toEqual(index);
    if (table) expectTable(units, table, READ_BY_PANDAS);
  });

  it("structures, session types, genotypes, ages and sexes", async () => {
    const acronyms = tables.get_structure_acronyms.map((acronym: string) => (acronym === "NaN" ? null : acronym));
    expect(await cache.structureAcronyms()).toEqual(acronyms);
    expect(await cache.sessionTypes()).toEqual(tables.get_all_session_types);
    expect(await cache.fullGenotypes()).toEqual(tables.get_all_full_genotypes);
    expect(await cache.ages()).toEqual(tables.get_all_ages);
    expect(await cache.sexes()).toEqual(tables.get_all_sexes);
  });

  const variants: Record<string, [options: object, question: "session" | "type"]> = {
    session_annotated: [{}, "session"],
    session_raw: [{annotate: false}, "session"],
    session_no_limits: [filtersOf(tables.get_units.no_limits.kwargs), "session"],
    type_annotated: [{}, "type"],
    type_raw: [{annotate: false}, "type"],
    type_no_limits: [filtersOf(tables.get_units.no_limits.kwargs), "type"]
  };
  it.each(Object.keys(metrics))("unit analysis metrics (%s)", async (name) => {
    const [options, question] = variants[name];
    const {columns, index, table} = metrics[name];
    const actual =
      question === "session"
        ? await cache.unitAnalysisMetricsForSession(sessionId, options)
        : await cache.unitAnalysisMetricsBySessionType("brain_observatory_1.1", options);
    expect(actual.columnNames()).toEqual(["ecephys_unit_id", ...columns]);
    expect(idsOf(actual)).toEqual(index);
    if (table) expectTable(actual, table, READ_BY_PANDAS);
  });

  it.each(Object.keys(tables).filter((name) => name.startsWith("natural_")))("%s", async (name) => {
    const number = Number(/\d+$/.exec(name)?.[0]);
    const template = name.startsWith("natural_scene")
      ? await cache.naturalSceneTemplate(number)
      : await cache.naturalMovieTemplate(number);
    expect(template.shape).toEqual(tables[name].shape);
    expect(sha256(template.values, tables[name].dtype)).toBe(tables[name].sha256);
  });
});
