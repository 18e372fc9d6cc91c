import type {Clusterings} from "../../analysis/clustering/index.js";
import {decimalText} from "../../words/index.js";
import type {NamedMethod} from "./clustering-methods.js";

/**
 * With which number of clusters the silhouette is greatest, and what that says (Kaufman and Rousseeuw 1990).
 * @param found null or undefined where there is none yet
 */
export function answerCount(found: Clusterings | null | undefined, method: NamedMethod): string {
  const judged = found?.byCount.filter(({silhouette}) => Number.isFinite(silhouette)) ?? [];
  if (!found || judged.length === 0) return "There are no clusters.";
  const best = judged.reduce((best, each) => (best.silhouette >= each.silhouette ? best : each));
  const structure =
    best.silhouette > 0.5
      ? "That is clear structure."
      : best.silhouette > 0.25
        ? "That is weak structure: the clusters touch."
        : "That is hardly any structure: the clusters are pieces of one cloud.";
  const least = found.byCount.reduce((least, each) => (each.bic < least.bic ? each : least));
  const bic = method.id === "gaussian-mixture" ? ` BIC is least with ${least.clusters}.` : "";
  return `With ${best.clusters}: ${decimalText(best.silhouette, 2)}. ${structure}${bic}`;
}
