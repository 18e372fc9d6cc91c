// CSV files as they come: from pandas, from a spreadsheet, from a download that broke.
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {EcephysProjectCache, ProjectError} from "../../../lib/project/index.js";
import {parseCsv} from "../../../lib/project/tables/parse-csv.js";
import {columnValues} from "../../../lib/snapshot/index.js";
import {csvText, row, writeCache} from "./write-cache.js";

const values = (text: string, textColumns?: string[]) =>
  Object.fromEntries(
    Object.entries(parseCsv(text, "table.csv", textColumns)).map(([name, column]) => [name, Array.from(column)])
  );

describe("a column of a CSV file", () => {
  it("is one of numbers, of truth values or of text, as pandas finds it", () => {
    const text = "id,rate,flag,word\n1,0.5,True,VISp\n2,-1e-07,False,CA1\n";
    expect(values(text)).toEqual({id: [1, 2], rate: [0.5, -1e-7], flag: [true, false], word: ["VISp", "CA1"]});
  });

  it("has NaN for a missing number and null for any other missing value, however pandas spells it", () => {
    const text = "n,flag,word\n1,True,a\n,,\nnan,nan,nan\nNA,NULL,#N/A\nNone,n/a,null\n";
    const {NaN: none} = Number;
    expect(values(text)).toEqual({
      n: [1, none, none, none, none],
      flag: [true, null, null, null, null],
      word: ["a", null, null, null, null]
    });
  });

  it("is of numbers when all of it is missing, unless it is known to be text", () => {
    expect(values("id,a,b\n1,,\n", ["b"])).toEqual({id: [1], a: [Number.NaN], b: [null]});
  });

  it("is of text when a single cell is, and keeps the other cells as they were written", () => {
    expect(values("a,b\n1.50,True\nx,1\n")).toEqual({a: ["1.50", "x"], b: ["True", "1"]});
  });

  it("takes infinities in Python's spelling", () => {
    expect(values("a\ninf\n-inf\nInfinity\n").a).toEqual([Infinity, -Infinity, Infinity]);
  });

  it("holds every number exactly as it was written", () => {
    fc.assert(
      fc.property(fc.array(fc.double({noNaN: true}), {minLength: 1}), (numbers) => {
        const text = `id,x\n${numbers.map((x, i) => `${i},${x}`).join("\n")}\n`;
        expect(values(text).x).toEqual(numbers.map((x) => (Object.is(x, -0) ? 0 : x)));
      })
    );
  });
});

describe("a line of a CSV file", () => {
  it("may end as Windows ends it, and the file may begin with a byte order mark", () => {
    expect(values("\ufeffid,a\r\n1,x\r\n2,y\r\n")).toEqual({id: [1, 2], a: ["x", "y"]});
  });

  it("may quote fields with commas, quotes and line ends in them", () => {
    expect(values('id,"a, b"\n1,"x, ""y"""\n2,"two\nlines"\n3,\n')).toEqual({
      id: [1, 2, 3],
      "a, b": ['x, "y"', "two\nlines", null]
    });
  });

  it("may be blank, or the last one not ended", () => {
    expect(values("id,a\n\n1,x\n\n2,y")).toEqual({id: [1, 2], a: ["x", "y"]});
  });

  it.each([
    ["id,a\n1,x\n2\n", "row 2"],
    ["id,a\n1,x,y\n", "row 1"],
    ['id,a\n1,"x"\n2\n', "row 2"],
    ["id,a,id\n1,2,3\n", "id"]
  ])("with another number of fields, or a name twice in the first, is an error: %j", (text, path) => {
    expect(() => values(text)).toThrow(expect.objectContaining({tag: "bad-table", file: "table.csv", path}));
  });

  it("is missing from an empty file, which is an error", () => {
    expect(() => values("")).toThrow(expect.objectContaining({tag: "bad-table"}));
    expect(() => values("\n\n")).toThrow(expect.objectContaining({tag: "bad-table"}));
  });
});

describe("a project's table", () => {
  const tables = {
    sessions: [row("sessions", 100)],
    probes: [row("probes", 200, {ecephys_session_id: 100})],
    channels: [row("channels", 300, {ecephys_probe_id: 200})],
    units: [row("units", 400, {ecephys_channel_id: 300})]
  };
  const withoutColumn = (kind: keyof typeof tables, name: string) => {
    const [{[name]: _, ...others}] = tables[kind];
    return {...tables, [kind]: [others]};
  };

  it.each([
    ["sessions", "genotype"],
    ["probes", "ecephys_session_id"],
    ["channels", "ecephys_structure_acronym"],
    ["units", "presence_ratio"]
  ] as const)("that lacks a column is an error that names file and column (%s, %s)", async (kind, path) => {
    const cache = await EcephysProjectCache.open({directory: writeCache(withoutColumn(kind, path))});
    const file = join(cache.directory, `${kind}.csv`);
    await expect(cache.sessionTable()).rejects.toMatchObject({name: "ProjectError", tag: "bad-table", file, path});
  });

  it("may lack columns that nothing is computed from", async () => {
    const cache = await EcephysProjectCache.open({
      directory: writeCache(withoutColumn("sessions", "isi_experiment_id"))
    });
    expect((await cache.sessionTable()).numRows()).toBe(1);
  });

  it.each([
    ["an id twice", {units: [...tables.units, ...tables.units]}, "id"],
    ["an id that is no whole number", {units: [{...tables.units[0], id: 4.5}]}, "id"],
    ["no id", {units: [{...tables.units[0], id: null}]}, "id"],
    ["text for numbers", {units: [{...tables.units[0], presence_ratio: "high"}]}, "presence_ratio"],
    ["a foreign key of text", {channels: [{...tables.channels[0], ecephys_probe_id: "A"}]}, "ecephys_probe_id"]
  ])("with %s is an error", async (_, odd, path) => {
    const cache = await EcephysProjectCache.open({directory: writeCache({...tables, ...odd})});
    await expect(cache.units()).rejects.toMatchObject({tag: "bad-table", path});
  });

  it("leaves out units whose channel is missing or not named", async () => {
    const strays = [row("units", 401, {ecephys_channel_id: 999}), row("units", 402, {ecephys_channel_id: null})];
    const cache = await EcephysProjectCache.open({
      directory: writeCache({...tables, units: [...tables.units, ...strays]})
    });
    expect(Array.from(columnValues(await cache.units(), "id"))).toEqual([400]);
    expect(Array.from(columnValues(await cache.sessionTable(), "unit_count"))).toEqual([1]);
  });

  it("of no rows but its header has all columns and no rows", async () => {
    const cache = await EcephysProjectCache.open({directory: writeCache({})});
    const full = await EcephysProjectCache.open({directory: writeCache(tables)});
    for (const question of ["sessionTable", "probes", "channels", "units"] as const) {
      const table = await cache[question]();
      expect(table.numRows()).toBe(0);
      expect(table.columnNames()).toEqual((await full[question]()).columnNames());
    }
    expect(await cache.sessionTypes()).toEqual([]);
    expect(await cache.structureAcronyms()).toEqual([]);
  });

  it("is the same from a spreadsheet as from pandas", async () => {
    const spreadsheet = `\ufeff${csvText("sessions", tables.sessions).replaceAll("\n", "\r\n")}`;
    const cache = await EcephysProjectCache.open({directory: writeCache({...tables, sessions: spreadsheet})});
    const plain = await EcephysProjectCache.open({directory: writeCache(tables)});
    expect((await cache.sessionTable()).objects()).toEqual((await plain.sessionTable()).objects());
  });

  it("that is an error page is not read", async () => {
    const cache = await EcephysProjectCache.open({directory: writeCache({...tables, units: "<html>503</html>"})});
    await expect(cache.units()).rejects.toBeInstanceOf(ProjectError);
  });

  it("is read again once it is repaired", async () => {
    const cache = await EcephysProjectCache.open({directory: writeCache({...tables, units: "id\n1\n"})});
    await expect(cache.units()).rejects.toMatchObject({tag: "bad-table"});
    writeFileSync(join(cache.directory, "units.csv"), csvText("units", tables.units));
    expect((await cache.units()).numRows()).toBe(1);
  });

  it("stays as it is on the disk", async () => {
    const directory = writeCache(tables);
    const before = readFileSync(join(directory, "units.csv"));
    await (await EcephysProjectCache.open({directory})).units();
    expect(readFileSync(join(directory, "units.csv"))).toEqual(before);
  });
});
