import {upperBound} from "../analysis/counting/index.js";
import {movingMean, RUNNING_WINDOW} from "../analysis/smoothing/index.js";
import type {EcephysSession, StimulusEpoch} from "../session/index.js";
import {EYE_TIME, type EyeSamplesDetails, toTable} from "../session/snapshots/index.js";
import {columnValues} from "../snapshot/index.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";
import {MOST_SAMPLES, partSizeOf} from "./time-series.js";

/** The columns of screenGazeData() that are kept; all raw. */
const KEPT = [
  "raw_pupil_area",
  "raw_screen_coordinates_x_cm",
  "raw_screen_coordinates_y_cm",
  "raw_screen_coordinates_spherical_x_deg",
  "raw_screen_coordinates_spherical_y_deg"
];

/**
 * The eye over the whole session, at evenly chosen frames of its camera, at most {@link MOST_SAMPLES}: Time (s), the
 * pupil's area (cm²) and the gaze (cm, degrees), with the running speed (velocity, cm/s, the mean over {@link RUNNING_WINDOW}, so
 * that the sensor's noise does not decide whether the mouse stands; NaN where it was not measured) and the stimulus (null
 * outside all epochs) of the moment. In single precision but for the times.
 */
export async function eyeSamplesSnapshot(session: EcephysSession): Promise<SnapshotContent<EyeSamplesDetails>> {
  const gaze = await session.screenGazeData();
  if (!gaze) return {table: toTable({}), details: {present: false, frames: 0, every: 1, partSize: 0}};
  const frames = gaze.numRows();
  const every = Math.max(1, Math.ceil(frames / MOST_SAMPLES));
  const sampled = (name: string) => {
    const values = columnValues<number>(gaze, name);
    return Float64Array.from({length: Math.ceil(frames / every)}, (_, i) => values[i * every]);
  };
  const times = sampled(EYE_TIME);
  const epochs = (await session.stimulusEpochs()).objects() as StimulusEpoch[];
  const starts = epochs.map(({start_time}) => start_time);
  const stimulusAt = (time: number) => {
    const epoch = epochs[upperBound(starts, time) - 1];
    return epoch && time <= epoch.stop_time ? epoch.stimulus_name : null;
  };
  return {
    table: toTable({
      [EYE_TIME]: times,
      ...Object.fromEntries(KEPT.map((name) => [name, Float32Array.from(sampled(name))])),
      velocity: await velocityAt(session, times),
      stimulus_name: Array.from(times, stimulusAt)
    }),
    details: {present: true, frames, every, partSize: partSizeOf(frames)}
  };
}

async function velocityAt(session: EcephysSession, times: Float64Array): Promise<Float32Array> {
  const running = await session.runningSpeed();
  const [starts, ends, velocity] = ["start_time", "end_time", "velocity"].map((name) =>
    columnValues<number>(running, name)
  );
  const smoothed = movingMean(starts, velocity, RUNNING_WINDOW);
  return Float32Array.from(times, (time) => {
    const row = upperBound(starts, time) - 1;
    return row >= 0 && time < ends[row] ? smoothed[row] : Number.NaN;
  });
}

export const eyeSamples: SnapshotMaker<never> = {parameters: {}, make: eyeSamplesSnapshot};
