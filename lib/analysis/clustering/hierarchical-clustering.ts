import {AnalysisError} from "../analysis-error.js";
import {asFiniteMatrix, type MatrixLike} from "../linear-algebra/index.js";
import {atOnce, type Steps} from "../long-task.js";
import {requireClusters} from "./cluster-count.js";
import {squaredDistance} from "./k-means.js";

/** How far apart two clusters are: by Ward's rule, or the mean, the greatest or the least distance of their rows. */
export type Linkage = "ward" | "average" | "complete" | "single";

/** Two clusters become one. Rows are clusters 0 to n − 1, and the k-th merge makes cluster n + k. */
export interface Merge {
  /** The two clusters, the lower number first. */
  clusters: [number, number];
  distance: number;
  /** How many rows the new cluster has. */
  size: number;
}

/**
 * The tree of merges of rows by Euclidean distance, nearest first, as scipy's `linkage`. By the chain of nearest
 * neighbours (Murtagh 1983), with the distances of Lance and Williams.
 * @returns n − 1 merges, by distance
 * @throws {AnalysisError} `wrong-argument` for NaN
 */
export function hierarchicalClustering(input: MatrixLike, linkage: Linkage = "ward"): Merge[] {
  return atOnce(hierarchicalSteps(input, linkage));
}

/** {@link hierarchicalClustering} in steps; how far they are is not told. */
export function* hierarchicalSteps(input: MatrixLike, linkage: Linkage): Steps<Merge[]> {
  const data = asFiniteMatrix(input, "data");
  const n = data.rows;
  const distances = new Float64Array(n * n);
  for (let i = 0; i < n; ++i) {
    yield 0;
    for (let j = 0; j < i; ++j) {
      distances[i * n + j] = Math.sqrt(squaredDistance(data, i, data, j));
      distances[j * n + i] = distances[i * n + j];
    }
  }
  const sizes = new Int32Array(n).fill(1);
  const found: {rows: [number, number]; distance: number}[] = [];
  const chain: number[] = [];
  while (found.length < n - 1) {
    yield 0;
    if (chain.length === 0) chain.push(sizes.findIndex((size) => size > 0));
    const [a, b, distance] = yield* reciprocalNeighbours(chain, distances, sizes);
    found.push({rows: [a, b], distance});
    for (let other = 0; other < n; ++other) {
      if (other === a || other === b || sizes[other] === 0) continue;
      const [toA, toB] = [distances[a * n + other], distances[b * n + other]];
      const joint = joinedDistance(linkage, {toA, toB, between: distance}, [sizes[a], sizes[b], sizes[other]]);
      distances[b * n + other] = joint;
      distances[other * n + b] = joint;
    }
    sizes[b] += sizes[a];
    sizes[a] = 0;
  }
  return numbered(found, n);
}

/** Follows nearest neighbours until two are each other's; of equals, the one that came before. */
function* reciprocalNeighbours(
  chain: number[],
  distances: Float64Array,
  sizes: Int32Array
): Steps<[number, number, number]> {
  const n = sizes.length;
  for (;;) {
    yield 0;
    const last = chain[chain.length - 1];
    const before = chain.length > 1 ? chain[chain.length - 2] : -1;
    let [nearest, least] = before >= 0 ? [before, distances[last * n + before]] : [-1, Number.POSITIVE_INFINITY];
    for (let other = 0; other < n; ++other) {
      if (sizes[other] === 0 || other === last || distances[last * n + other] >= least) continue;
      [nearest, least] = [other, distances[last * n + other]];
    }
    if (nearest === before && before >= 0) {
      chain.length -= 2;
      return [Math.min(last, before), Math.max(last, before), least];
    }
    chain.push(nearest);
  }
}

function joinedDistance(
  linkage: Linkage,
  {toA, toB, between}: {toA: number; toB: number; between: number},
  [a, b, other]: [number, number, number]
): number {
  switch (linkage) {
    case "single":
      return Math.min(toA, toB);
    case "complete":
      return Math.max(toA, toB);
    case "average":
      return (a * toA + b * toB) / (a + b);
    case "ward":
      return Math.sqrt(((a + other) * toA ** 2 + (b + other) * toB ** 2 - other * between ** 2) / (a + b + other));
  }
}

/** The merges by distance, with the numbers that clusters have in that order. */
function numbered(found: {rows: [number, number]; distance: number}[], n: number): Merge[] {
  const sorted = found.map((merge, index) => ({...merge, index}));
  sorted.sort((a, b) => a.distance - b.distance || a.index - b.index);
  const parent = Int32Array.from({length: 2 * n}, (_, cluster) => cluster);
  const sizes = new Int32Array(2 * n).fill(1);
  const root = (cluster: number) => {
    let top = cluster;
    while (parent[top] !== top) top = parent[top];
    return top;
  };
  return sorted.map(({rows, distance}, k) => {
    const [a, b] = [root(rows[0]), root(rows[1])];
    parent[a] = n + k;
    parent[b] = n + k;
    sizes[n + k] = sizes[a] + sizes[b];
    return {clusters: [Math.min(a, b), Math.max(a, b)], distance, size: sizes[n + k]};
  });
}

/**
 * The labels of rows when a tree is cut into so many clusters; numbered in the order of their first rows.
 * @throws {AnalysisError} `too-few-data` for more clusters than rows
 */
export function cutTree(merges: readonly Merge[], clusters: number): Int32Array {
  const n = merges.length + 1;
  requireClusters(clusters, n);
  const parent = new Map<number, number>();
  merges.slice(0, n - clusters).forEach(({clusters: pair}, k) => {
    for (const cluster of pair) {
      if (parent.has(cluster)) {
        const [expected, found] = ["each cluster merged once", `${cluster} twice`];
        throw new AnalysisError("wrong-argument", {path: "merges", expected, found, remedy: "Give a whole tree."});
      }
      parent.set(cluster, n + k);
    }
  });
  const labels = new Map<number, number>();
  return Int32Array.from({length: n}, (_, row) => {
    let top = row;
    for (let above = parent.get(top); above !== undefined; above = parent.get(top)) top = above;
    if (!labels.has(top)) labels.set(top, labels.size);
    return labels.get(top)!;
  });
}
