import {type ClusteredUnits, NO_CLUSTERS} from "./clustered-units.js";
import type {FeaturedUnit} from "./clustering-features.js";
import {meanOf} from "./mean-of.js";

/** How many samples are shown: before the trough, and from it on. */
const BEFORE = 12;
const AFTER = 45;

/**
 * The mean waveform of each cluster around the trough, with the standard deviation over units. Each unit's is scaled to
 * its trough, so that what remains is the shape.
 * @param categoryColor the colour of the cluster with a number, as CSS
 */
export function waveformFigure(clustered: ClusteredUnits | null, categoryColor: (cluster: number) => string) {
  if (!clustered) return NO_CLUSTERS;
  const lines = clustered.groups.map(({cluster, name, members}) => {
    const shapes = members.map(shapeOf);
    const points = Array.from({length: BEFORE + AFTER}, (_, k) => {
      const values = shapes.map((shape) => shape[k]).filter(Number.isFinite);
      const mean = meanOf(values);
      const deviation = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
      const x = ((k - BEFORE) / members[0].probe_sampling_rate) * 1000;
      return {x, y: mean, low: mean - deviation, high: mean + deviation};
    });
    return {name: `${name} (n = ${members.length})`, color: categoryColor(cluster), points};
  });
  return {
    data: [lines] as [typeof lines],
    options: {
      xLabel: "time from the trough (ms)",
      label: "voltage / depth of the trough",
      ariaLabel: "Mean waveform of each cluster",
      ariaDescription: "A line for each cluster with a band of one standard deviation"
    },
    caption: `${clustered.groups.map(({name, members}) => `${name}: n = ${members.length}`).join("; ")}.`
  };
}

/** NaN beyond the ends of the waveform. */
function shapeOf({waveform, troughIndex, troughAmplitude}: FeaturedUnit): number[] {
  return Array.from(
    {length: BEFORE + AFTER},
    (_, k) => (waveform[troughIndex - BEFORE + k] ?? Number.NaN) / troughAmplitude
  );
}
