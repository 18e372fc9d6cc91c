import type {Clustering, Clusterings} from "../../analysis/clustering/index.js";
import type {FeaturedUnit} from "./clustering-features.js";

/** A cluster and its units. */
export interface UnitCluster {
  /** From 0: the largest. */
  cluster: number;
  /** "cluster 1" for the largest. */
  name: string;
  members: FeaturedUnit[];
}

/** Units in the number of clusters that was chosen. */
export interface ClusteredUnits extends Clustering {
  /** The units that have all features, in the order of the labels. */
  units: FeaturedUnit[];
  groups: UnitCluster[];
  /** All clusterings of them. */
  found: Clusterings;
}

/**
 * The units in so many clusters, or in as many as there are.
 * @param found null or undefined where there is none yet
 * @returns null where there are no clusters, or where those are of other units: the features have just changed
 */
export function clusteredUnits(
  found: Clusterings | null | undefined,
  count: number,
  units: FeaturedUnit[]
): ClusteredUnits | null {
  const clustering = found?.byCount[Math.min(count, found.byCount.length) - 1];
  if (!found || !clustering || clustering.labels.length !== units.length) return null;
  const groups = Array.from({length: clustering.clusters}, (_, cluster) => ({
    cluster,
    name: clusterName(cluster),
    members: units.filter((_unit, i) => clustering.labels[i] === cluster)
  }));
  return {...clustering, units, groups, found};
}

/** What a cluster is called: the first one, whose number is 0, "cluster 1". */
export function clusterName(cluster: number): string {
  return `cluster ${cluster + 1}`;
}

/** In place of a figure of clusters. */
export const NO_CLUSTERS = {empty: "No clusters. The line above the first figure says why.", caption: ""};

/** A number of clusters in words. */
export function clustersText(count: number): string {
  return `${count} ${count === 1 ? "cluster" : "clusters"}`;
}
