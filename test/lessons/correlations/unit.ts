import type {CorrelatedUnit} from "../../../lib/lessons/correlations/index.js";

/** A unit of a test, with its place in the common coordinate framework (µm). */
export function unit(
  unit_id: number,
  ecephys_structure_acronym: string | null,
  [ap, dv, lr]: readonly number[] = [-1, -1, -1]
): CorrelatedUnit {
  return {
    unit_id,
    ecephys_structure_acronym,
    probe_vertical_position: 0,
    probe_description: "probeA",
    anterior_posterior_ccf_coordinate: ap,
    dorsal_ventral_ccf_coordinate: dv,
    left_right_ccf_coordinate: lr
  };
}
