import {table} from "arquero";
import {describe, expect, it} from "vitest";
import {columnValues, decodeTable, encodeTable, SnapshotError} from "../../lib/snapshot/index.js";

const metadata = {
  sessionId: 700000001,
  sessionStartTime: "2019-01-09T14:28:36-08:00",
  source: "session_700000001.nwb",
  sourceDigest: "00",
  codeVersion: "0.1.0",
  details: {windows: [[0, 1]]}
};

function roundTrip(columns: Record<string, ArrayLike<unknown>>): Record<string, unknown> {
  const decoded = decodeTable(encodeTable(table(columns as never), metadata));
  return Object.fromEntries(decoded.table.columnNames().map((name) => [name, columnValues(decoded.table, name)]));
}

describe("a snapshot", () => {
  it("keeps numbers of every type to the last bit", () => {
    const columns = {
      float64: Float64Array.of(0.1, Number.NaN, -0, 1e300),
      float32: Float32Array.of(0.5, Number.NaN, 2, 3),
      int32: Int32Array.of(951816951, -1, 0, 2147483647),
      int16: Int16Array.of(1, -2, 3, 4),
      int8: Int8Array.of(1, -2, 3, 4),
      uint32: Uint32Array.of(4294967295, 0, 1, 2),
      uint16: Uint16Array.of(65535, 0, 1, 2),
      uint8: Uint8Array.of(255, 0, 1, 2)
    };
    expect(roundTrip(columns)).toEqual(columns);
  });

  it("keeps texts, missing texts and truth values", () => {
    const columns = {area: ["VISp", null, "VISp", "µ"], has_lfp_data: [true, false, true, true]};
    expect(roundTrip(columns)).toEqual(columns);
  });

  it("keeps mixed values: numbers, lists, null, truth values and NaN", () => {
    const columns = {
      size: [null, [250, 250], [20, 20], Number.NaN],
      block: [null, 0, 1, Number.NaN],
      opacity: [true, null, true, Number.NaN]
    };
    expect(roundTrip(columns)).toEqual(columns);
  });

  it("keeps a list of numbers in each row, empty ones too", () => {
    const spikes = [Float64Array.of(1.5, 2.5), new Float64Array(), Float64Array.of(3)];
    const decoded = roundTrip({spike_times: spikes}).spike_times as Float64Array[];
    expect(Array.from(decoded, (list) => Array.from(list))).toEqual([[1.5, 2.5], [], [3]]);
    expect(decoded[0]).toBeInstanceOf(Float64Array);
  });

  it("keeps the numbers of lists of several types, and rows that have none", () => {
    const counts = [Uint8Array.of(1, 255), null, Uint32Array.of(2 ** 32 - 1), Uint16Array.of(400)];
    const decoded = roundTrip({spike_counts: counts}).spike_counts as (Float64Array | null)[];
    expect(Array.from(decoded, (list) => list && Array.from(list))).toEqual([[1, 255], null, [4294967295], [400]]);
  });

  it("keeps a table without rows", () => {
    expect(decodeTable(encodeTable(table({id: [], tags: []}), metadata)).table.numRows()).toBe(0);
  });

  it("says where it comes from", () => {
    expect(decodeTable(encodeTable(table({id: Int32Array.of(1)}), metadata)).metadata).toEqual(metadata);
  });

  it("gives columns of numbers as views on its bytes, not copies", () => {
    const bytes = encodeTable(table({x: Float64Array.of(1, 2, 3)}), metadata);
    const {table: decoded} = decodeTable(bytes);
    expect((columnValues(decoded, "x") as Float64Array).buffer).toBe(bytes.buffer);
  });
});

describe("what is not a snapshot", () => {
  const tagOf = (bytes: Uint8Array) => {
    try {
      decodeTable(bytes);
    } catch (error) {
      if (error instanceof SnapshotError) return error.tag;
      throw error;
    }
    return "no error";
  };

  it("is refused: no bytes, a text, an Arrow table of somebody else", async () => {
    const {tableFromArrays, tableToIPC} = await import("@uwdata/flechette");
    expect(tagOf(new Uint8Array())).toBe("not-a-snapshot");
    expect(tagOf(new TextEncoder().encode("<!doctype html><title>Not found</title>"))).toBe("not-a-snapshot");
    expect(tagOf(tableToIPC(tableFromArrays({x: [1]}), {format: "stream"})!)).toBe("not-a-snapshot");
  });

  it("is refused when another version of the layout wrote it", () => {
    const bytes = encodeTable(table({x: Int32Array.of(1)}), metadata);
    const text = Buffer.from(bytes)
      .toString("latin1")
      .replace(/"schemaVersion":\d/, '"schemaVersion":0');
    expect(tagOf(new Uint8Array(Buffer.from(text, "latin1")))).toBe("other-version");
  });
});
