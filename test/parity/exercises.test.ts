// The exercises on tuning and correlations, computed as their pages do: from snapshots of tables and counts, without spikes.
import type {ColumnTable} from "arquero";
import {describe, expect, it} from "vitest";
import {meanNoiseCorrelations, noiseCorrelations, signalCorrelations} from "../../lib/analysis/correlations/index.js";
import {tuningCurve} from "../../lib/analysis/tuning/index.js";
import {columnValues, EcephysSession, encodeTable} from "../../lib/index.js";
import {spikeCountsSnapshot} from "../../lib/snapshot-makers/spike-counts.js";
import {presentationsSnapshot} from "../../lib/snapshot-makers/stimulus-presentations.js";
import {expectClose} from "./compare.js";
import {type GoldenSession, goldenSessions, loadGolden, openGolden, type Recorded} from "./golden.js";

/** Closed forms: sums in another order than numpy's. */
const CLOSE = 1e-9;

async function gratings(golden: GoldenSession) {
  const nwb = await openGolden(golden);
  const {ecephysSessionId: sessionId, sessionStartTime} = nwb;
  const metadata = {sessionId, sessionStartTime, source: "s.nwb", sourceDigest: "00", codeVersion: "0"};
  const encode = ({table, details}: {table: ColumnTable; details?: unknown}) =>
    encodeTable(table, {...metadata, details});
  const session = await EcephysSession.fromSnapshot(
    {
      units: encode({table: await nwb.units()}),
      stimulusPresentations: encode(await presentationsSnapshot(nwb)),
      stimulusConditions: encode({table: await nwb.stimulusConditions()}),
      spikeCounts: encode(await spikeCountsSnapshot(nwb, "drifting_gratings"))
    },
    {onWarning: () => {}}
  );
  const table = await session.stimulusTable("drifting_gratings");
  const column = (name: string) => Array.from(columnValues<number>(table, name));
  const ids = column("stimulus_presentation_id");
  const fromFile = await nwb.spikeCountsByPresentation(ids);
  nwb.close();
  const [orientation, frequency] = ["orientation", "temporal_frequency"].map(column);
  return {
    ids,
    orientation,
    frequency,
    conditions: column("stimulus_condition_id").map((id, row) => (orientation[row] === null ? Number.NaN : id)),
    counts: await session.spikeCountsByPresentation(ids),
    fromFile
  };
}

describe.each(goldenSessions)("the exercises on $name give what numpy gave", (golden) => {
  it("counts of each presentation and unit", async () => {
    const recorded = loadGolden(golden, "analysis_counts");
    const {counts, fromFile} = await gratings(golden);
    expect(fromFile).toEqual(counts);
    const ids = Array.from(counts.coords.stimulus_presentation_id);
    expect(Array.from(counts.coords.unit_id)).toEqual(recorded.unit_ids);
    recorded.presentation_ids.forEach((id: number, i: number) => {
      const row = ids.indexOf(id);
      const units = recorded.unit_ids.length;
      expect(Array.from(counts.values.subarray(row * units, (row + 1) * units))).toEqual(recorded.counts[i]);
    });
  });

  it("signal correlations", async () => {
    const {counts, orientation, frequency} = await gratings(golden);
    const {mean} = tuningCurve(counts, orientation, frequency);
    expectSame(await signalCorrelations(mean), loadGolden(golden, "analysis_signal_correlation").correlation);
  });

  it("noise correlations, pooled and averaged over conditions", async () => {
    const {counts, conditions} = await gratings(golden);
    const recorded = loadGolden(golden, "analysis_noise_correlation");
    expectSame(await noiseCorrelations(counts, conditions), recorded.pooled);
    expectSame((await meanNoiseCorrelations(counts, conditions)).mean, recorded.mean_of_conditions);
  });
});

function expectSame(own: Float64Array, recorded: Recorded[][]): void {
  const all = recorded.flat();
  expect(own.length).toBe(all.length);
  all.forEach((value, i) => {
    expectClose(own[i], value === "NaN" ? Number.NaN : value, CLOSE, `pair ${i}`);
  });
}
