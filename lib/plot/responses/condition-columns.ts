import {textOf} from "../../words/index.js";
import {columnsOf, type FigureColumns} from "../frame/figure-data.js";
import type {ConditionValue} from "./condition-value.js";

/** The table of values in conditions: each condition with its parameters, and its value under the name of what it is. */
export function conditionColumns(values: readonly ConditionValue[], label: string): FigureColumns {
  const names = [...new Set(values.flatMap(({condition}) => Object.keys(condition)))];
  const text = (value: unknown) => (Array.isArray(value) ? textOf(value) : value);
  return columnsOf(values, {
    ...Object.fromEntries(names.map((name) => [name, ({condition}: ConditionValue) => text(condition[name])])),
    [label]: ({value}) => value,
    [`SEM of ${label}`]: ({sem}) => sem ?? Number.NaN,
    presentations: ({n}) => n
  });
}
