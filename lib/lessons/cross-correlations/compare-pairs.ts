import type {LagOptions, PutativeConnection} from "../../analysis/correlograms/index.js";
import type {LongTaskOptions, TaskInput, TaskName, TaskOutput} from "../../analysis/workers/index.js";
import type {TrainUnit} from "./pair-of-trains.js";

/** Has a long analysis done elsewhere, such as in a worker. */
export type RunTask = <Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  options?: LongTaskOptions
) => Promise<TaskOutput<Name>>;

/** Which pairs are compared, and how. */
export interface PairComparison {
  /** All pairs of these units, in both directions. */
  units: readonly TrainUnit[];
  trainOf: (unit: TrainUnit) => Promise<Float64Array>;
  /** The bins, and the lags of a monosynaptic effect (s). */
  bins: Required<LagOptions>;
  synapticLags: readonly [from: number, to: number];
  /** The probability of finding anything where nothing is, over all tests. */
  level: number;
}

/** What came out of a comparison. */
export interface ComparedPairs {
  /** Places among the units, ascending by p. */
  found: PutativeConnection[];
  units: readonly TrainUnit[];
  level: number;
  tests: number;
}

/** The share of the work that fetching spikes is taken for. */
const FETCHING = 0.1;

/** Tests all pairs of units for a connection, in both directions. */
export async function comparePairs(
  {units, trainOf, bins, synapticLags, level}: PairComparison,
  run: RunTask,
  {signal, onProgress}: LongTaskOptions
): Promise<ComparedPairs> {
  const trains: Float64Array[] = [];
  for (const unit of units) {
    signal?.throwIfAborted();
    trains.push(await trainOf(unit));
    onProgress?.((FETCHING * trains.length) / units.length);
  }
  const found = await run(
    "putativeConnections",
    {trains, ...bins, lags: synapticLags, level},
    {signal, onProgress: (part) => onProgress?.(FETCHING + (1 - FETCHING) * part)}
  );
  return {found, units, level, tests: testsAmong(units.length)};
}

/** How many tests there are among so many units: each pair in both directions. */
export function testsAmong(units: number): number {
  return units * Math.max(0, units - 1);
}
