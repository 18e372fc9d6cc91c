import {range} from "d3";
import type {DataArray} from "../../array/index.js";
import type {DensityRow} from "./density-rows.js";
import {type Sink, strongestSink} from "./strongest-sink.js";

/** A sink is spoken of from this share of the strongest one on. */
export const LEAST_SHARE = 0.3;

/** How long after onset a sink may be the flash's (s), before it ends. */
const LATEST = 0.2;

/** A sink is the largest value so far around it, in time (s) and along the probe (µm). */
const AROUND = {time: 0.01, position: 60};

/** The places and moments at which sinks of the visual cortex are largest, from the first to the last. */
export function sinksInOrder(density: DataArray, rows: readonly DensityRow[]): Sink[] {
  const strongest = strongestSink(density, rows);
  if (!strongest) return [];
  const {values, shape} = density;
  const [times, samples] = [density.coords.time as ArrayLike<number>, shape[1]];
  const near = (i: number, sample: number) => {
    const isNearRow = (j: number) => Math.abs(rows[j].position - rows[i].position) <= AROUND.position;
    const isNearSample = (k: number) => Math.abs(times[k] - times[sample]) <= AROUND.time;
    return {rows: range(rows.length).filter(isNearRow), samples: range(samples).filter(isNearSample)};
  };
  const sinks: Sink[] = [];
  for (const [i, {position, acronym}] of rows.entries()) {
    if (!acronym?.startsWith("VIS")) continue;
    for (let sample = 0; sample < samples; sample++) {
      const [time, value] = [times[sample], values[i * samples + sample]];
      if (!(time > 0 && time < LATEST && value > 0 && value >= LEAST_SHARE * strongest.value)) continue;
      // most values lie on a slope: the next one tells
      if (value < values[i * samples + sample - 1] || value < values[i * samples + sample + 1]) continue;
      const around = near(i, sample);
      const isLargest = around.rows.every((j) => around.samples.every((k) => values[j * samples + k] <= value));
      if (isLargest) sinks.push({time, position, acronym, value});
    }
  }
  return sinks.sort((a, b) => a.time - b.time);
}
