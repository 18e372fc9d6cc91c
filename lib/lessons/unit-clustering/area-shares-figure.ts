import {compareStructures, countedText, structureName} from "../../words/index.js";
import {type ClusteredUnits, NO_CLUSTERS} from "./clustered-units.js";

/**
 * How many units of each area are in which cluster.
 * @param categoryColor the colour of the cluster with a number, as CSS
 */
export function areaSharesFigure(clustered: ClusteredUnits | null, categoryColor: (cluster: number) => string) {
  if (!clustered) return NO_CLUSTERS;
  const {units, groups} = clustered;
  const areas = [...new Set(units.map((unit) => unit.ecephys_structure_acronym))].sort(compareStructures);
  const rows = areas.map((acronym) => ({
    name: structureName(acronym),
    counts: groups.map(({members}) => members.filter((unit) => unit.ecephys_structure_acronym === acronym).length)
  }));
  return {
    data: [rows] as [typeof rows],
    options: {
      categories: groups.map(({cluster, name}) => ({name, color: categoryColor(cluster)})),
      label: "share of the area’s units",
      ariaLabel: "Clusters of the units of each area",
      ariaDescription: `Bars for ${countedText(areas.length, "areas")}`
    },
    caption: `${countedText(units.length, "units")} in ${countedText(areas.length, "areas")}; n at the right is an area’s units.`
  };
}
