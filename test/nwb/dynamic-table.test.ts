import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {DynamicTable, Hdf5File} from "../../lib/nwb/index.js";
import {type GroupDescription, writeHdf5} from "./write-hdf5.js";

async function tableOf(description: GroupDescription): Promise<{table: DynamicTable; file: Hdf5File}> {
  const file = await Hdf5File.open(await writeHdf5({units: description}));
  return {table: new DynamicTable(file, "/units"), file};
}

const IDS = BigInt64Array.of(30n, 10n, 20n);

describe("a table", () => {
  it("keeps its ids as they are, sorted or not, and its columns in the order it states", async () => {
    const {table, file} = await tableOf({
      "@colnames": ["b", "a"],
      id: IDS,
      a: Float64Array.of(1, 2, 3),
      b: ["x", "y", "z"]
    });
    expect(table.ids).toEqual(Int32Array.of(30, 10, 20));
    expect(table.columnNames).toEqual(["b", "a"]);
    expect(table.length).toBe(3);
    expect(table.column("a")).toEqual(Float64Array.of(1, 2, 3));
    expect(table.column("b")).toEqual(["x", "y", "z"]);
    file.close();
  });

  it("that lacks its ids, its column names or a column it names is an error", async () => {
    await expect(tableOf({"@colnames": ["a"], a: Float64Array.of(1)})).rejects.toMatchObject({
      tag: "missing",
      path: "/units/id"
    });
    await expect(tableOf({id: IDS})).rejects.toMatchObject({tag: "missing", path: "/units"});
    await expect(tableOf({"@colnames": ["a"], id: IDS})).rejects.toMatchObject({tag: "missing", path: "/units/a"});
  });

  it("with a column shorter than its ids is an error, not a table with holes", async () => {
    const {table, file} = await tableOf({"@colnames": ["a"], id: IDS, a: Float64Array.of(1, 2)});
    expect(() => table.numbers("a")).toThrow(/expected 3 rows, as the table has ids, found 2/);
    file.close();
  });

  it("names its columns when asked for one it does not have", async () => {
    const {table, file} = await tableOf({"@colnames": ["a"], id: IDS, a: Float64Array.of(1, 2, 3)});
    expect(() => table.column("quality")).toThrow(/"quality", found the columns a/);
    file.close();
  });
});

describe("a ragged column", () => {
  it.each([
    ["uint8", Uint8Array],
    ["uint16", Uint16Array],
    ["int32", Int32Array],
    ["uint32", Uint32Array]
  ])("with an index of %s gives each row its own values", async (_, Index) => {
    const {table, file} = await tableOf({
      "@colnames": ["spike_times"],
      id: IDS,
      spike_times: Float64Array.of(1, 2, 3),
      spike_times_index: Index.of(2, 2, 3)
    });
    const spikeTimes = table.ragged("spike_times");
    expect([0, 1, 2].map((row) => Array.from(spikeTimes.numbers(row)))).toEqual([[1, 2], [], [3]]);
    expect(spikeTimes.lengthOf(1)).toBe(0);
    file.close();
  });

  it("of texts gives a list per row", async () => {
    const {table, file} = await tableOf({
      "@colnames": ["tags"],
      id: IDS,
      tags: ["a", "b", "c"],
      tags_index: Uint8Array.of(1, 1, 3)
    });
    expect(table.ragged("tags").strings()).toEqual([["a"], [], ["b", "c"]]);
    file.close();
  });

  it("whose index points past the values, decreases or has too few rows is an error", async () => {
    const column = (index: Int32Array) => ({"@colnames": ["x"], id: IDS, x: Float64Array.of(1, 2, 3), x_index: index});
    const tagOf = async (index: Int32Array) => {
      const {table, file} = await tableOf(column(index));
      try {
        table.ragged("x");
      } catch (error) {
        return (error as {tag: string}).tag;
      } finally {
        file.close();
      }
      return "no error";
    };
    expect(await tagOf(Int32Array.of(1, 2, 4))).toBe("index-out-of-range");
    expect(await tagOf(Int32Array.of(2, 1, 3))).toBe("index-out-of-range");
    expect(await tagOf(Int32Array.of(-1, 1, 3))).toBe("index-out-of-range");
    expect(await tagOf(Int32Array.of(1, 3))).toBe("wrong-length");
  });

  it("packs and unpacks any rows", async () => {
    const rows = fc.array(fc.array(fc.double({noNaN: true}), {maxLength: 5}), {minLength: 1, maxLength: 6});
    await fc.assert(
      fc.asyncProperty(rows, async (lists) => {
        const ends = lists.map((_, i) => lists.slice(0, i + 1).flat().length);
        const {table, file} = await tableOf({
          "@colnames": ["x"],
          id: BigInt64Array.from(lists, (_, i) => BigInt(i)),
          x: Float64Array.from(lists.flat()),
          x_index: Int32Array.from(ends)
        });
        const column = table.ragged("x");
        expect(lists.map((_, row) => Array.from(column.numbers(row)))).toEqual(lists);
        file.close();
      }),
      {numRuns: 25}
    );
  });
});
