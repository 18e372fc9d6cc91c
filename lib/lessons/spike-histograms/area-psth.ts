import type {MeanOverRows} from "../../analysis/counting/index.js";
import {countedText, type PlacedUnit} from "../../words/index.js";
import type {Flash} from "../presentations/index.js";
import {binsText} from "./bins.js";
import {flashBand, flashCountText, NO_FLASHES} from "./flashes.js";
import {NO_UNITS} from "./no-units.js";

/** Two areas to begin with: the primary visual cortex, and the thalamus that feeds it or, without it, another area. */
export function suggestedAreas(areas: readonly (string | null)[]): [area: string, other: string | null | undefined] {
  return ["VISp", areas.includes("LGd") ? "LGd" : areas.find((acronym) => acronym !== "VISp")];
}

/** Which of the units lie in an area, from 0. */
export function rowsOfArea(units: readonly PlacedUnit[], acronym: string | null): number[] {
  return units.flatMap((unit, row) => (unit.ecephys_structure_acronym === acronym ? [row] : []));
}

/** The mean responses of the units of areas, a curve for each. */
export function areaPsth(
  responses: readonly (MeanOverRows & {name: string; color: string})[],
  {edges, flashes, total}: {edges: ArrayLike<number>; flashes: readonly Flash[]; total: number}
) {
  const over = responses.map(({name, n}) => `${name}, n = ${countedText(n, "units")}`).join("; ");
  const caption = `Mean rate ± SEM over units: ${over}. Each unit is first averaged over ${flashCountText(flashes, total)}, dark and bright, in ${binsText(edges)}.`;
  if (flashes.length === 0) return {...NO_FLASHES, caption};
  if (responses.every(({n}) => n === 0)) return {...NO_UNITS, caption};
  return {
    data: [edges, responses] as const,
    options: {
      over: "units",
      stimulus: flashBand(flashes),
      ariaLabel: `Mean response of ${responses.map(({name}) => name).join(" and ")} to flashes`,
      ariaDescription: "Mean firing rate over the units of each area by time from onset"
    },
    caption
  };
}
