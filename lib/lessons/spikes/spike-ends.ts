import type {SpikeEnds} from "../../session/index.js";
import {countText, type PlacedUnit} from "../../words/index.js";

/** The tutorial asks for a unit whose spikes stand out this much from the noise. */
const HIGH_SNR = 4;

/** The first and the last spikes of a unit that is well recorded, or of the first one; nothing in a session without spikes. */
export function spikeEndsText(
  ends: ReadonlyMap<number, SpikeEnds>,
  units: readonly (PlacedUnit & {snr: number})[]
): string {
  const unit = units.find(({snr}) => snr > HIGH_SNR) ?? units[0];
  const own = unit && ends.get(unit.unit_id);
  if (!own) return "";
  const which = unit.snr > HIGH_SNR ? `, the first with snr > ${HIGH_SNR},` : "";
  return `${countText(own.spike_count)} spikes were detected for unit ${unit.unit_id}${which} at times ${timesText(own.first_spike_times)}, …, ${timesText(own.last_spike_times)}.`;
}

/** The ends of all units' spike trains, as rows of a table. */
export function spikeEndsRows(ends: ReadonlyMap<number, SpikeEnds>, units: readonly PlacedUnit[]) {
  const areas = new Map(units.map((unit) => [unit.unit_id, unit.ecephys_structure_acronym]));
  return Array.from(ends, ([unit_id, {spike_count, first_spike_times, last_spike_times}]) => ({
    unit_id,
    ecephys_structure_acronym: areas.get(unit_id) ?? null,
    spike_count,
    first_spike_times,
    last_spike_times
  }));
}

/** A list of spike times, in s. A table hands over the value of a cell. */
export function timesText(times: unknown): string {
  return Array.from(times as ArrayLike<number>, (time) => time.toFixed(5)).join(", ");
}
