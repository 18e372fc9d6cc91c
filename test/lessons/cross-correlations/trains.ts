// Units and spike trains for the tests of the lesson on cross-correlations.
import {seededRandom} from "../../../lib/analysis/index.js";
import {runInWorker} from "../../../lib/analysis/workers/run-in-worker.node.js";
import type {PairOfTrains, RunTask, TrainUnit} from "../../../lib/lessons/cross-correlations/index.js";

export function trainUnit(unit_id: number, own: Partial<TrainUnit> = {}): TrainUnit {
  return {
    unit_id,
    probe_id: 1,
    probe_description: "probeA",
    ecephys_structure_acronym: "VISp",
    probe_vertical_position: 100,
    probe_horizontal_position: 10,
    snr: 3,
    firing_rate: 5,
    ...own
  };
}

/** Spikes (s) at so many moments by chance, over some seconds. */
export function randomTrain(spikes: number, seconds: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({length: spikes}, () => random() * seconds).sort();
}

export const run: RunTask = runInWorker;

/** A pair of which the moving unit, 2, fires a while (s) after each spike of the fixed one, 1. */
export function followingPair(delay: number): PairOfTrains {
  const fixedTrain = randomTrain(500, 100, 1);
  return {
    fixedUnit: trainUnit(1),
    movingUnit: trainUnit(2),
    fixedTrain,
    movingTrain: fixedTrain.map((time) => time + delay)
  };
}
