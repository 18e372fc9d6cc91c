import type {MeanOverRows} from "../../analysis/counting/index.js";
import {type PlacedUnit, structureName} from "../../words/index.js";
import type {Flash} from "../presentations/index.js";
import {binsText} from "./bins.js";
import {type FlashKind, flashBand, NO_FLASHES} from "./flashes.js";
import {NO_UNITS} from "./no-units.js";

/** The busiest unit of the primary visual cortex, or of all where it has none: one whose histogram shows something. */
export function suggestedUnit<Unit extends PlacedUnit & {firing_rate: number}>(
  units: readonly Unit[]
): Unit | undefined {
  const inVisp = units.filter((unit) => unit.ecephys_structure_acronym === "VISp");
  const candidates = inVisp.length > 0 ? inVisp : units;
  return candidates.reduce<Unit | undefined>(
    (best, unit) => (best && best.firing_rate >= unit.firing_rate ? best : unit),
    undefined
  );
}

/** The peristimulus time histogram of one unit: a curve for each kind of flash. */
export function unitPsth(
  responses: readonly (MeanOverRows & Pick<FlashKind, "name" | "color">)[],
  {unit, edges, flashes}: {unit: PlacedUnit | null; edges: ArrayLike<number>; flashes: readonly Flash[]}
) {
  if (responses.length === 0) return NO_FLASHES;
  if (!unit) return NO_UNITS;
  const over = responses.map(({name, n}) => `n = ${n} ${name}`).join(", ");
  return {
    data: [edges, responses] as const,
    options: {
      over: "presentations",
      stimulus: flashBand(flashes),
      ariaLabel: `Peristimulus time histogram of unit ${unit.unit_id}`,
      ariaDescription: "Mean firing rate by time from onset, for dark and for bright flashes"
    },
    caption: `Unit ${unit.unit_id} in ${structureName(unit.ecephys_structure_acronym)}: mean rate ± SEM over presentations, ${over}, in ${binsText(edges)}.`
  };
}
