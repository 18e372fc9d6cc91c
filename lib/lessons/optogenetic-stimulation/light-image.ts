import {countSpikes} from "../../analysis/counting/index.js";
import {linspace} from "../../array/index.js";
import type {TimeWindow} from "../../session/index.js";
import {countedText, orderUnits, type PlacedUnit} from "../../words/index.js";
import {lightOn, type PulseKind} from "./pulse-kinds.js";
import {NO_LIGHT} from "./pulses.js";

/** Spikes of units around the onsets of pulses, as `spikeTimesAround()` gives them: one array for each pulse (s from it). */
export type SpikesAround = ReadonlyMap<number, readonly Float64Array[]>;

/** The width of bins (s). */
const BIN_WIDTH = 0.0005;

/** The share of the values of the image that lie within its scale. */
const WITHIN_SCALE = 0.998;

/**
 * The mean counts of every unit around the onset of a pulse, as an image.
 * @param span how far around the onset (s)
 * @param warnings what the library says of these spikes
 */
export function lightImage(
  around: SpikesAround,
  {
    units,
    kind,
    span,
    warnings
  }: {
    units: readonly PlacedUnit[];
    kind: PulseKind | null;
    span: TimeWindow;
    warnings: readonly string[];
  }
) {
  if (!kind) return NO_LIGHT;
  const edges = linspace(span[0], span[1], Math.round((span[1] - span[0]) / BIN_WIDTH) + 1);
  const bins = edges.length - 1;
  const values = meanCounts(units, around, edges);
  const [start, stop] = lightOn(kind, span);
  return {
    data: [{values, edges, unitIds: units.map(({unit_id}) => unit_id)}, orderUnits(units)] as const,
    options: {
      label: "spikes per bin, mean over pulses",
      timeLabel: "time from the onset of the pulse (s)",
      maximum: Float64Array.from(values).sort()[Math.floor(values.length * WITHIN_SCALE)] || 1,
      stimulus: {stimulus_name: "light", start, stop},
      ariaLabel: "Mean spike counts around the onset of a pulse of light",
      ariaDescription: `Image of ${countedText(units.length, "units")} by ${bins} time bins`
    },
    caption: [
      `${countedText(units.length, "units")}, n = ${countedText(kind.pulses.length, "pulses")} (${kind.name}), in bins of ${1000 * BIN_WIDTH} ms. The scale ends at the ${100 * WITHIN_SCALE}th percentile.`,
      ...warnings
    ].join(" ")
  };
}

/** Bins × units in C order. */
function meanCounts(units: readonly PlacedUnit[], around: SpikesAround, edges: Float64Array): Float64Array {
  const bins = edges.length - 1;
  const means = new Float64Array(bins * units.length);
  units.forEach(({unit_id}, column) => {
    const trains = around.get(unit_id) ?? [];
    const counts = countSpikes(trains, edges, edges.length, {edges: "half-open", binarize: false}); // bins × pulses
    for (let bin = 0; bin < bins; ++bin) {
      let sum = 0;
      for (let pulse = 0; pulse < trains.length; ++pulse) sum += counts[bin * trains.length + pulse];
      means[bin * units.length + column] = sum / trains.length;
    }
  });
  return means;
}
