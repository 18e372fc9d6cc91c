import type {PrincipalComponents} from "../../analysis/unit-features/index.js";
import {countedText, countText} from "../../words/index.js";
import {type ClusteredUnits, clustersText, NO_CLUSTERS} from "./clustered-units.js";
import type {ClusteringFeature} from "./clustering-features.js";
import type {NamedMethod} from "./clustering-methods.js";
import type {UnitGroups} from "./unit-groups.js";
import {unitScatter} from "./unit-scatter.js";

/** What the clusters of the page were made from. */
export interface PlaneSettings {
  features: readonly ClusteringFeature[];
  method: NamedMethod;
  /** The number of clusters that was asked for. */
  count: number;
  seed: number;
  /** How many units there are, also of those that lack a feature. */
  total: number;
}

/** Units in the plane of the first two principal components of their standardised features. */
export function planeFigure(
  clustered: ClusteredUnits | null,
  groups: UnitGroups | null,
  {scores, varianceRatio}: PrincipalComponents,
  {features, method, count, seed, total}: PlaneSettings
) {
  if (!clustered || !groups || scores.columns === 0) return NO_CLUSTERS;
  const {columns, values} = scores;
  const {data, options} = unitScatter(clustered, groups, (row) => [
    values[row * columns],
    columns > 1 ? values[row * columns + 1] : 0
  ]);
  const kept = clustered.units.length;
  const units =
    kept === total
      ? countedText(total, "units")
      : `${countText(kept)} of ${countedText(total, "units")} (the others lack a feature)`;
  const names = features.map(({name}) => nameWithoutUnit(name)).join(", ");
  const [first, second] = [0, 1].map((k) => `${(100 * (varianceRatio[k] ?? 0)).toFixed(0)}\u00a0%`);
  return {
    data,
    options: {
      ...options,
      xLabel: "first principal component",
      yLabel: "second principal component",
      ariaLabel: "Units in the plane of the first two principal components"
    },
    caption: `${units}, ${features.length} standardised features: ${names}. The two components hold ${first} and ${second} of the variance. ${method.name}, ${clustersText(count)}, seed ${seed}.`
  };
}

/** "duration" for "duration (ms)". */
function nameWithoutUnit(name: string): string {
  const unit = name.indexOf(" (");
  return unit < 0 ? name : name.slice(0, unit);
}
