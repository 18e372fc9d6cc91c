import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {columnValues, decodeTable, EcephysSession, encodeTable} from "../../lib/index.js";
import {SNAPSHOT_MAKERS, type SnapshotMaker} from "../../lib/snapshot-makers/index.js";

// Its unit ids begin at 3000000001, beyond what 32 bits hold; see test/fixtures/hostile/README.md.
const file = "test/fixtures/hostile/bigids_units.nwb";

describe("unit ids beyond 32 bits", () => {
  let session: EcephysSession;
  let ids: number[];
  beforeAll(async () => {
    session = await EcephysSession.fromNwb(file, {onWarning: () => {}});
    ids = Array.from(columnValues<number>(await session.units(), "unit_id"));
  });
  afterAll(() => session.close());

  it.each(["units", "activity", "spikeEnds", "spikeTrainFeatures"] as const)(
    "are kept in the snapshot of %s",
    async (name) => {
      const {table, details} = await (SNAPSHOT_MAKERS[name] as SnapshotMaker).make(session, {}, async () => null);
      const origin = {sessionId: 1, sessionStartTime: "", source: "", sourceDigest: "", codeVersion: "", details};
      const read = Array.from(columnValues<number>(decodeTable(encodeTable(table, origin)).table, "unit_id"));
      expect(Math.min(...ids)).toBeGreaterThan(2 ** 31);
      expect(read.sort()).toEqual([...ids].sort());
    }
  );
});
