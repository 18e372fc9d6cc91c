import type {DataArray} from "../../array/index.js";
import {countedText, flashColorName, orderUnits, type PlacedUnit} from "../../words/index.js";
import type {Flash} from "../presentations/index.js";
import {binsText} from "./bins.js";
import {flashBand, flashCountText, NO_FLASHES} from "./flashes.js";
import {NO_UNITS} from "./no-units.js";

/** What the images of this page have in common. */
export interface CountImageContext {
  /** The units of the counts, in any order. */
  units: readonly PlacedUnit[];
  /** The edges of the bins, from onset (s). */
  edges: ArrayLike<number>;
  flashes: readonly Flash[];
}

/** The share of the values of the mean image that lie within its scale. */
const WITHIN_SCALE = 0.998;

/**
 * The mean counts of each unit around onset, as an image.
 * @param mean bins × units
 * @param leastSnr what the units were chosen by
 * @param total how many flashes were shown in all
 */
export function meanCountImage(
  mean: DataArray,
  {leastSnr, total, ...context}: CountImageContext & {leastSnr: number; total: number}
) {
  const {units, edges, flashes} = context;
  const sorted = Float64Array.from(mean.values).sort();
  const maximum = sorted[Math.floor(sorted.length * WITHIN_SCALE)] || 1;
  const caption = `${countedText(units.length, "units")} with snr ≥ ${leastSnr} over ${flashCountText(flashes, total)}, in ${binsText(edges)}. The scale ends at the ${100 * WITHIN_SCALE}th percentile.`;
  if (flashes.length === 0) return {...NO_FLASHES, caption};
  if (units.length === 0) return {...NO_UNITS, caption};
  return image(mean, context, {
    label: "spikes per bin, mean over presentations",
    maximum,
    ariaLabel: "Mean spike counts around the onset of a flash",
    caption
  });
}

/**
 * The counts in one presentation, as an image.
 * @param slice bins × units; none in a session without flashes
 * @param most the end of its scale, that of all presentations
 */
export function presentationImage(
  slice: DataArray | undefined,
  flash: Flash | undefined,
  {most, ...context}: CountImageContext & {most: number}
) {
  if (!slice || !flash) return NO_FLASHES;
  if (context.units.length === 0) return NO_UNITS;
  const id = flash.stimulus_presentation_id;
  return image(slice, context, {
    label: "spikes per bin",
    maximum: most,
    ariaLabel: `Spike counts in presentation ${id}`,
    caption: `Presentation ${id}, a flash that is ${flashColorName(flash.color)}. The scale ends at the largest count of all presentations, so that slices compare.`
  });
}

function image(
  {values, coords}: DataArray,
  {units, edges, flashes}: CountImageContext,
  {caption, ...options}: {label: string; maximum: number; ariaLabel: string; caption: string}
) {
  const cells = {values, edges, unitIds: coords.unit_id};
  return {
    data: [cells, orderUnits(units)] as const,
    options: {
      ...options,
      stimulus: flashBand(flashes),
      ariaDescription: `Image of ${countedText(units.length, "units")} by ${edges.length - 1} time bins`
    },
    caption
  };
}

/** The largest count of all presentations; at least 1. */
export function largestCount({values}: DataArray): number {
  // A plain loop: this runs over millions of counts whenever the bins change.
  let most = 1;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}
