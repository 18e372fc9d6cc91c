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
  units: readonly TrainUnit[];
  /** The names of the probes whose units are compared. */
  probes: readonly string[];
  trainOf: (unit: TrainUnit) => Promise<Float64Array>;
  /** Which lags are counted, and how finely. */
  lags: Required<LagOptions>;
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

/** Tests all pairs of the units of some probes for a connection, in both directions. */
export async function comparePairs(
  {units: all, probes, trainOf, lags, level}: PairComparison,
  run: RunTask,
  {signal, onProgress}: LongTaskOptions
): Promise<ComparedPairs> {
  const units = unitsOnProbes(all, probes);
  const trains: Float64Array[] = [];
  for (const unit of units) {
    signal?.throwIfAborted();
    trains.push(await trainOf(unit));
    onProgress?.((FETCHING * trains.length) / units.length);
  }
  const found = await run(
    "putativeConnections",
    {trains, ...lags, level},
    {signal, onProgress: (part) => onProgress?.(FETCHING + (1 - FETCHING) * part)}
  );
  return {found, units, level, tests: testsAmong(units.length)};
}

/** The units of some probes. */
export function unitsOnProbes(units: readonly TrainUnit[], probes: readonly string[]): TrainUnit[] {
  return units.filter(({probe_description}) => probes.includes(probe_description));
}

/** How many tests there are among so many units: each pair in both directions. */
export function testsAmong(units: number): number {
  return units * Math.max(0, units - 1);
}
