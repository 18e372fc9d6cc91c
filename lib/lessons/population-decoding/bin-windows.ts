import type {BinWindow} from "../../analysis/decoding/index.js";

/** Windows of one width, each a bin after the last, or windows that all begin at onset. */
export const WINDOW_KINDS = ["sliding", "from onset on"] as const;

/** Which windows to decode. */
export interface WindowChoice {
  kind: (typeof WINDOW_KINDS)[number];
  /** How many bins a sliding window has. */
  width: number;
}

/** Two times that differ by less are the same (s). */
const ROUNDING = 1e-9;

/**
 * The windows of bins to decode from.
 * @param edges of the bins, from onset (s); one of them is 0
 */
export function binWindows(edges: readonly number[], {kind, width}: WindowChoice): BinWindow[] {
  const bins = edges.length - 1;
  if (kind === "sliding") return Array.from({length: bins - width + 1}, (_, from) => [from, from + width]);
  const onset = edges.findIndex((edge) => Math.abs(edge) < ROUNDING);
  return Array.from({length: bins - onset}, (_, k) => [onset, onset + k + 1]);
}
