import {decimalText} from "../../words/index.js";
import type {ClusterAgreement} from "./cluster-agreement.js";

/** Whether clusters follow the areas. */
export function answerAreas(agreement: ClusterAgreement | null): string {
  if (!agreement) return "There are no clusters.";
  const {areas} = agreement;
  const verdict = areas < 0.1 ? "Hardly" : areas < 0.4 ? "A little" : "Yes";
  return `${verdict}: the adjusted Rand index is ${decimalText(areas, 2)}. A kind of neuron occurs in many areas, and each area has several kinds, so there is no need for it to be high.`;
}
