import type {Condition} from "../../words/index.js";
import type {SizedFigureOptions} from "../frame/figure-options.js";

/** A value measured in a condition, from n presentations. */
export interface ConditionValue {
  /** The condition with its parameters. */
  condition: Condition;
  /** What was measured, in the unit of the figure's label. */
  value: number;
  /** Standard error, in the same unit; NaN if unknown. */
  sem?: number;
  /** Over how many presentations. */
  n: number;
}

/** How values in conditions are drawn. */
export interface ConditionFigureOptions extends SizedFigureOptions {
  /** What the values are, with their unit. */
  label: string;
}
