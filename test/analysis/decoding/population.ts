import {expect} from "vitest";
import {type Matrix, seededRandom} from "../../../lib/analysis/index.js";

/** Counts of units that each prefer one class, with noise that is uniform. */
export function population({trials = 60, units = 8, classes = 3, signal = 6, seed = 1} = {}) {
  const random = seededRandom(seed);
  const target = Float64Array.from({length: trials}, (_, trial) => (trial % classes) * 45);
  const values = Float64Array.from({length: trials * units}, (_, at) => {
    const [trial, unit] = [Math.floor(at / units), at % units];
    return Math.floor(8 * random() + (trial % classes === unit % classes ? signal : 0));
  });
  return {trials: {rows: trials, columns: units, values} as Matrix, target};
}

export const tagged = (tag: string) => expect.objectContaining({name: "AnalysisError", tag});

export function range(from: number, to: number): number[] {
  return Array.from({length: to - from}, (_, i) => from + i);
}
