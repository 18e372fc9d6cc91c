import type {Merge} from "../../analysis/clustering/index.js";
import {countedText} from "../../words/index.js";
import {type ClusteredUnits, clustersText} from "./clustered-units.js";
import {areaAndCluster} from "./unit-scatter.js";

/**
 * The tree of a hierarchical clustering, cut into the clusters that were chosen.
 * @param categoryColor the colour of the cluster with a number, as CSS
 * @returns null where the clusters are not those of a tree
 */
export function treeFigure(clustered: ClusteredUnits | null, categoryColor: (cluster: number) => string) {
  if (!clustered || clustered.found.merges.length === 0) return null;
  const {units, labels, clusters, found} = clustered;
  return {
    data: [found.merges] as [Merge[]],
    options: {
      cut: cutDistance(found.merges, clusters),
      colorOf: (row: number) => categoryColor(labels[row]),
      nameOf: (row: number) => `unit ${units[row].unit_id}: ${areaAndCluster(units[row], labels[row])}`,
      ariaLabel: "The tree of merges",
      ariaDescription: `${countedText(units.length, "units")}, cut into ${clusters} clusters`
    },
    caption: `Each fork joins two clusters, at the distance between them (Ward’s). The dashed line cuts the tree into ${clustersText(clusters)}.`
  };
}

/** Half-way between the last merge within a cluster and the first one between clusters; above the last, a little above it. */
function cutDistance(merges: readonly Merge[], clusters: number): number {
  const above = merges[merges.length - 1].distance * 1.02;
  const distanceOf = (merge: number) => merges[merge]?.distance ?? above;
  return (distanceOf(merges.length - clusters) + distanceOf(merges.length - clusters + 1)) / 2;
}
