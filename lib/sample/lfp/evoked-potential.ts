import type {Presentation} from "../presentation.js";
import type {Probe} from "../probes.js";
import {RandomStream} from "../random-stream.js";
import {LATENCY_MEAN} from "../tuning.js";
import type {Lfp} from "./lfp-of-probe.js";

/**
 * Constants of the flash-evoked potential. Each sink (a negative current) has its sources above and below; the three sum
 * to 0. Places are shares of the thickness of cortex; widths (SD) and the radius of the patch of cortex that is active are
 * in µm; `amplitude` is the µV of the trough that the currents alone would make.
 *
 * The order is that of flashes in the mouse's visual cortex in the recordings of this dataset (Rimehaug et al. 2023, eLife
 * 12:e87169): first a sink in layer 4, where the input from the thalamus arrives, then one in layer 5, and a longer one in
 * layers 2/3. Delays and strengths are round numbers of that order, not a fit.
 */
export const EVOKED_MODEL = {
  sinks: [
    {layer: "4", place: 0.45, sources: [0.18, 0.75], amplitude: 210, delay: -0.002, rise: 0.015},
    {layer: "5", place: 0.66, sources: [0.5, 0.86], amplitude: 110, delay: 0.02, rise: 0.018},
    {layer: "2/3", place: 0.24, sources: [0.07, 0.46], amplitude: 120, delay: 0.034, rise: 0.025}
  ],
  width: 55,
  radius: 400,
  /** Of a black flash and of a flash's end, relative to a white flash's onset; spread of single answers (log-normal). */
  black: 0.85,
  end: 0.4,
  spread: 0.15
} as const;

type Sink = (typeof EVOKED_MODEL.sinks)[number];

/** When and how deep the sinks of the probe's visual area are largest, in the order of time: s after a flash's onset, µm. */
export function sinksOf({segments: [cortex]}: Probe): {layer: string; depth: number; time: number}[] {
  return EVOKED_MODEL.sinks.map(({layer, place, delay}) => ({
    layer,
    depth: cortex.from + place * (cortex.to - cortex.from),
    time: (LATENCY_MEAN[cortex.structure] ?? 0.06) + delay
  }));
}

/** Adds what flashes evoke: for each sink (u/τ) exp(1 − u/τ) in time, and its potential along the probe. */
export function addEvokedPotentials(lfp: Lfp, presentations: readonly Presentation[], seed: number): void {
  const {probe, channels, timestamps, data} = lfp;
  const random = new RandomStream(seed, `lfp/${probe.name}/evoked`);
  const flashes = presentations
    .filter(({stimulusName}) => stimulusName === "flashes")
    .map(({start, stop, polarity}) => {
      const size = (polarity > 0 ? 1 : EVOKED_MODEL.black) * random.logNormal(1, EVOKED_MODEL.spread);
      return {start, stop, size};
    });
  const times = sinksOf(probe);
  EVOKED_MODEL.sinks.forEach((sink, k) => {
    const course = new Float32Array(timestamps.length);
    const begin = times[k].time - sink.rise;
    for (const {start, stop, size} of flashes) {
      addAnswer(course, timestamps, start + begin, sink.rise, size);
      addAnswer(course, timestamps, stop + begin, sink.rise, EVOKED_MODEL.end * size);
    }
    const potential = potentialOf(sink, probe);
    channels.forEach(({depth}, channel) => {
      const weight = potential(depth);
      const values = data[channel];
      for (let i = 0; i < values.length; i++) values[i] += weight * course[i];
    });
  });
}

function addAnswer(course: Float32Array, timestamps: Float64Array, onset: number, rise: number, size: number): void {
  const step = timestamps[1] - timestamps[0];
  const first = Math.max(0, Math.ceil((onset - timestamps[0]) / step));
  const last = Math.min(course.length, first + Math.ceil((12 * rise) / step));
  for (let i = first; i < last; i++) {
    const relative = (timestamps[i] - onset) / rise;
    course[i] += size * relative * Math.exp(1 - relative);
  }
}

/**
 * The potential (µV) of a sink and its sources at a depth: discs of the stated radius, each at distance d contributing in
 * proportion to √(d² + R²) − |d| (Nicholson and Freeman 1975), scaled so that the trough is −amplitude.
 */
function potentialOf({place, sources, amplitude}: Sink, {segments: [cortex]}: Probe): (depth: number) => number {
  const {width, radius} = EVOKED_MODEL;
  const currents = [{at: place, current: -1}, ...sources.map((at, i) => ({at, current: shareOfSource(i)}))];
  const discs: {depth: number; current: number}[] = [];
  for (const {at, current} of currents) {
    const centre = cortex.from + at * (cortex.to - cortex.from);
    for (let away = -3 * width; away <= 3 * width; away += width / 8) {
      discs.push({depth: centre + away, current: current * Math.exp(-0.5 * (away / width) ** 2)});
    }
  }
  const unscaled = (depth: number) =>
    discs.reduce((sum, disc) => {
      const distance = Math.abs(depth - disc.depth);
      return sum + disc.current * (Math.hypot(distance, radius) - distance);
    }, 0);
  let trough = 0;
  for (let depth = cortex.from; depth <= cortex.to; depth += 5) trough = Math.min(trough, unscaled(depth));
  return (depth) => (amplitude / -trough) * unscaled(depth);
}

/** Of the current that flows out again, a little more does so above the sink than below it. */
function shareOfSource(source: number): number {
  return source === 0 ? 0.55 : 0.45;
}
