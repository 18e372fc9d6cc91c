import {type ColumnTable, from} from "arquero";
import {type ClusteredUnits, NO_CLUSTERS} from "./clustered-units.js";
import {clusteringFeatures, type FeaturedUnit} from "./clustering-features.js";
import {meanOf} from "./mean-of.js";

/** A row for each unit, with all its features. */
export function featureTable(units: readonly FeaturedUnit[]): ColumnTable {
  return from(
    units.map((unit) => ({
      unit_id: unit.unit_id,
      ecephys_structure_acronym: unit.ecephys_structure_acronym,
      ...Object.fromEntries(clusteringFeatures.map(({name, of}) => [name, of(unit)]))
    }))
  );
}

/** A row for each cluster, with the means of all features over its units. */
export function clusterTable(clustered: ClusteredUnits | null) {
  if (!clustered) return NO_CLUSTERS;
  const rows = clustered.groups.map(({cluster, members}) => ({
    cluster: cluster + 1,
    units: members.length,
    ...Object.fromEntries(clusteringFeatures.map(({name, of}) => [`mean ${name}`, meanOf(members.map(of))]))
  }));
  return {
    data: [from(rows)] as [ColumnTable],
    options: {rows: rows.length === 1 ? "cluster" : "clusters"},
    caption: ""
  };
}
