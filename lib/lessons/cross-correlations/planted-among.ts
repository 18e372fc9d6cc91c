import type {PlantedTruth} from "../../session/index.js";
import type {TrainUnit} from "./pair-of-trains.js";

/** The connections that were planted among these units: pairs of unit ids. None in a session that was recorded. */
export function plantedAmong(
  units: readonly TrainUnit[],
  {connections}: Pick<PlantedTruth, "connections">
): PlantedTruth["connections"] {
  const ids = new Set(units.map(({unit_id}) => unit_id));
  return connections.filter((pair) => pair.every((id) => ids.has(id)));
}
