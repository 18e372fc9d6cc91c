import {LIGHT_WINDOWS, lightResponse} from "../../analysis/optotagging/index.js";
import type {TimeWindow} from "../../session/index.js";
import {countedText, type PlacedUnit, structureName} from "../../words/index.js";
import type {SpikesAround} from "./light-image.js";
import {lightOn, type PulseKind} from "./pulse-kinds.js";
import {NO_LIGHT} from "./pulses.js";

/** The spikes of one unit around each pulse, and how it answers them. */
export function unitRaster(
  around: SpikesAround,
  {unit, kind, span}: {unit: PlacedUnit | null; kind: PulseKind | null; span: TimeWindow}
) {
  const spikes = unit && around.get(unit.unit_id);
  if (!spikes || !kind) return NO_LIGHT;
  const {pulses} = kind;
  const {reliability, latency} = lightResponse(spikes);
  const soon = Number.isFinite(latency) ? `, with a median latency of ${(1000 * latency).toFixed(2)} ms` : "";
  return {
    data: [pulses.map(({id, start_time}, i) => ({name: `pulse ${id}`, time: start_time, spikes: spikes[i]}))] as const,
    options: {
      domain: span,
      timeLabel: "time from the onset of the pulse (s)",
      rows: "pulses",
      shaded: lightOn(kind, span),
      ariaLabel: `Spikes of unit ${unit.unit_id} around pulses of light`,
      ariaDescription: `One row for each of ${countedText(pulses.length, "pulses")}`
    },
    caption: `Unit ${unit.unit_id} in ${structureName(unit.ecephys_structure_acronym)}, n = ${countedText(pulses.length, "pulses")}; the light is on where the ground is shaded. It answers ${(100 * reliability).toFixed(0)} % of them within ${evokedText()}${soon}.`
  };
}

/** The span in which a spike is an answer: "1 to 9 ms". */
export function evokedText(): string {
  return `${LIGHT_WINDOWS.evoked.map((time) => Number((1000 * time).toFixed(3))).join(" to ")} ms`;
}
