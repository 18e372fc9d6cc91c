import type {PrincipalComponents} from "../../analysis/unit-features/index.js";
import {decimalText} from "../../words/index.js";
import type {ClusteringFeature} from "./clustering-features.js";

/** Which feature weighs most in the first principal component, and how much the others do. */
export function answerComponent(
  features: readonly ClusteringFeature[],
  {components}: Pick<PrincipalComponents, "components">
): string {
  if (features.length === 0) return "No feature is chosen.";
  const weights = features.map(({name}, k) => ({name, weight: components.values[k] ?? 0}));
  const heaviest = weights.reduce((best, each) => (Math.abs(best.weight) >= Math.abs(each.weight) ? best : each));
  const others = weights
    .filter((each) => each !== heaviest)
    .map(({name, weight}) => `${name} ${decimalText(weight, 2)}`)
    .join(", ");
  return `The ${heaviest.name}, with a weight of ${decimalText(heaviest.weight, 2)}. The others: ${others || "none"}. Units far to the right are high where a weight is positive, and low where it is negative.`;
}
