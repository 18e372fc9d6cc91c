// Choices that many pages offer, each asked for in the same words everywhere.
import {type Condition, conditionLabel, orderUnits, type PlacedUnit, structureName} from "../lib/words/index.js";
import {type ChoiceInputOptions, choiceInput} from "./choice-input.js";
import type {Input} from "./input-row.js";

/** What a page says of its choice; the rest is the same on all pages. */
type OwnOptions<Choice> = Pick<ChoiceInputOptions<Choice>, "key"> & Partial<ChoiceInputOptions<Choice>>;

/** A list of units by area, in the order in which figures stack them. */
export function unitChoice<Unit extends PlacedUnit>(
  units: Iterable<Unit>,
  options: OwnOptions<Unit>
): Input<Unit | null> {
  const areaOf = (unit: Unit) => structureName(unit.ecephys_structure_acronym);
  return choiceInput({
    label: "unit",
    choices: orderUnits(units),
    format: (unit) => `${unit.unit_id} (${areaOf(unit)})`,
    group: areaOf,
    id: (unit) => String(unit.unit_id),
    defaultOf: "the suggested",
    ...options
  });
}

/** A list of areas, by their acronyms. */
export function areaChoice(areas: Iterable<string | null>, options: OwnOptions<string | null>): Input<string | null> {
  return choiceInput({
    label: "area",
    choices: areas,
    format: structureName,
    id: structureName,
    defaultOf: "the suggested",
    ...options
  });
}

/** Sets an input as its reader would, so that the page follows. Nothing happens without a value. */
export function setInput<Value>(input: Input<Value>, value: Value | undefined): void {
  if (value === undefined) return;
  input.value = value;
  input.dispatchEvent(new Event("input"));
}

/** The conditions of a stimulus, as a lesson gives them: in the order of the list. */
interface ChoosableConditions {
  conditions: Iterable<Condition>;
  /** The parameters that differ between them. */
  varying: readonly string[];
  firstCondition: Condition | undefined;
  /** Whether the page holds spikes of a condition, and not its counts alone. */
  hasSpikes(condition: Condition): boolean;
}

/** A list of conditions, in two groups where the page holds spikes of some of them only. */
export function conditionChoice(
  {conditions, varying, firstCondition, hasSpikes}: ChoosableConditions,
  options: OwnOptions<Condition>
): Input<Condition | null> {
  const choices = [...conditions];
  return choiceInput({
    label: "condition",
    choices,
    format: (condition) => conditionLabel(condition, varying),
    id: (condition) => String(condition.stimulus_condition_id),
    group: choices.every(hasSpikes)
      ? undefined
      : (condition) => (hasSpikes(condition) ? "spikes and counts" : "counts alone"),
    value: firstCondition,
    defaultOf: "the first shown:",
    ...options
  });
}

/** A list of probes, by their names. */
export function probeChoice<Probe extends {description: string}>(
  probes: Iterable<Probe>,
  options: OwnOptions<Probe>
): Input<Probe | null> {
  const name = ({description}: Probe) => description;
  return choiceInput({label: "probe", choices: probes, format: name, id: name, ...options});
}

/** What a page says of its choice of two units. */
interface PairChoiceOptions<Unit> {
  /** The pair to begin with. */
  suggested: readonly [Unit | undefined, Unit | undefined];
  /** What sets that pair apart, for the way back to it. */
  defaultOf: string;
}

/**
 * Two lists of the same units, and what chooses from both at once, as a click on a figure of pairs does.
 * @returns the two inputs, and a function of the indices of two units
 */
export function pairChoice<Unit extends PlacedUnit>(
  units: readonly Unit[],
  {suggested, defaultOf}: PairChoiceOptions<Unit>
) {
  const first = unitChoice(units, {key: "unit", value: suggested[0], defaultOf});
  const second = unitChoice(units, {label: "with unit", key: "with", value: suggested[1], defaultOf});
  const choose = (a: number, b: number) => {
    setInput(first, units[a]);
    setInput(second, units[b]);
  };
  return {first, second, choose};
}

/** A list of things that have an id and, if no format is given, a name. */
export function namedChoice<Choice extends {id: string; name?: string}>(
  label: string,
  choices: Iterable<Choice>,
  options: OwnOptions<Choice>
): Input<Choice | null> {
  return choiceInput({label, choices, format: ({id, name}) => name ?? id, id: ({id}) => id, ...options});
}
