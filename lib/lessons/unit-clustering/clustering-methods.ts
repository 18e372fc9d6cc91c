import type {ClusteringMethod} from "../../analysis/clustering/index.js";

/** A way to put units into clusters. */
export interface NamedMethod {
  id: ClusteringMethod;
  name: string;
}

/** The ways that the page offers, the first one first. */
export const CLUSTERING_METHODS: readonly NamedMethod[] = [
  {id: "k-means", name: "k-means"},
  {id: "gaussian-mixture", name: "Gaussian mixture"},
  {id: "hierarchical", name: "hierarchical (Ward)"}
];

/** The greatest number of clusters that the page makes. */
export const MOST_CLUSTERS = 8;

/** By what a method's numbers of clusters are compared, and how that is called. */
export function judgedBy({id}: NamedMethod): {key: "bic" | "silhouette"; name: string; inSentence: string} {
  return id === "gaussian-mixture"
    ? {key: "bic", name: "BIC", inSentence: "BIC"}
    : {key: "silhouette", name: "mean silhouette", inSentence: "Mean silhouette"};
}

/** @throws {Error} where no feature is chosen: then there is nothing to cluster by */
export function requireFeatures<Table extends {columns: number}>(table: Table): Table {
  if (table.columns === 0) throw new Error("Choose one or more features.");
  return table;
}

/**
 * What a worker is asked for: clusters of units by their standardised features.
 * @throws {AnalysisError} as {@link requireFeatures} does
 */
export function clusteringTask<Table extends {columns: number}>(data: Table, {id}: NamedMethod, seed: number) {
  return {data: requireFeatures(data), method: id, seed, most: MOST_CLUSTERS};
}
