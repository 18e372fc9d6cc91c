import type {UnitPair} from "../../session/index.js";
import type {TrainUnit} from "./pair-of-trains.js";

/**
 * The two units to begin with: the pair that looks most like a connection; if none does, two busy units of a probe.
 * @param likely null if no pair looks like a connection
 * @returns undefined where there are no units
 */
export function suggestedUnits(units: readonly TrainUnit[], likely: UnitPair | null) {
  const unitOf = (id: number | undefined) => units.find(({unit_id}) => unit_id === id);
  const [fixed, moving] = [unitOf(likely?.presynaptic), unitOf(likely?.postsynaptic)];
  return fixed && moving ? {fixed, moving} : busyNeighbours(units);
}

/** Clear units, but not so fast that their correlogram is flat with spikes. */
function busyNeighbours(units: readonly TrainUnit[]) {
  const ranked = units
    .filter((unit) => unit.snr > 2 && unit.firing_rate < 20)
    .sort((a, b) => b.firing_rate - a.firing_rate);
  const fixed: TrainUnit | undefined = ranked[0] ?? units[0];
  const moving =
    ranked.find((unit) => unit !== fixed && unit.probe_id === fixed?.probe_id) ??
    units.find((unit) => unit !== fixed) ??
    fixed;
  return {fixed, moving};
}
