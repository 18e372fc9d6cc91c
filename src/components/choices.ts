// Choices that many pages offer, each asked for in the same words everywhere.
import {orderUnits, type PlacedUnit, structureName} from "../lib/words/index.js";
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

/** A list of probes, by their names. */
export function probeChoice<Probe extends {description: string}>(
  probes: Iterable<Probe>,
  options: OwnOptions<Probe>
): Input<Probe | null> {
  const name = ({description}: Probe) => description;
  return choiceInput({label: "probe", choices: probes, format: name, id: name, ...options});
}
