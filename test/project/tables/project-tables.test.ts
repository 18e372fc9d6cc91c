// The tables over all sessions, on any cache folder, against the plainest way to say what they hold: row by row.
import type {ColumnTable} from "arquero";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {EcephysProjectCache, type UnitFilters} from "../../../lib/project/index.js";
import {type Row, row, type Tables, writeCache} from "./write-cache.js";

type Line = Record<string, unknown>;

/** Ids from a small pool, so that some belong to nothing; each once. */
const ids = (start: number) => fc.uniqueArray(fc.integer({min: start, max: start + 6}), {maxLength: 6});
const metric = (...values: number[]) => fc.constantFrom<number | null>(null, ...values);
const rows = (kind: keyof Tables, start: number, values: fc.Arbitrary<Row>) =>
  ids(start).chain((all) =>
    fc
      .array(values, {minLength: all.length, maxLength: all.length})
      .map((list) => list.map((cells, i) => row(kind, all[i], cells)))
  );

const anyTables: fc.Arbitrary<Tables> = fc.record({
  sessions: rows(
    "sessions",
    100,
    fc.record({
      session_type: fc.constantFrom("brain_observatory_1.1", "functional_connectivity"),
      age_in_days: metric(96, 100.5),
      sex: fc.constantFrom("M", "F"),
      genotype: fc.constantFrom("wt/wt", 'a "quoted", one', null)
    })
  ),
  probes: rows(
    "probes",
    200,
    fc.record({
      ecephys_session_id: fc.integer({min: 100, max: 107}),
      lfp_sampling_rate: metric(2499.997, 2500),
      name: fc.constantFrom("probeA", "probeB"),
      has_lfp_data: fc.boolean()
    })
  ),
  channels: rows(
    "channels",
    300,
    fc.record({
      ecephys_probe_id: fc.integer({min: 200, max: 207}),
      ecephys_structure_acronym: fc.constantFrom("VISp", "CA1", null)
    })
  ),
  units: rows(
    "units",
    400,
    fc.record({
      ecephys_channel_id: fc.integer({min: 300, max: 307}),
      amplitude_cutoff: metric(0, 0.1, 0.2),
      presence_ratio: metric(0.9, 0.95, 0.99),
      isi_violations: metric(0, 0.5, 0.7),
      quality: fc.constantFrom("good", "noise")
    })
  )
});

const anyFilters: fc.Arbitrary<UnitFilters> = fc.record(
  {
    amplitudeCutoffMaximum: metric(0, 0.1, 0.15, Number.POSITIVE_INFINITY),
    presenceRatioMinimum: metric(0, 0.95, 1),
    isiViolationsMaximum: metric(0, 0.5, 0.6),
    filterByValidity: fc.boolean(),
    filterOutOfBrainUnits: fc.boolean()
  },
  {requiredKeys: []}
);

/** The row that an id names. */
const named = (list: Row[], id: unknown) => list.find((line) => line.id === id);

function slowProbes({probes, sessions}: Tables): Line[] {
  return probes.flatMap((probe) => {
    const session = named(sessions, probe.ecephys_session_id);
    const rate = Number(probe.lfp_sampling_rate ?? Number.NaN) / Number(probe.lfp_temporal_subsampling_factor);
    return session ? [{...session, ...probe, lfp_sampling_rate: rate}] : [];
  });
}

function slowChannels(tables: Tables): Line[] {
  return tables.channels.flatMap((channel) => {
    const probe = slowProbes(tables).find(({id}) => id === channel.ecephys_probe_id);
    return probe ? [{...probe, ...channel}] : [];
  });
}

function slowUnits(tables: Tables, filters: UnitFilters = {}): Line[] {
  const {amplitudeCutoffMaximum = 0.1, presenceRatioMinimum = 0.95, isiViolationsMaximum = 0.5} = filters;
  const passes = (value: unknown, limit: number | null, sign: number) =>
    value !== null && (limit === null || sign * Number(value) <= sign * limit);
  return tables.units
    .filter(({amplitude_cutoff}) => passes(amplitude_cutoff, amplitudeCutoffMaximum, 1))
    .filter(({presence_ratio}) => passes(presence_ratio, presenceRatioMinimum, -1))
    .filter(({isi_violations}) => passes(isi_violations, isiViolationsMaximum, 1))
    .filter(({quality}) => filters.filterByValidity === false || quality === "good")
    .flatMap((unit) => {
      const channel = slowChannels(tables).find(({id}) => id === unit.ecephys_channel_id);
      return channel ? [{...channel, ...unit}] : [];
    });
}

const structuresOf = (channels: Line[]) =>
  channels.length > 0 ? [...new Set(channels.map((channel) => channel.ecephys_structure_acronym))] : null;

/** The chosen columns of a table, row by row. */
const lines = (table: ColumnTable, names: string[]) =>
  (table.objects() as Line[]).map((line) => Object.fromEntries(names.map((name) => [name, line[name]])));
const chosen = (list: Line[], names: string[]) =>
  list.map((line) => Object.fromEntries(names.map((name) => [name, line[name] ?? missing(name)])));
const missing = (name: string) => (/rate|age|ratio|cutoff|violations/.test(name) ? Number.NaN : null);

describe("on any cache folder", () => {
  const opened = (tables: Tables) => EcephysProjectCache.open({directory: writeCache({...tables})});

  it("units are those that pass the filters, on a channel, a probe and a session that are there, in the order of units.csv", async () => {
    const names = ["id", "amplitude_cutoff", "ecephys_channel_id", "ecephys_probe_id", "ecephys_structure_acronym"];
    names.push(
      "ecephys_session_id",
      "lfp_sampling_rate",
      "name",
      "has_lfp_data",
      "session_type",
      "age_in_days",
      "genotype"
    );
    await fc.assert(
      fc.asyncProperty(anyTables, anyFilters, async (tables, filters) => {
        const units = await (await opened(tables)).units(filters);
        expect(lines(units, names)).toEqual(chosen(slowUnits(tables, filters), names));
        expect(units.columnNames().includes("quality")).toBe(filters.filterByValidity === false);
      }),
      {numRuns: 60}
    );
  });

  it("sessions and probes count what belongs to them, and list the structures of their channels", async () => {
    await fc.assert(
      fc.asyncProperty(anyTables, async (tables) => {
        const cache = await opened(tables);
        const counted = (owners: Line[], key: string) =>
          owners.map(({id}) => ({
            id,
            unit_count: slowUnits(tables).filter((unit) => unit[key] === id).length,
            channel_count: slowChannels(tables).filter((channel) => channel[key] === id).length,
            ecephys_structure_acronyms: structuresOf(slowChannels(tables).filter((channel) => channel[key] === id))
          }));
        const names = ["id", "unit_count", "channel_count", "ecephys_structure_acronyms"];
        expect(lines(await cache.sessionTable(), names)).toEqual(counted(tables.sessions, "ecephys_session_id"));
        expect(lines(await cache.probes(), names)).toEqual(counted(slowProbes(tables), "ecephys_probe_id"));
        expect(lines(await cache.sessionTable(), ["probe_count"])).toEqual(
          tables.sessions.map(({id}) => ({
            probe_count: slowProbes(tables).filter((probe) => probe.ecephys_session_id === id).length
          }))
        );
      }),
      {numRuns: 40}
    );
  });

  it("channels are those on a probe and a session that are there, and count the units that peak on them", async () => {
    const names = ["id", "ecephys_probe_id", "ecephys_structure_acronym", "ecephys_session_id", "lfp_sampling_rate"];
    await fc.assert(
      fc.asyncProperty(anyTables, async (tables) => {
        const cache = await opened(tables);
        const channels = await cache.channels();
        expect(lines(channels, names)).toEqual(chosen(slowChannels(tables), names));
        expect(lines(channels, ["unit_count"])).toEqual(
          slowChannels(tables).map(({id}) => ({
            unit_count: slowUnits(tables).filter(({ecephys_channel_id}) => ecephys_channel_id === id).length
          }))
        );
        expect(await cache.structureAcronyms()).toEqual(structuresOf(slowChannels(tables)) ?? []);
      }),
      {numRuns: 40}
    );
  });
});

describe("the columns of a table", () => {
  const tables: Tables = {
    sessions: [row("sessions", 100)],
    probes: [row("probes", 200, {ecephys_session_id: 100})],
    channels: [row("channels", 300, {ecephys_probe_id: 200})],
    units: [row("units", 400, {ecephys_channel_id: 300})]
  };

  it("are left out as asked; AllenSDK's choice is only its default", async () => {
    const cache = await EcephysProjectCache.open({directory: writeCache({...tables})});
    expect((await cache.sessionTable({suppress: []})).columnNames()).toContain("has_nwb");
    expect((await cache.sessionTable({suppress: ["sex"]})).columnNames()).not.toContain("sex");
    expect((await cache.probes({suppress: ["no such column"]})).columnNames()).toContain("genotype");
    expect((await cache.units({suppress: ["snr"]})).columnNames()).not.toContain("snr");
  });

  it("are renamed where AllenSDK's renaming takes effect, and only there", async () => {
    const cache = await EcephysProjectCache.open({directory: writeCache({...tables})});
    expect((await cache.sessionTable()).columnNames()).toContain("full_genotype");
    expect((await cache.units()).columnNames()).toEqual(
      expect.arrayContaining(["genotype", "name", "phase", "local_index"])
    );
    expect((await cache.channels()).columnNames()).not.toContain("probe_name");
    expect((await cache.channels({suppress: []})).columnNames()).toContain("probe_name");
  });

  it("get the suffix of their table when two tables have one of the same name", async () => {
    const directory = writeCache({
      ...tables,
      channels: [row("channels", 300, {ecephys_probe_id: 200, name: "a channel"})],
      units: [row("units", 400, {ecephys_channel_id: 300, local_index: 7})]
    });
    const cache = await EcephysProjectCache.open({directory});
    const names = ["local_index_unit", "local_index_channel", "name_channel", "name_probe"];
    expect((await cache.units({suppress: []})).columnNames()).toEqual(expect.arrayContaining(names));
  });
});

describe("filters", () => {
  it.each([
    [{amplitudeCutoffMax: 0.1}, "amplitudeCutoffMax"],
    [{isiViolationsMaximum: Number.NaN}, "isiViolationsMaximum"],
    [{presenceRatioMinimum: "0.9"}, "presenceRatioMinimum"],
    [{filterByValidity: 1}, "filterByValidity"],
    [{constructor: 1}, "constructor"]
  ])("that make no sense are refused: %j", async (filters, path) => {
    const cache = await EcephysProjectCache.open({directory: writeCache({})});
    await expect(cache.units(filters as UnitFilters)).rejects.toMatchObject({tag: "wrong-argument", path});
  });
});
