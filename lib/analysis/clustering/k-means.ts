import {AnalysisError} from "../analysis-error.js";
import {asFiniteMatrix, type Matrix, type MatrixLike, matrixRows} from "../linear-algebra/index.js";
import {atOnce, type Steps} from "../long-task.js";
import type {RandomSource} from "../statistics/seeded-random.js";
import {requireClusters} from "./cluster-count.js";

/** Where the search begins: at given rows, or at rows drawn by k-means++, the best of several draws. */
export type KMeansStart = {initialRows: ArrayLike<number>} | {random: RandomSource; draws?: number};

/** Rows in clusters around their means. */
export interface KMeans {
  /** The cluster of each row. */
  labels: Int32Array;
  /** Clusters × columns: the mean of each. */
  centers: Matrix;
  /** The sum of squared distances of rows to the means of their clusters. */
  inertia: number;
  /** Whether labels changed no more. */
  converged: boolean;
}

/**
 * k-means by Lloyd's algorithm, from centers drawn by k-means++ (Arthur and Vassilvitskii 2007; 10 draws, of which the
 * one with least inertia is taken), or from given rows. A cluster that loses all its rows is given the one that is
 * farthest from its own.
 * @throws {AnalysisError} `wrong-argument` for NaN, a number of clusters or of draws that makes no sense, or rows to begin
 * with that are not one of the data for each cluster; `too-few-data` for more clusters than rows
 */
export function kMeans(input: MatrixLike, clusters: number, start: KMeansStart): KMeans {
  return atOnce(kMeansSteps(input, clusters, start));
}

/** {@link kMeans} in steps; how far they are is not told. */
export function* kMeansSteps(input: MatrixLike, clusters: number, start: KMeansStart): Steps<KMeans> {
  const data = asFiniteMatrix(input, "data");
  requireClusters(clusters, data.rows);
  requireStart(start, clusters, data.rows);
  if ("initialRows" in start) return yield* lloyd(data, matrixRows(data, start.initialRows));
  let best: KMeans | undefined;
  for (let draw = 0; draw < (start.draws ?? 10); ++draw) {
    const found = yield* lloyd(data, matrixRows(data, drawnRows(data, clusters, start.random)));
    if (!best || found.inertia < best.inertia) best = found;
  }
  return best!;
}

function requireStart(start: KMeansStart, clusters: number, rows: number): void {
  const isRow = (row: number) => Number.isInteger(row) && row >= 0 && row < rows;
  if ("initialRows" in start) {
    if (start.initialRows.length === clusters && Array.from(start.initialRows).every(isRow)) return;
    const [expected, found] = [`${clusters} rows from 0 to ${rows - 1}`, Array.from(start.initialRows).join(", ")];
    throw new AnalysisError("wrong-argument", {path: "initialRows", expected, found, remedy: "Give one per cluster."});
  }
  const {draws = 10} = start;
  if (Number.isInteger(draws) && draws >= 1) return;
  throw new AnalysisError("wrong-argument", {
    path: "draws",
    expected: "one draw or more",
    found: `${draws}`,
    remedy: "Leave it out, or give 10."
  });
}

const MOST_STEPS = 1000;

function* lloyd(data: Matrix, initial: Matrix): Steps<KMeans> {
  const {rows, columns, values} = data;
  const clusters = initial.rows;
  let centers = initial;
  let labels: Int32Array = new Int32Array(rows).fill(-1);
  let converged = false;
  for (let step = 0; step < MOST_STEPS && !converged; ++step) {
    yield 0;
    const next = nearest(data, centers);
    converged = next.every((label, row) => label === labels[row]);
    labels = next;
    const sums = {...centers, values: new Float64Array(centers.values.length)};
    const sizes = new Int32Array(clusters);
    const add = (row: number, cluster: number, sign: number) => {
      sizes[cluster] += sign;
      for (let j = 0; j < columns; ++j) sums.values[cluster * columns + j] += sign * values[row * columns + j];
    };
    for (let row = 0; row < rows; ++row) add(row, labels[row], 1);
    const empty = Array.from(sizes.keys()).filter((cluster) => sizes[cluster] === 0);
    if (empty.length > 0) {
      const distances = Float64Array.from(labels, (label, row) => squaredDistance(data, row, centers, label));
      const farthest = Array.from(distances.keys()).sort((a, b) => distances[b] - distances[a]);
      empty.forEach((cluster, rank) => {
        add(farthest[rank], labels[farthest[rank]], -1);
        add(farthest[rank], cluster, 1);
      });
    }
    for (let at = 0; at < sums.values.length; ++at) sums.values[at] /= Math.max(1, sizes[Math.floor(at / columns)]);
    centers = sums;
  }
  let inertia = 0;
  for (let row = 0; row < rows; ++row) inertia += squaredDistance(data, row, centers, labels[row]);
  return {labels, centers, inertia, converged};
}

/** Each next row is drawn with a probability that grows with its squared distance to those that were. */
function drawnRows(data: Matrix, clusters: number, random: RandomSource): number[] {
  const drawn = [Math.floor(random() * data.rows)];
  const distances = new Float64Array(data.rows).fill(Number.POSITIVE_INFINITY);
  while (drawn.length < clusters) {
    let total = 0;
    for (let row = 0; row < data.rows; ++row) {
      distances[row] = Math.min(distances[row], squaredDistance(data, row, data, drawn[drawn.length - 1]));
      total += distances[row];
    }
    let left = random() * total;
    let row = 0;
    while (row < data.rows - 1 && left >= distances[row]) left -= distances[row++];
    drawn.push(row);
  }
  return drawn;
}

function nearest(data: Matrix, centers: Matrix): Int32Array {
  return Int32Array.from({length: data.rows}, (_, row) => {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let cluster = 0; cluster < centers.rows; ++cluster) {
      const distance = squaredDistance(data, row, centers, cluster);
      if (distance < least) [best, least] = [cluster, distance];
    }
    return best;
  });
}

/** Between a row of one matrix and a row of another. */
export function squaredDistance(a: Matrix, i: number, b: Matrix, j: number): number {
  const {columns} = a;
  let sum = 0;
  for (let k = 0; k < columns; ++k) sum += (a.values[i * columns + k] - b.values[j * columns + k]) ** 2;
  return sum;
}
