import type {Structure} from "./structures.js";

/** A stretch of one structure along a probe, in µm below the brain's surface. */
export interface TrackSegment {
  structure: Structure;
  from: number;
  to: number;
  /** How many units the model puts there. */
  units: number;
}

/** A Neuropixels 3a probe: its clock and its straight track through the brain. */
export interface Probe {
  id: number;
  /** 0 for probeA … 5 for probeF. */
  index: number;
  name: string;
  /** Samples per second of the spike band, on the session's master clock. */
  samplingRate: number;
  /** Master time of the probe's sample 0, seconds. */
  clockOffset: number;
  /** Channel number at the brain's surface; those above it are out of the brain. */
  surfaceChannel: number;
  /** CCF position (anterior-posterior, dorsal-ventral, left-right; µm) where the track enters the brain. */
  entry: [number, number, number];
  /** Unit vector down the track, same axes. */
  direction: [number, number, number];
  /** Centre of the retinotopic region the probe was aimed at: azimuth and elevation, degrees. */
  retinotopicCentre: [number, number];
  segments: TrackSegment[];
  /** Whether an LFP file stands beside the session file. */
  hasLfp: boolean;
}

type Path = [structure: Structure, thickness: number, units: number][];

/**
 * The six probes. Each goes through one visual area of cortex, the white matter ("grey": structure not assigned), CA1
 * and DG, and ends in thalamus (LGd, LP) or midbrain (APN). Depths are typical of the published recordings.
 */
export const PROBES: Probe[] = [
  probe(
    0,
    "probeA",
    29999.9549,
    3.7412,
    344,
    [8020, 480, 7240],
    [0.17, 0.96, 0.08],
    [8, 6],
    [
      ["VISam", 860, 28],
      ["grey", 100, 0],
      ["CA1", 480, 11],
      ["DG", 640, 6],
      ["grey", 90, 0],
      ["LP", 620, 12],
      ["APN", 900, 8]
    ]
  ),
  probe(
    1,
    "probeB",
    29999.9196,
    3.6127,
    352,
    [8760, 460, 7480],
    [0.05, 0.98, -0.06],
    [4, 2],
    [
      ["VISpm", 880, 27],
      ["grey", 110, 0],
      ["CA1", 500, 11],
      ["DG", 620, 6],
      ["grey", 120, 0],
      ["APN", 1400, 17]
    ]
  ),
  probe(
    2,
    "probeC",
    29999.9985,
    3.8036,
    348,
    [8980, 560, 8240],
    [-0.21, 0.95, -0.19],
    [12, 4],
    [
      ["VISp", 840, 30],
      ["grey", 120, 0],
      ["CA1", 520, 9],
      ["DG", 600, 6],
      ["grey", 140, 0],
      ["LGd", 1400, 22]
    ]
  ),
  probe(
    3,
    "probeD",
    29999.9228,
    3.5581,
    340,
    [8640, 820, 9080],
    [-0.16, 0.93, -0.31],
    [6, 0],
    [
      ["VISl", 820, 28],
      ["grey", 130, 0],
      ["CA1", 470, 9],
      ["DG", 560, 6],
      ["grey", 170, 0],
      ["LGd", 1400, 20]
    ]
  ),
  probe(
    4,
    "probeE",
    30000.0008,
    3.9004,
    356,
    [7860, 700, 8940],
    [0.12, 0.94, -0.29],
    [10, 8],
    [
      ["VISal", 850, 28],
      ["grey", 100, 0],
      ["CA1", 510, 10],
      ["DG", 580, 6],
      ["grey", 110, 0],
      ["LP", 1500, 22]
    ]
  ),
  probe(
    5,
    "probeF",
    30000.0428,
    3.6873,
    336,
    [7740, 560, 8380],
    [0.2, 0.95, -0.12],
    [14, 10],
    [
      ["VISrl", 830, 28],
      ["grey", 120, 0],
      ["CA1", 490, 11],
      ["DG", 610, 6],
      ["grey", 150, 0],
      ["LP", 1400, 20]
    ]
  )
];

function probe(
  index: number,
  name: string,
  samplingRate: number,
  clockOffset: number,
  surfaceChannel: number,
  entry: [number, number, number],
  track: [number, number, number],
  retinotopicCentre: [number, number],
  path: Path
): Probe {
  const length = Math.hypot(...track);
  let depth = 0;
  const segments = path.map(([structure, thickness, units]) => {
    const from = depth;
    depth += thickness;
    return {structure, from, to: depth, units};
  });
  const direction = track.map((component) => component / length) as [number, number, number];
  return {
    id: 700001001 + index,
    index,
    name,
    samplingRate,
    clockOffset,
    surfaceChannel,
    entry,
    direction,
    retinotopicCentre,
    segments,
    hasLfp: name === "probeC" || name === "probeE"
  };
}
