import {AnalysisError} from "../analysis-error.js";
import {asFiniteMatrix, type MatrixLike} from "../linear-algebra/index.js";
import {inTurns, type LongTaskOptions, type Steps, takingTurns} from "../long-task.js";
import type {RandomSource} from "../statistics/seeded-random.js";
import {gaussianMixtureSteps} from "./gaussian-mixture.js";
import {cutTree, hierarchicalSteps, type Linkage, type Merge} from "./hierarchical-clustering.js";
import {kMeansSteps} from "./k-means.js";
import {silhouetteSteps} from "./silhouette.js";

/** How rows are put into clusters. */
export type ClusteringMethod = "k-means" | "gaussian-mixture" | "hierarchical";

/** How clusterings of several numbers of clusters are made. */
export interface ClusteringsOptions extends LongTaskOptions {
  method: ClusteringMethod;
  /** The greatest number of clusters; 8 by default, and no more than there are rows. */
  most?: number;
  /** For k-means, from which a mixture begins as well. */
  random: RandomSource;
  /** Of a hierarchical clustering; "ward" by default. */
  linkage?: Linkage;
  /** Of a mixture; "full" by default. */
  covariance?: "full" | "diagonal";
}

/** The rows in so many clusters. */
export interface Clustering {
  clusters: number;
  /** The cluster of each row: 0 is the largest. */
  labels: Int32Array;
  /** The mean silhouette; NaN for one cluster. */
  silhouette: number;
  /** The Bayesian information criterion of a mixture, less is better; NaN of other methods. */
  bic: number;
}

/** Clusterings of the same rows, from one cluster on. */
export interface Clusterings {
  /** A mixture with too many distributions for the rows ends the list. */
  byCount: Clustering[];
  /** The tree of a hierarchical clustering. */
  merges: Merge[];
}

/**
 * The same rows in one, two, three, … clusters, each judged by its silhouette and, for a mixture, by BIC.
 *
 * @example
 * const {byCount} = await clusterings(features, {method: "k-means", most: 6, random: seededRandom(1)});
 *
 * @throws {AnalysisError} `wrong-argument` for NaN, or a greatest number of clusters that is not a whole number from 1 on; what
 * the signal was aborted with
 */
export async function clusterings(
  input: MatrixLike,
  {method, most = 8, random, linkage = "ward", covariance = "full", ...long}: ClusteringsOptions
): Promise<Clusterings> {
  const data = asFiniteMatrix(input, "data");
  if (!(Number.isInteger(most) && most >= 1)) {
    const [expected, found] = ["a whole number from 1 on", `${most}`];
    throw new AnalysisError("wrong-argument", {path: "most", expected, found, remedy: "Leave it out, or give 8."});
  }
  const turn = takingTurns(long);
  const merges = method === "hierarchical" && data.rows > 0 ? await whole(hierarchicalSteps(data, linkage)) : [];
  const byCount: Clustering[] = [];
  const last = Math.min(most, data.rows);
  for (let clusters = 1; clusters <= last; ++clusters) {
    const found = await labelled(clusters);
    if (!found) break;
    const labels = largestFirst(found.labels, clusters);
    byCount.push({clusters, labels, silhouette: (await whole(silhouetteSteps(data, labels))).mean, bic: found.bic});
    await turn(clusters / last);
  }
  return {byCount, merges};

  /** What cannot tell how far it is. */
  function whole<Result>(steps: Steps<Result>): Promise<Result> {
    return inTurns(steps, {signal: long.signal});
  }

  async function labelled(clusters: number): Promise<{labels: Int32Array; bic: number} | null> {
    if (method === "k-means") {
      return {labels: (await whole(kMeansSteps(data, clusters, {random}))).labels, bic: Number.NaN};
    }
    if (method === "hierarchical") return {labels: cutTree(merges, clusters), bic: Number.NaN};
    try {
      return await whole(gaussianMixtureSteps(data, clusters, {random, covariance}));
    } catch (error) {
      if (error instanceof AnalysisError && error.tag === "too-few-data") return null;
      throw error;
    }
  }
}

/** The same clusters, numbered from the largest to the smallest; of equals, the one with the earlier row first. */
function largestFirst(labels: Int32Array, clusters: number): Int32Array {
  const sizes = new Int32Array(clusters);
  for (const label of labels) ++sizes[label];
  const order = Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || labels.indexOf(a) - labels.indexOf(b));
  const number = new Int32Array(clusters);
  order.forEach((label, rank) => {
    number[label] = rank;
  });
  return labels.map((label) => number[label]);
}
