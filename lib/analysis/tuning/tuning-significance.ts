import {AnalysisError} from "../analysis-error.js";
import {meanOverRows} from "../counting/mean-over-rows.js";
import {asMatrix, type MatrixLike} from "../linear-algebra/index.js";
import {type LongTaskOptions, takingTurns} from "../long-task.js";
import type {RandomSource} from "../statistics/seeded-random.js";
import {presentationsByCondition} from "./tuning-curve.js";

/** How presentations are permuted. */
export interface TuningSignificanceOptions extends LongTaskOptions {
  random: RandomSource;
  /** 1000 by default. */
  permutations?: number;
}

/** Two sums that differ by less, relatively, are the same but for rounding. */
const ROUNDING = 1e-12;

/**
 * Whether a unit is tuned at all: the probability that conditions dealt out to the presentations at random make its mean
 * responses differ at least as much, (1 + permutations that do) / (1 + permutations). What differs is measured by the
 * sum of squares between conditions, which orders permutations as F does. Blank sweeps are left out.
 *
 * @example
 * const p = await tuningSignificance(counts, [orientations], {random: seededRandom(1), permutations: 1000});
 *
 * @param counts presentations × units
 * @param parameters as for `tuningCurve`
 * @returns p of each unit; 1 for a constant unit, NaN where a count is NaN or nothing was shown
 * @throws {AnalysisError} `wrong-shape`, `wrong-argument`; what the signal was aborted with
 */
export async function tuningSignificance(
  counts: MatrixLike,
  parameters: readonly ArrayLike<number | null>[],
  {random, permutations = 1000, ...options}: TuningSignificanceOptions
): Promise<Float64Array> {
  if (!(Number.isInteger(permutations) && permutations >= 1)) {
    const [expected, found] = ["at least one permutation", `${permutations}`];
    throw new AnalysisError("wrong-argument", {path: "permutations", expected, found, remedy: "Give 1000."});
  }
  const turn = takingTurns(options);
  const {rows: presentations, columns: units, values: all} = asMatrix(counts, "counts");
  const {rowsOf} = presentationsByCondition(presentations, parameters);
  const order = Int32Array.from(rowsOf.flat());
  // Without the mean of the unit, beside which the differences between conditions could be lost in rounding.
  const {mean} = meanOverRows(all, units, order);
  const values = new Float64Array(all.length);
  for (let first = 0; first < values.length; first += units) {
    for (let unit = 0; unit < units; ++unit) values[first + unit] = all[first + unit] - mean[unit];
  }
  const sizes = rowsOf.map(({length}) => length);
  const sums = new Float64Array(units);
  /** The sum over conditions of (sum of counts)² / n, when the presentations are dealt out in the given order. */
  const betweenConditions = () => {
    const squares = new Float64Array(units);
    let next = 0;
    for (const size of sizes) {
      sums.fill(0);
      for (const end = next + size; next < end; ++next) {
        const first = order[next] * units;
        for (let unit = 0; unit < units; ++unit) sums[unit] += values[first + unit];
      }
      for (let unit = 0; unit < units; ++unit) squares[unit] += (sums[unit] * sums[unit]) / size;
    }
    return squares;
  };
  const observed = betweenConditions();
  const asGreat = new Uint32Array(units);
  for (let permutation = 0; permutation < permutations; ++permutation) {
    for (let last = order.length - 1; last > 0; --last) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    const permuted = betweenConditions();
    for (let unit = 0; unit < units; ++unit) {
      if (permuted[unit] >= observed[unit] * (1 - ROUNDING)) ++asGreat[unit];
    }
    await turn((permutation + 1) / permutations);
  }
  return Float64Array.from(observed, (own, unit) =>
    order.length === 0 || Number.isNaN(own) ? Number.NaN : (1 + asGreat[unit]) / (1 + permutations)
  );
}
