import type {EcephysSession} from "../session/index.js";
import {type CsdSnapshotDetails, toTable} from "../session/snapshots/index.js";
import {PROBES} from "./parameters.js";
import {probeWithLfp} from "./probe-with-lfp.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/**
 * The current source density of a probe, in single precision: vertical_position, horizontal_position (µm),
 * current_source_density (a list over time).
 */
export async function currentSourceDensitySnapshot(
  session: EcephysSession,
  probe: string
): Promise<SnapshotContent<CsdSnapshotDetails>> {
  const probeId = await probeWithLfp(session, probe);
  if (probeId === null) {
    const columns = {vertical_position: [], horizontal_position: [], current_source_density: []};
    return {table: toTable(columns), details: {probeId, time: []}};
  }
  const {coords, shape, values} = await session.currentSourceDensity(probeId);
  const samples = shape[1];
  return {
    table: toTable({
      vertical_position: Float64Array.from(coords.vertical_position),
      horizontal_position: Float64Array.from(coords.horizontal_position),
      current_source_density: Array.from({length: shape[0]}, (_, row) =>
        Float32Array.from(values.subarray(row * samples, (row + 1) * samples))
      )
    }),
    details: {probeId, time: Array.from(coords.time)}
  };
}

export const currentSourceDensity: SnapshotMaker<"probe"> = {
  parameters: {probe: PROBES},
  make: (session, {probe}) => currentSourceDensitySnapshot(session, probe)
};
