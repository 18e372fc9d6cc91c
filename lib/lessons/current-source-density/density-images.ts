import {quantile} from "d3";
import type {DataArray} from "../../array/index.js";
import {percentText} from "../../words/index.js";
import type {DensityRow} from "./density-rows.js";
import {LEAST_SHARE, sinksInOrder} from "./sinks-in-order.js";
import {strongestSink} from "./strongest-sink.js";

/** The share of the magnitudes that lie within the scale of an image. */
const WITHIN_SCALE = 0.998;

const NO_DENSITY = {
  empty:
    "There is no current source density of this probe, or the LFP file that holds it was not at hand when this site was built. Open a session that has it.",
  caption: ""
};

/** What both images are of. */
interface DensityContext {
  rows: readonly DensityRow[];
  /** The name of the probe. */
  probe: string | undefined;
}

/**
 * The density as the file has it.
 * @param csd virtual channels × time (s from the onset of a flash)
 */
export function rawDensity(csd: DataArray | null | undefined, {rows, probe}: DensityContext) {
  if (!csd) return NO_DENSITY;
  const [channels, samples] = csd.shape;
  return {
    ...image(csd, rows, `Raw current source density of ${probe}`),
    caption: `${probe}, ${channels} virtual channels by ${samples} samples. The scale is symmetric about zero and ends at the ${100 * WITHIN_SCALE}th percentile of the magnitudes.`
  };
}

/**
 * The same, smoothed, with the strongest sink in words.
 * @param smoothed none as long as it is not computed
 * @param sigma of the Gaussian, in samples and virtual channels
 */
export function smoothedDensity(
  csd: DataArray | null | undefined,
  smoothed: DataArray | null | undefined,
  {rows, probe, sigma}: DensityContext & {sigma: number}
) {
  if (!csd) return NO_DENSITY;
  if (!smoothed) return {empty: "Smoothing…", caption: ""};
  return {
    ...image(smoothed, rows, `Smoothed current source density of ${probe}`),
    caption: `${probe}, ${csd.shape.join(" × ")} values, sigma ${sigma}. It has a scale of its own, which again ends at the ${100 * WITHIN_SCALE}th percentile.${sinkText(smoothed, rows)}`
  };
}

function sinkText(smoothed: DataArray, rows: readonly DensityRow[]): string {
  const sink = strongestSink(smoothed, rows);
  if (!sink) return "";
  const inOrder = sinksInOrder(smoothed, rows).map(
    ({position, time}) => `${position} µm at ${wholeMilliseconds(time)}`
  );
  const others =
    inOrder.length > 1
      ? ` Sinks of at least ${percentText(LEAST_SHARE)} of it, in the order of time: ${inOrder.join(", ")}.`
      : "";
  return ` The strongest sink of the visual cortex lies ${sink.position} µm from the tip, in ${sink.acronym}, ${wholeMilliseconds(sink.time)} after onset.${others}`;
}

function wholeMilliseconds(time: number): string {
  return `${(time * 1000).toFixed(0)} ms`;
}

function image({values, coords, shape}: DataArray, rows: readonly DensityRow[], ariaLabel: string) {
  return {
    data: [{values, times: coords.time as ArrayLike<number>, rows}] as const,
    options: {
      label: "CSD, in the file’s unit; sinks are positive",
      limit: quantile(Float32Array.from(values, Math.abs).sort(), WITHIN_SCALE) || 1,
      timeLabel: "time from stimulus onset (s)",
      stimuli: [{stimulus_name: "flashes", start: 0, stop: 0.25}],
      ariaLabel,
      ariaDescription: `${shape[0]} places from the surface down by ${shape[1]} samples`
    }
  };
}
