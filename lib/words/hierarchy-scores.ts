import type {StructureAcronym} from "./structure-order.js";

/**
 * Where each visual area stands in the hierarchy of the mouse's visual system, from the layers in which projections end
 * and begin (Harris et al. 2019, Nature 575:195; the scores as in Siegle et al. 2021, Nature 592:86).
 */
export const HIERARCHY_SCORES = {
  LGd: -0.515,
  VISp: -0.357,
  VISl: -0.093,
  VISrl: -0.059,
  LP: 0.105,
  VISal: 0.152,
  VISpm: 0.327,
  VISam: 0.441
} as const satisfies Partial<Record<StructureAcronym, number>>;
