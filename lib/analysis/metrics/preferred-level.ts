import {pairwiseMean} from "../statistics/pairwise-sum.js";

/** Conditions by one parameter of the stimulus, e.g. those of each orientation. */
export interface Levels {
  /** The values of the parameter, ascending. */
  values: number[];
  /** The conditions of each value, ascending. */
  conditions: number[][];
}

/** @param parameter its value in each condition; conditions in which it is not a number belong to no level */
export function levelsOf(parameter: ArrayLike<unknown>): Levels {
  const conditionsOf = new Map<number, number[]>();
  for (let condition = 0; condition < parameter.length; ++condition) {
    const value = parameter[condition];
    if (typeof value !== "number" || Number.isNaN(value)) continue;
    const conditions = conditionsOf.get(value);
    if (conditions) conditions.push(condition);
    else conditionsOf.set(value, [condition]);
  }
  const values = [...conditionsOf.keys()].sort((a, b) => a - b);
  return {values, conditions: values.map((value) => conditionsOf.get(value)!)};
}

/** The value of a parameter that a unit answers most. */
export interface PreferredLevel {
  /** The first, if several tie; NaN if there is none. */
  value: number;
  isTied: boolean;
}

/**
 * The value of a parameter with the greatest mean response over its conditions, all of which weigh alike.
 * @param responses of the unit to each condition
 */
export function preferredLevel({values, conditions}: Levels, responses: ArrayLike<number>): PreferredLevel {
  const means = conditions.map((own) => pairwiseMean(own.map((condition) => responses[condition])));
  const greatest = Math.max(...means);
  return {
    value: values[means.indexOf(greatest)] ?? Number.NaN,
    isTied: means.filter((mean) => mean === greatest).length > 1
  };
}

/**
 * The condition with the greatest response, the first if several tie; −1 if there is none.
 * @param isBlank whether a condition shows nothing, and cannot be preferred
 */
export function preferredCondition(responses: ArrayLike<number>, isBlank: (condition: number) => boolean): number {
  let preferred = -1;
  for (let condition = 0; condition < responses.length; ++condition) {
    if (isBlank(condition)) continue;
    if (preferred < 0 || responses[condition] > responses[preferred]) preferred = condition;
  }
  return preferred;
}
