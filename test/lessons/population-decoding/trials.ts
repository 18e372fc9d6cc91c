import type {Decoding} from "../../../lib/analysis/decoding/index.js";
import {decoders} from "../../../lib/lessons/population-decoding/index.js";

/** A decoding of these values with this confusion matrix. */
export function decodingOf(classes: number[], confusion: number[][], interval: [number, number]): Decoding {
  const counts = Float64Array.from(confusion.flat());
  const right = confusion.reduce((sum, row, i) => sum + row[i], 0);
  return {
    classes,
    predictions: new Float64Array(0),
    folds: [],
    foldAccuracy: [],
    accuracy: right / counts.reduce((sum, count) => sum + count, 0),
    interval,
    confusion: {rows: classes.length, columns: classes.length, values: counts}
  };
}

/** Presentations with these parameters, a second apart. */
export function presentationsOf(parameters: readonly Record<string, unknown>[]) {
  return parameters.map((own, id) => ({
    stimulus_presentation_id: id,
    stimulus_name: "drifting_gratings",
    stimulus_block: 1,
    start_time: id,
    stop_time: id + 0.5,
    duration: 0.5,
    ...own
  }));
}

/** The decoder of this id. */
export function decoderOf(id: string) {
  return decoders.find((decoder) => decoder.id === id)!;
}
