import {countedText, decimalText} from "../../words/index.js";
import {type ClusteredUnits, NO_CLUSTERS} from "./clustered-units.js";
import {judgedBy, type NamedMethod} from "./clustering-methods.js";

/** How well each number of clusters describes the units: BIC of a mixture, else the mean silhouette. */
export function countFigure(clustered: ClusteredUnits | null, method: NamedMethod, color: string) {
  const {key, name, inSentence} = judgedBy(method);
  const what = `${key === "bic" ? inSentence : `The ${name}`} by the number of clusters.`;
  if (!clustered) return {...NO_CLUSTERS, caption: what};
  const {byCount} = clustered.found;
  const points = byCount.filter((each) => Number.isFinite(each[key])).map((each) => ({x: each.clusters, y: each[key]}));
  const silhouettes = byCount
    .filter(({clusters}) => clusters > 1)
    .map(({clusters, silhouette}) => `${clusters}: ${decimalText(silhouette, 2)}`)
    .join(", ");
  const lines = [{name: key, color, points}];
  return {
    data: [lines] as [typeof lines],
    options: {
      xLabel: "clusters",
      label: name,
      dots: true,
      ...(key === "silhouette" && {include: [0]}),
      marked: {x: clustered.clusters, name: "the number chosen"},
      digits: 4,
      ariaLabel: `${inSentence} by the number of clusters`
    },
    caption: `${what} ${method.name} of ${countedText(clustered.units.length, "units")}; the vertical line is the number chosen. Mean silhouettes: ${silhouettes}.`
  };
}
