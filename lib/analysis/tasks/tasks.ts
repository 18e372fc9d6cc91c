import {DataArray, type DataArrayParts} from "../../array/index.js";
import type {ClusteringsOptions, UmapOptions} from "../clustering/index.js";
import type {JitterOptions, LagOptions, SharpPeakOptions, ShiftOptions} from "../correlograms/index.js";
import type {BinWindow, DecodingOptions} from "../decoding/index.js";
import type {Matrix, MatrixLike} from "../linear-algebra/index.js";
import type {LongTaskOptions} from "../long-task.js";
import {seededRandom} from "../statistics/seeded-random.js";

// A worker of a page loads only what its one task needs.
const correlograms = () => import("../correlograms/index.js");

// Work that takes long enough to be done in a worker. What goes in and out of a task is plain data, which a message can
// hold: a seed stands for a source of random numbers, the parts of a labelled array for the array.

interface Trials extends DecodingOptions {
  trials: Exclude<MatrixLike, DataArray>;
  target: ArrayLike<number>;
}

/** Options of an analysis as plain data. */
type Seeded<Options> = Omit<Options, "random" | keyof LongTaskOptions> & {seed: number};

interface TwoTrains {
  /** Ascending spike times (s). */
  fixed: Float64Array;
  moving: Float64Array;
}

/** What can be asked of a worker, by name. */
export const tasks = {
  decode: async ({trials, target, ...options}: Trials, long: LongTaskOptions) =>
    (await import("../decoding/decode.js")).decode(trials, target, {...options, ...long}),

  chanceLevel: async (
    {trials, target, seed, ...options}: Trials & {accuracy: number; seed: number; shuffles?: number},
    long: LongTaskOptions
  ) =>
    (await import("../decoding/chance-level.js")).chanceLevel(trials, target, {
      ...options,
      ...long,
      random: seededRandom(seed)
    }),

  accuracyByUnitCount: async (
    {trials, target, seed, ...options}: Trials & {unitCounts: readonly number[]; seed: number; choices?: number},
    long: LongTaskOptions
  ) =>
    (await import("../decoding/accuracy-by-unit-count.js")).accuracyByUnitCount(trials, target, {
      ...options,
      ...long,
      random: seededRandom(seed)
    }),

  accuracyByWindow: async (
    {
      counts,
      target,
      ...options
    }: DecodingOptions & {
      counts: DataArrayParts<DataArray["values"]>;
      target: ArrayLike<number>;
      windows: readonly BinWindow[];
    },
    long: LongTaskOptions
  ) =>
    (await import("../decoding/accuracy-by-window.js")).accuracyByWindow(new DataArray(counts), target, {
      ...options,
      ...long
    }),

  allCrossCorrelograms: async (
    {trains, ...options}: LagOptions & {trains: readonly Float64Array[]},
    long: LongTaskOptions
  ) => {
    const {allCrossCorrelograms} = await correlograms();
    const {between, ...all} = await allCrossCorrelograms(trains, {...options, ...long});
    /** Of every pair: fixed × moving × bins. */
    const counts = new Uint32Array(trains.length ** 2 * all.bins);
    trains.forEach((_, fixed) => {
      trains.forEach((_, moving) => {
        counts.set(between(fixed, moving).counts, (fixed * trains.length + moving) * all.bins);
      });
    });
    return {...all, counts};
  },

  putativeConnections: async (
    {trains, ...options}: LagOptions & SharpPeakOptions & {trains: readonly Float64Array[]; level?: number},
    {signal, onProgress}: LongTaskOptions
  ) => {
    const {allCrossCorrelograms, putativeConnections} = await correlograms();
    const half = (from: number) => ({signal, onProgress: (fraction: number) => onProgress?.(from + fraction / 2)});
    const pairs = await allCrossCorrelograms(trains, {...options, ...half(0)});
    return putativeConnections(pairs, {...options, ...half(0.5)});
  },

  jitterPredictor: async (
    {fixed, moving, seed, ...options}: TwoTrains & Seeded<JitterOptions>,
    long: LongTaskOptions
  ) => (await correlograms()).jitterPredictor(fixed, moving, {...options, ...long, random: seededRandom(seed)}),

  shiftPredictor: async (
    {fixed, moving, ...options}: TwoTrains & Omit<ShiftOptions, keyof LongTaskOptions>,
    long: LongTaskOptions
  ) => (await correlograms()).shiftPredictor(fixed, moving, {...options, ...long}),

  clusterings: async ({data, seed, ...options}: Seeded<ClusteringsOptions> & {data: Matrix}, long: LongTaskOptions) =>
    (await import("../clustering/clusterings.js")).clusterings(data, {...options, ...long, random: seededRandom(seed)}),

  principalComponents: async ({data}: {data: Matrix}, long: LongTaskOptions) =>
    (await import("../clustering/principal-components.js")).principalComponents(data, long),

  umap: async ({data, seed, ...options}: Seeded<UmapOptions> & {data: Matrix}, long: LongTaskOptions) =>
    (await import("../clustering/umap.js")).umap(data, {...options, ...long, random: seededRandom(seed)})
};

/** The name of a task. */
export type TaskName = keyof typeof tasks;

/** What a task is given: plain data. */
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];

/** What comes out of a task: plain data. */
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;
