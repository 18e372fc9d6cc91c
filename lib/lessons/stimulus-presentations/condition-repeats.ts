import {type Condition, conditionLabel, countedText, hasPlace, varyingParameters} from "../../words/index.js";

/** A condition, and in how many presentations it was shown. */
export interface CountedCondition {
  condition: Condition;
  n: number;
  /** What a figure draws: n. */
  value: number;
}

/**
 * How often each condition of a stimulus was shown. Over one parameter that changes it is bars, over two or more a grid.
 * @param repeats stimulus_condition_id and n, of the conditions that were shown
 */
export function conditionRepeats(
  stimulus: string,
  conditions: readonly Condition[],
  repeats: readonly {stimulus_condition_id: number; n: number}[]
) {
  const repeatsOf = new Map(repeats.map(({stimulus_condition_id, n}) => [stimulus_condition_id, n]));
  const cells = conditions.map((condition): CountedCondition => {
    const n = repeatsOf.get(condition.stimulus_condition_id as number) ?? 0;
    return {condition, n, value: n};
  });
  const varying = varyingParameters(conditions);
  if (varying.length === 0) {
    const count = cells.length === 1 ? "one condition" : "no conditions";
    return {
      empty: `${stimulus} has ${count}: no parameter of it changes.`,
      caption:
        "Choose a stimulus with parameters, such as drifting_gratings, to see how often each combination was shown."
    };
  }
  const presentations = repeats.reduce((sum, {n}) => sum + n, 0);
  return {
    isGrid: varying.length > 1,
    data: [cells] as const,
    options: {label: "presentations per condition", ariaLabel: `Presentations of ${stimulus} by condition`},
    caption: `${countedText(cells.length, "conditions")} of ${stimulus}, ${countedText(presentations, "presentations")}. ${shownOver(varying)}${notDrawn(cells, varying)}.`
  };
}

function shownOver(varying: readonly string[]): string {
  const averaged = varying.length > 2 ? `, averaged over ${varying.slice(2).join(", ")}` : "";
  return `Shown over ${varying.slice(0, 2).join(" and ")}${averaged}`;
}

function notDrawn(cells: readonly CountedCondition[], varying: readonly string[]): string {
  const left = cells.filter(({condition}) => !hasPlace(condition, varying));
  if (left.length === 0) return "";
  const list = left
    .map(({condition, n}) => `${conditionLabel(condition, varying)} (${countedText(n, "presentations")})`)
    .join(", ");
  return `; not drawn, because without ${varying.length > 1 ? "these parameters" : "it"}: ${list}`;
}
