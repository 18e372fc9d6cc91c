import {finiteRows, scaled, scalingOf, silhouette} from "../../analysis/unit-features/index.js";
import {decimalText} from "../../words/index.js";
import type {ClusteredUnits} from "./clustered-units.js";
import {type ClusteringFeature, clusteringFeatures} from "./clustering-features.js";

const BLURRING = "More features are not more knowledge: where they vary without regard to the groups, they blur them.";

/** Whether the same clusters of units are clearer where firing rate, CV and LV count, too. */
export function answerMoreFeatures(clustered: ClusteredUnits | null, chosen: readonly ClusteringFeature[]): string {
  const wider = clustered ? silhouetteWithMore(clustered, chosen) : Number.NaN;
  if (!clustered || Number.isNaN(wider)) return `Tick them and compare the silhouettes. ${BLURRING}`;
  return `With the same clusters of units, the mean silhouette is ${decimalText(clustered.silhouette, 2)} in the space of the features chosen and ${decimalText(wider, 2)} with firing rate, CV and LV added. ${BLURRING} Tick them and see what the algorithm finds then.`;
}

/** Of the units that have all of them; NaN where there are none, or one cluster. */
function silhouetteWithMore({units, labels, clusters}: ClusteredUnits, chosen: readonly ClusteringFeature[]): number {
  const more = clusteringFeatures.filter(({id}) => ["rate", "cv", "lv"].includes(id));
  const features = [...new Set([...chosen, ...more])];
  const values = Float64Array.from(units.flatMap((unit) => features.map(({of}) => of(unit))));
  const {table, rows} = finiteRows({rows: units.length, columns: features.length, values});
  if (rows.length === 0 || clusters < 2) return Number.NaN;
  const own = Array.from(rows, (row) => labels[row]);
  return silhouette(scaled(table, scalingOf(table)), own).mean;
}
