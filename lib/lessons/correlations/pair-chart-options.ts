import {unitsOfPair} from "../../analysis/correlations/index.js";
import {type PlacedUnit, structureName} from "../../words/index.js";
import type {CorrelationKind} from "./correlations.js";

/** What charts in which each pair of units is a point have in common. */
export interface PairCharts {
  kind: CorrelationKind;
  units: readonly PlacedUnit[];
  /** Correlations beyond, on both sides of 0, are not drawn. */
  limit: number;
  /** What a click on a pair does with its two units: their indices among all, from 0. */
  choose: (first: number, second: number) => void;
}

/** What is to be said of means ± SEM over pairs. */
export const PAIRS_SHARE_UNITS = "Each unit is in many pairs, so pairs are not independent, and the SEM is too small.";

/** The axis of correlations, what a pair is called, and what a click on it does. */
export function pairChartOptions({kind, units, limit, choose}: PairCharts) {
  return {
    yLabel: `${kind} correlation`,
    yDomain: [-limit, limit] as const,
    describe: (pair: number) => pairName(pair, units),
    onChoose: (pair: number) => choose(...unitsOfPair(pair, units.length))
  };
}

/** What the two units of a pair are called: "951816951 (VISp) and 951817004 (VISl)". */
function pairName(pair: number, units: readonly PlacedUnit[]): string {
  return unitsOfPair(pair, units.length)
    .map((index) => `${units[index].unit_id} (${structureName(units[index].ecephys_structure_acronym)})`)
    .join(" and ");
}
