import {adjustedRandIndex} from "../../analysis/unit-features/index.js";
import {decimalText} from "../../words/index.js";
import type {ClusteredUnits} from "./clustered-units.js";

/** How well clusters agree with what is known of the units: adjusted Rand indices. */
export interface ClusterAgreement {
  areas: number;
  /** With the cell classes that were planted; null in a session that was recorded. */
  planted: number | null;
}

/**
 * How well the clusters agree with areas, and with planted classes.
 * @param cellClasses by unit; empty for a session that was recorded
 * @returns null where there are no clusters
 */
export function clusterAgreement(
  clustered: ClusteredUnits | null,
  cellClasses: ReadonlyMap<number, string>
): ClusterAgreement | null {
  if (!clustered) return null;
  const labels = Array.from<unknown>(clustered.labels);
  const agreement = (known: unknown[]) => adjustedRandIndex(labels, known);
  return {
    areas: agreement(clustered.units.map((unit) => unit.ecephys_structure_acronym)),
    planted: cellClasses.size ? agreement(clustered.units.map(({unit_id}) => cellClasses.get(unit_id))) : null
  };
}

/** How well clusters agree, in words: the index with areas, that with the planted classes, and what stands around the latter. */
export function agreementTexts(agreement: ClusterAgreement): Record<"areas" | "before" | "planted" | "after", string> {
  const {planted} = agreement;
  const areas = decimalText(agreement.areas, 2);
  if (planted === null) {
    const before = " For a recorded session, nobody knows the true classes of the units.";
    return {areas, before, planted: "", after: ""};
  }
  const classes = "the two cell classes that were planted in this synthetic session (regular-spiking and fast-spiking)";
  return {areas, before: ` With ${classes}, it is `, planted: decimalText(planted, 2), after: "."};
}
