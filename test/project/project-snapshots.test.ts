import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {ColumnTable} from "arquero";
import {beforeAll, describe, expect, it} from "vitest";
import {columnValues, decodeTable} from "../../lib/index.js";
import {EcephysProjectCache} from "../../lib/project/index.js";
import {firstRows, metricCounts, projectSnapshot, structureCounts} from "../../lib/project/project-snapshots.js";

const directory = "test/fixtures/mini/ecephys-cache";
let cache: EcephysProjectCache;

beforeAll(async () => {
  cache = await EcephysProjectCache.open({directory});
});

const numbers = (table: ColumnTable, name: string) => Array.from(columnValues<number>(table, name));
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe("snapshots over all sessions", () => {
  it("count every channel and every unit once, in its session and structure", async () => {
    const {table} = await structureCounts(cache);
    const [channels, units] = [await cache.channels(), await cache.units()];
    expect(sum(numbers(table, "channels"))).toBe(channels.numRows());
    expect(sum(numbers(table, "units"))).toBe(units.numRows());
    for (const row of table.objects() as Record<string, unknown>[]) {
      const here = (units.objects() as Record<string, unknown>[]).filter(
        (unit) =>
          unit.ecephys_session_id === row.ecephys_session_id &&
          unit.ecephys_structure_acronym === row.ecephys_structure_acronym
      );
      expect(here).toHaveLength(row.units as number);
    }
  });

  it("count the metrics of all units, also of those that the default filters leave out", async () => {
    const {table, rows} = await metricCounts(cache);
    expect(rows).toBeGreaterThan((await cache.units()).numRows());
    for (const metric of ["snr", "firing_rate", "isi_violations", "amplitude_cutoff", "presence_ratio", "d_prime"]) {
      const own = (table.objects() as {metric: string; counts: Uint32Array; missing: number}[]).filter(
        (row) => row.metric === metric
      );
      expect(sum(own.map(({counts, missing}) => sum(Array.from(counts)) + missing))).toBe(rows);
    }
  });

  it("count a metric's values where they lie", async () => {
    const {table} = await metricCounts(cache);
    const row = (table.objects() as Record<string, unknown>[]).find(({metric}) => metric === "snr")!;
    const counts = Array.from(row.counts as Uint32Array);
    const [least, most] = [row.least as number, row.most as number];
    const edge = (bin: number) => least + (bin * (most - least)) / counts.length;
    const limits = {amplitudeCutoffMaximum: null, presenceRatioMinimum: null, isiViolationsMaximum: null};
    const all = (await cache.units({...limits, filterByValidity: false})).objects() as Record<string, number>[];
    const values = all.filter((unit) => unit.ecephys_session_id === row.ecephys_session_id).map(({snr}) => snr);
    for (let bin = 1; bin < counts.length - 1; ++bin) {
      const inside = values.filter((value) => value >= edge(bin) + 1e-9 && value < edge(bin + 1) - 1e-9).length;
      expect(counts[bin]).toBeGreaterThanOrEqual(inside);
    }
    expect(sum(counts)).toBe(values.filter((value) => !Number.isNaN(value)).length);
  });

  it("say how long a table is of which they hold the beginning", async () => {
    const channels = await cache.channels();
    const {table, rows} = firstRows(channels);
    expect(table.numRows()).toBe(100);
    expect(rows).toBe(channels.numRows());
    expect(numbers(table, "id")).toEqual(numbers(channels, "id").slice(0, 100));
  });

  it("keep the sessions as the cache gives them, lists and all", async () => {
    const sessions = await cache.sessionTable();
    const {table, metadata} = decodeTable(
      await projectSnapshot(directory, async (opened) => ({table: await opened.sessionTable()}))
    );
    expect(metadata.details).toEqual({present: true, rows: sessions.numRows()});
    expect(table.objects()).toEqual(sessions.objects());
  });

  it("are empty, and say so, for a folder without the project's tables", async () => {
    const empty = await mkdtemp(join(tmpdir(), "cache-"));
    try {
      const {table, metadata} = decodeTable(await projectSnapshot(empty, structureCounts));
      expect(metadata.details).toEqual({present: false});
      expect(table.numRows()).toBe(0);
    } finally {
      await rm(empty, {recursive: true});
    }
  });
});
