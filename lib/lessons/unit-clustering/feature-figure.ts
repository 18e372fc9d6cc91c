import {countedText} from "../../words/index.js";
import {type ClusteredUnits, NO_CLUSTERS} from "./clustered-units.js";
import type {ClusteringFeature} from "./clustering-features.js";
import type {UnitGroups} from "./unit-groups.js";
import {unitScatter} from "./unit-scatter.js";

/** Units in the plane of two features, in the unit that each has. */
export function featureFigure(
  clustered: ClusteredUnits | null,
  groups: UnitGroups | null,
  across: ClusteringFeature,
  up: ClusteringFeature
) {
  if (!clustered || !groups) return NO_CLUSTERS;
  const {units} = clustered;
  const {data, options} = unitScatter(clustered, groups, (row) => [across.of(units[row]), up.of(units[row])]);
  return {
    data,
    options: {...options, xLabel: across.name, yLabel: up.name, ariaLabel: `Units by ${across.name} and ${up.name}`},
    caption: `${countedText(units.length, "units")}.`
  };
}
