import type {ColumnTable} from "arquero";
import {minMaxPerBin} from "../analysis/counting/index.js";
import type {EcephysSession} from "../session/index.js";
import {type BinsDetails, EYE_TIME, toTable} from "../session/snapshots/index.js";
import {columnValues} from "../snapshot/index.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** About one bin for each pixel of a wide figure. */
const BINS = 1000;

/**
 * Running and pupil over the whole session, from the first presentation to the last: the range of velocity (cm/s) and of
 * the pupil's area (cm²; filtered) in each bin, as bin_start (s), velocity_minimum, velocity_maximum,
 * pupil_area_minimum, pupil_area_maximum; NaN where nothing was measured.
 */
export async function overviewSnapshot(session: EcephysSession): Promise<SnapshotContent<BinsDetails>> {
  const presentations = await session.stimulusPresentations();
  const last = presentations.numRows() - 1;
  const [start, stop] = [presentations.get("start_time", 0), presentations.get("stop_time", last)] as [number, number];
  const bins = {start, width: (stop - start) / BINS, bins: BINS};
  const range = (table: ColumnTable | null, time: string, value: string) =>
    table
      ? minMaxPerBin(columnValues<number>(table, time), columnValues<number>(table, value), bins)
      : minMaxPerBin([], [], bins);
  const running = range(await session.runningSpeed(), "start_time", "velocity");
  const pupil = range(await session.screenGazeData({includeFilteredData: true}), EYE_TIME, "filtered_pupil_area");
  return {
    table: toTable({
      bin_start: Float64Array.from({length: BINS}, (_, i) => start + i * bins.width),
      velocity_minimum: running.minimum,
      velocity_maximum: running.maximum,
      pupil_area_minimum: pupil.minimum,
      pupil_area_maximum: pupil.maximum
    }),
    details: {start, width: bins.width}
  };
}

export const overview: SnapshotMaker<never> = {parameters: {}, make: (session) => overviewSnapshot(session)};
