import {sort} from "d3";
import {preferredConditions, type TuningCurve} from "../../analysis/tuning/index.js";
import {countedText, decimalText, structureName} from "../../words/index.js";
import {countTuned, SIGNIFICANCE_LEVEL} from "./significance.js";
import {NO_TUNING, type TunedUnit} from "./tuned-unit.js";

/** The orders in which the units of an area can be drawn. */
export const PANEL_ORDERS = ["p-value", "preferred value", "depth"] as const;

/** Of an area with more units, the first so many are drawn. */
const MOST_PANELS = 120;

/** What the panels of an area are of. */
export interface AreaPanels {
  area: string | null;
  stimulus: string;
  parameter: string;
  order: (typeof PANEL_ORDERS)[number];
  curve: TuningCurve;
  /** The columns of the units of the area among those of the curve, from the surface down. */
  columns: readonly number[];
  /** The p-value of each of them. */
  pValues: Float64Array;
}

/**
 * The tuning curve of each unit of an area; those that are tuned are stressed.
 * @param tuningOf the tuning of the unit in a column
 */
export function areaPanels<Tuned extends TunedUnit>(
  tuningOf: (column: number) => Tuned,
  {area, stimulus, parameter, order, curve, columns, pValues}: AreaPanels
) {
  const drawn = inOrder(order, {curve, columns, pValues}).slice(0, MOST_PANELS);
  const first =
    drawn.length < columns.length
      ? `, and the first ${countedText(drawn.length, "units")} in this order are drawn`
      : "";
  const caption =
    columns.length > 0
      ? `${countTuned(pValues)} of the ${countedText(columns.length, "units")} of ${structureName(area)} are${first}; ${parameter} of ${stimulus} along each panel.`
      : "";
  if (columns.length === 0 || curve.conditions.length === 0) return {...NO_TUNING, caption};
  const panels = drawn.map((i) => ({
    ...tuningOf(columns[i]),
    stressed: pValues[i] < SIGNIFICANCE_LEVEL,
    detail: `p = ${decimalText(pValues[i], 3)}`
  }));
  return {
    data: [panels] as const,
    options: {parameter, ariaLabel: `Tuning curves of the units of ${structureName(area)}`},
    caption
  };
}

/** Indices among the units of the area. */
function inOrder(
  order: AreaPanels["order"],
  {curve, columns, pValues}: Pick<AreaPanels, "curve" | "columns" | "pValues">
): number[] {
  const indices = [...columns.keys()];
  if (order === "p-value") return sort(indices, (i) => pValues[i]);
  if (order === "depth") return indices;
  const preferred = preferredConditions(curve);
  return sort(
    indices,
    (i) => Number(pValues[i] >= SIGNIFICANCE_LEVEL),
    (i) => preferred[columns[i]]
  );
}
