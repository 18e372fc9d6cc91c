import {describe, expect, it} from "vitest";
import {columnValues, decodeTable, encodeTable} from "../../lib/snapshot/index.js";
import {countActivity} from "../../lib/snapshot-makers/activity.js";

const metadata = {
  sessionId: 1,
  sessionStartTime: "2019-01-09T14:28:36-08:00",
  source: "session_1.nwb",
  sourceDigest: "00",
  codeVersion: "0.1.0",
  details: {}
};

describe("a snapshot of activity", () => {
  it.each([400, 70_000])("keeps %d spikes of one unit in a bin beside few of another", (spikes) => {
    const trains = new Map([
      [11, Float64Array.of(0.5)],
      [12, new Float64Array(spikes).fill(0.5)]
    ]);
    const {table, details} = countActivity(trains, [0, 1000]);
    expect(details).toEqual({start: 0, width: 1});
    const decoded = decodeTable(encodeTable(table, metadata)).table;
    const lists = columnValues<ArrayLike<number>>(decoded, "spike_counts");
    expect([lists[0][0], lists[1][0], lists[1][1]]).toEqual([1, spikes, 0]);
  });
});
