import {decimalText, structureName} from "../../words/index.js";

/** What is needed to name a unit. */
export interface NamedUnit {
  unit_id: number;
  ecephys_structure_acronym: string | null;
}

/** "Unit 951 in VISp". */
export function unitName({unit_id, ecephys_structure_acronym}: NamedUnit): string {
  return `Unit ${unit_id} in ${structureName(ecephys_structure_acronym)}`;
}

/** A mean with its standard error, if that is known: "1.20 ± 0.31". */
export function meanText(mean: number, sem: number): string {
  return `${decimalText(mean, 2)}${Number.isFinite(sem) ? ` ± ${decimalText(sem, 2)}` : ""}`;
}
