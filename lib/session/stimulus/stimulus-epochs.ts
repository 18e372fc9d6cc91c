import type {ColumnTable} from "arquero";
import {columnValues} from "../../snapshot/index.js";
import {toTable} from "../columns.js";

/** The least duration (s) that an epoch of a stimulus must have to be shown, by the stimulus's name. */
export type DurationThresholds = Readonly<Record<string, number>>;

/** AllenSDK's default. No stimulus of the published sessions has this name, so it removes nothing. */
export const DEFAULT_DURATION_THRESHOLDS: DurationThresholds = {spontaneous_activity: 90};

/** A row of `stimulusEpochs()`: a stretch of the session in which one kind of stimulus was shown; times in s. */
export interface StimulusEpoch {
  start_time: number;
  stop_time: number;
  duration: number;
  stimulus_name: string;
  /** The number of its block; null for what is in none. */
  stimulus_block: number | null;
}

/**
 * Periods in which one block of one stimulus was shown: start_time, stop_time, duration (s), stimulus_name and
 * stimulus_block of the first presentation. A new epoch begins wherever the block changes.
 */
export function stimulusEpochs(
  presentations: ColumnTable,
  thresholds: DurationThresholds = DEFAULT_DURATION_THRESHOLDS
): ColumnTable {
  const column = (name: string) => columnValues(presentations, name);
  const [blocks, names] = [column("stimulus_block"), column("stimulus_name") as ArrayLike<string>];
  const [starts, stops] = [column("start_time"), column("stop_time")] as ArrayLike<number>[];
  const bounds = changes(blocks);
  const epochs = bounds.slice(0, -1).flatMap((first, i) => {
    const [start, stop] = [starts[first], stops[bounds[i + 1] - 1]];
    const epoch = {start, stop, duration: stop - start, name: names[first], block: blocks[first]};
    return Object.hasOwn(thresholds, epoch.name) && epoch.duration < thresholds[epoch.name] ? [] : [epoch];
  });
  return toTable({
    start_time: Float64Array.from(epochs, ({start}) => start),
    stop_time: Float64Array.from(epochs, ({stop}) => stop),
    duration: Float64Array.from(epochs, ({duration}) => duration),
    stimulus_name: epochs.map(({name}) => name),
    stimulus_block: epochs.map(({block}) => block)
  });
}

/** Where runs of equal values begin, and the length at the end; NaN equals NaN. */
export function changes(values: ArrayLike<unknown>): number[] {
  const bounds: number[] = [];
  for (let i = 0; i < values.length; ++i) {
    if (i === 0 || !Object.is(values[i], values[i - 1])) bounds.push(i);
  }
  return [...bounds, values.length];
}
