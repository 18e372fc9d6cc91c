import {AnalysisError} from "../analysis-error.js";
import {asFiniteMatrix, type MatrixLike} from "../linear-algebra/index.js";
import {atOnce, type Steps} from "../long-task.js";
import {squaredDistance} from "./k-means.js";

/** How well rows lie in their clusters. */
export interface Silhouette {
  /** Of each row: from −1 (it lies in another cluster) to 1; 0 if it is alone in its cluster. */
  samples: Float64Array;
  mean: number;
}

/**
 * The silhouette (Rousseeuw 1987): (b − a) / max(a, b), with the mean distance a to the rows of the own cluster and b
 * to those of the nearest other. All NaN for fewer than two clusters.
 * @throws {AnalysisError} `wrong-shape` if there is not one label per row; `wrong-argument` for NaN among the data or
 * the labels
 */
export function silhouette(input: MatrixLike, labels: ArrayLike<number>): Silhouette {
  return atOnce(silhouetteSteps(input, labels));
}

/** {@link silhouette} in steps. */
export function* silhouetteSteps(input: MatrixLike, labels: ArrayLike<number>): Steps<Silhouette> {
  const data = asFiniteMatrix(input, "data");
  if (labels.length !== data.rows) {
    const [expected, found] = [`${data.rows} labels, one per row`, `${labels.length}`];
    throw new AnalysisError("wrong-shape", {path: "labels", expected, found, remedy: "Label every row."});
  }
  if (Array.from(labels).some(Number.isNaN)) {
    const [expected, remedy] = ["a number for each row", "Leave out the rows without a label."];
    throw new AnalysisError("wrong-argument", {path: "labels", expected, found: "NaN", remedy});
  }
  const names = [...new Set(Array.from(labels))];
  const clusters = Int32Array.from(labels, (label) => names.indexOf(label));
  const sizes = new Int32Array(names.length);
  for (const cluster of clusters) ++sizes[cluster];
  const silhouetteOf = (own: number, row: number) => {
    if (names.length < 2) return Number.NaN;
    if (sizes[own] === 1) return 0;
    const sums = new Float64Array(names.length);
    for (let other = 0; other < data.rows; ++other) {
      sums[clusters[other]] += Math.sqrt(squaredDistance(data, row, data, other));
    }
    const within = sums[own] / (sizes[own] - 1);
    let nearest = Number.POSITIVE_INFINITY;
    for (let k = 0; k < names.length; ++k) if (k !== own) nearest = Math.min(nearest, sums[k] / sizes[k]);
    const larger = Math.max(within, nearest);
    return larger > 0 ? (nearest - within) / larger : 0;
  };
  const samples = new Float64Array(data.rows);
  for (let row = 0; row < data.rows; ++row) {
    yield row / data.rows;
    samples[row] = silhouetteOf(clusters[row], row);
  }
  return {samples, mean: samples.reduce((sum, value) => sum + value, 0) / samples.length};
}
