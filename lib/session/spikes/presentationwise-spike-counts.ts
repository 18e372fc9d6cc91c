import {type BinEdges, countSpikes, type SpikeCounts} from "../../analysis/counting/index.js";
import {DataArray} from "../../array/index.js";
import {idColumn} from "../id-column.js";
import {SessionError} from "../session-error.js";
import type {PresentationWindow} from "./presentationwise-spike-times.js";

/** How spikes are counted in bins around the onset of presentations. */
export interface SpikeCountsOptions {
  /** Whether a bin holds 1 if any spike fell in it, instead of their number. */
  binarize?: boolean;
  /** Binarizing bins wider than this (s) loses spikes, and is warned about; AllenSDK's 0.001 by default. */
  largeBinSizeThreshold?: number;
  /** `closed` (default, as AllenSDK): a spike on the edge of two bins counts in both; `half-open`: in the later one. */
  edges?: BinEdges;
  /**
   * Changes the bin edges of each presentation.
   * @param domain the edges (s), presentations × edges in C order
   * @returns as many, not decreasing within a presentation
   */
  timeDomain?: (domain: Float64Array) => Float64Array;
}

/** More counts than this (half a gigabyte of them) are not made at once. */
const MOST_COUNTS = 2 ** 28;

const OPTIONS = ["binarize", "largeBinSizeThreshold", "edges", "timeDomain"];

/** @throws {SessionError} `wrong-argument` for an option that does not exist, or a value that it does not take */
export function requireCountsOptions(options: SpikeCountsOptions): void {
  for (const path of Object.keys(options)) {
    if (OPTIONS.includes(path)) continue;
    const remedy = "Check the option's spelling.";
    throw new SessionError("wrong-argument", {path, expected: `one of ${OPTIONS.join(", ")}`, found: path, remedy});
  }
  const {edges} = options;
  if (edges === undefined || edges === "closed" || edges === "half-open") return;
  const [expected, found] = ['"closed" or "half-open"', JSON.stringify(edges)];
  throw new SessionError("wrong-argument", {path: "edges", expected, found, remedy: "Give one of the two."});
}

/** The edges of every bin, and what AllenSDK would warn about them. */
export interface BinDomain {
  /** s; presentations × edges in C order */
  domain: Float64Array;
  warnings: string[];
}

/**
 * @param units of how many units spikes are to be counted
 * @throws {SessionError} `wrong-argument` for fewer than two edges, edges that decrease or are not numbers, or more counts
 *   than can be held
 */
export function binDomain(
  binEdges: ArrayLike<number>,
  presentations: readonly PresentationWindow[],
  units: number,
  {binarize = false, largeBinSizeThreshold = 0.001, timeDomain}: SpikeCountsOptions
): BinDomain {
  const count = binEdges.length;
  if (!(count >= 2)) wrongEdges("at least two bin edges", `${count}`);
  for (let j = 0; j < count; ++j) {
    if (typeof binEdges[j] !== "number") wrongEdges("bin edges that are numbers", JSON.stringify(binEdges[j]));
  }
  const counts = presentations.length * (count - 1) * Math.max(1, units);
  if (counts > MOST_COUNTS) wrongEdges(`at most ${MOST_COUNTS} counts at once`, `${counts}`, "Give fewer bins or ids.");
  const relative = new Float64Array(presentations.length * count);
  presentations.forEach(({start}, row) => {
    for (let j = 0; j < count; ++j) relative[row * count + j] = binEdges[j] + start;
  });
  const domain = timeDomain ? timeDomain(relative.slice()) : relative;
  if (domain.length !== relative.length) wrongEdges(`${relative.length} edges from timeDomain`, `${domain.length}`);
  for (let k = 0; k < domain.length; ++k) {
    if (Number.isFinite(domain[k]) && (k % count === 0 || domain[k] >= domain[k - 1])) continue;
    wrongEdges("bin edges that do not decrease", `${domain[k]} after ${domain[k - 1]} in row ${Math.floor(k / count)}`);
  }
  return {
    domain,
    warnings: [
      ...(binarize ? largeBinWarning(domain, count, largeBinSizeThreshold) : []),
      ...overlapWarning(domain, count)
    ]
  };
}

function wrongEdges(expected: string, found: string, remedy = "Give ascending times (s)."): never {
  throw new SessionError("wrong-argument", {path: "binEdges", expected, found, remedy});
}

function largeBinWarning(domain: Float64Array, count: number, threshold: number): string[] {
  let widest = 0;
  for (let k = 1; k < domain.length; ++k) if (k % count) widest = Math.max(widest, domain[k] - domain[k - 1]);
  if (widest <= threshold) return [];
  const width = widest.toFixed(5);
  return [`Binarized counts lose spikes in wide bins: the widest is ${width} s, more than ${threshold} s.`];
}

function overlapWarning(domain: Float64Array, count: number): string[] {
  let first: number | undefined;
  let others = 0;
  let most = 0;
  for (let row = 0; (row + 2) * count <= domain.length; ++row) {
    const overlap = domain[(row + 1) * count - 1] - domain[(row + 1) * count];
    if (overlap <= 0) continue;
    if (first === undefined) first = row;
    else ++others;
    most = Math.max(most, overlap);
  }
  if (first === undefined) return [];
  const pairs = `rows ${first} and ${first + 1}${others ? `, and ${others} more pairs` : ""}`;
  return [`The bins of neighbouring rows overlap in time, by ${most} s at most: ${pairs}.`];
}

/** Whether counts are as they are by default. */
export function isPlain({binarize = false, edges = "closed", timeDomain}: SpikeCountsOptions): boolean {
  return !binarize && edges === "closed" && timeDomain === undefined;
}

/**
 * Spike counts: dims stimulus_presentation_id, time_relative_to_stimulus_onset (the middle of each bin before
 * timeDomain, s), unit_id. `Uint16Array` as in AllenSDK, or `Uint32Array` if a count is above 65,535; `Uint8Array` when binarized.
 */
export function presentationwiseSpikeCounts(
  binEdges: ArrayLike<number>,
  presentationIds: readonly number[],
  unitIds: readonly number[],
  trains: readonly Float64Array[],
  domain: Float64Array,
  {binarize = false, edges = "closed"}: SpikeCountsOptions
): DataArray<SpikeCounts> {
  const values = countSpikes(trains, domain, binEdges.length, {edges, binarize, bits: binarize ? 8 : 16});
  return binnedSpikeCounts(binEdges, presentationIds, unitIds, values);
}

/** Counts, presentations × bins × units in C order, with the names of their dimensions. */
export function binnedSpikeCounts<Counts extends SpikeCounts>(
  binEdges: ArrayLike<number>,
  presentationIds: readonly number[],
  unitIds: readonly number[],
  values: Counts
): DataArray<Counts> {
  const middles = Float64Array.from(
    {length: binEdges.length - 1},
    (_, j) => binEdges[j] + (binEdges[j + 1] - binEdges[j]) / 2
  );
  return new DataArray({
    name: "spike_counts",
    dims: ["stimulus_presentation_id", "time_relative_to_stimulus_onset", "unit_id"],
    coords: {
      stimulus_presentation_id: Int32Array.from(presentationIds),
      time_relative_to_stimulus_onset: middles,
      unit_id: idColumn(unitIds)
    },
    values
  });
}
