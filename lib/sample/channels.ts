import type {Probe} from "./probes.js";
import {RandomStream} from "./random-stream.js";
import type {Structure} from "./structures.js";

/** One electrode site of a probe. */
export interface Channel {
  id: number;
  probe: Probe;
  /** Channel number on the probe, 0 (tip) to 383. */
  number: number;
  horizontalPosition: number;
  verticalPosition: number;
  /** Distance below the brain's surface along the track, µm; negative above it. */
  depth: number;
  /** CCF coordinates, µm: anterior-posterior, dorsal-ventral, left-right. */
  ccf: [number, number, number];
  /** `null` out of the brain. */
  structure: Structure | null;
  valid: boolean;
}

export const CHANNELS_PER_PROBE = 384;
/** The site that Neuropixels 3a uses as its reference. */
const REFERENCE_CHANNEL = 191;
/** Four staggered columns, µm. */
const HORIZONTAL_POSITIONS = [43, 11, 59, 27];

/**
 * The 384 channels of a probe in the order of the file's table, which in the real files is neither that of the ids nor
 * that of the positions. Geometry of Neuropixels 3a: two sites every 20 µm. Besides the reference, two channels are bad.
 */
export function makeChannels(probe: Probe, seed: number): Channel[] {
  const random = new RandomStream(seed, `channels/${probe.name}`);
  const bad = new Set([REFERENCE_CHANNEL, random.integer(CHANNELS_PER_PROBE), random.integer(CHANNELS_PER_PROBE)]);
  const channels: Channel[] = [];
  for (let number = 0; number < CHANNELS_PER_PROBE; number++) {
    const verticalPosition = 20 * (Math.floor(number / 2) + 1);
    const depth = 20 * (Math.floor(probe.surfaceChannel / 2) + 1) - verticalPosition;
    const segment = depth < 0 ? undefined : probe.segments.find(({from, to}) => depth >= from && depth < to);
    channels.push({
      id: 700100000 + 1000 * probe.index + 2 * number,
      probe,
      number,
      horizontalPosition: HORIZONTAL_POSITIONS[number % 4],
      verticalPosition,
      depth,
      ccf: probe.entry.map((start, axis) => Math.round(start + depth * probe.direction[axis])) as Channel["ccf"],
      structure: segment?.structure ?? null,
      valid: !bad.has(number)
    });
  }
  return random.shuffle(channels);
}
