import type {Correlogram} from "./cross-correlogram.js";

/** A correlogram in units that do not depend on how long was recorded. NaN if a train has no spikes. */
export interface CorrelogramRates {
  /** Coincidences per spike of the fixed train, in each bin. */
  perFixedSpike: Float64Array;
  /** Coincidences per spike of the moving train, in each bin. */
  perMovingSpike: Float64Array;
  /** The rate of the moving train so long after a spike of the fixed one; Hz. */
  rate: Float64Array;
}

/** Counts of a correlogram per spike and as rates (Perkel, Gerstein and Moore 1967). */
export function correlogramRates({counts, fixedSpikes, movingSpikes, binWidth}: Correlogram): CorrelogramRates {
  const per = (divisor: number) => Float64Array.from(counts, (count) => (divisor > 0 ? count / divisor : Number.NaN));
  return {perFixedSpike: per(fixedSpikes), perMovingSpike: per(movingSpikes), rate: per(fixedSpikes * binWidth)};
}
