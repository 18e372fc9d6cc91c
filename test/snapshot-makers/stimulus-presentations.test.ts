import {table} from "arquero";
import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {EcephysSession} from "../../lib/session/index.js";
import {takePresentations} from "../../lib/session/snapshots/take-presentations.js";
import {decodeTable, encodeTable} from "../../lib/snapshot/index.js";
import {presentationsSnapshot} from "../../lib/snapshot-makers/stimulus-presentations.js";

const metadata = {
  sessionId: 1,
  sessionStartTime: "",
  source: "",
  sourceDigest: "",
  codeVersion: "",
  details: undefined
};

/** Presentations that begin when the last one stopped, later, or sooner. */
const presentations = fc
  .array(
    fc.record({
      gap: fc.constantFrom(0, 0, 0, 0.5, -0.1),
      duration: fc.constantFrom(0.25, 0.1 + 0.2, 1e-9, Number.NaN),
      skipped: fc.constantFrom(0, 0, 0, 3)
    }),
    {maxLength: 30}
  )
  .map((rows) => {
    let [time, id] = [24.43, 0];
    const known = rows.map(({gap, duration, skipped}) => {
      const start = time + gap;
      const stop = start + duration;
      if (!Number.isNaN(stop)) time = stop;
      id += skipped;
      return {id: id++, start, stop};
    });
    return table({
      stimulus_presentation_id: Int32Array.from(known, (row) => row.id),
      stimulus_name: known.map(() => "flashes"),
      stimulus_block: known.map(({id}) => (id % 2 ? 1 : null)),
      start_time: Float64Array.from(known, (row) => row.start),
      stop_time: Float64Array.from(known, (row) => row.stop),
      stimulus_condition_id: Int32Array.from(known, ({id}) => id % 3)
    });
  });

describe("a snapshot of presentations", () => {
  it("has every id, start and stop to the last bit, whether presentations follow each other or not", async () => {
    await fc.assert(
      fc.asyncProperty(presentations, async (shown) => {
        const session = {stimulusPresentations: async () => shown} as unknown as EcephysSession;
        const {table: written} = await presentationsSnapshot(session);
        const read = takePresentations(decodeTable(encodeTable(written, metadata)).table);
        expect(read.columnNames()).toEqual(shown.columnNames());
        expect(read.objects()).toEqual(shown.objects());
      })
    );
  });
});
