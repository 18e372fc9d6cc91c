import type {Correlogram, CorrelogramRates} from "../../analysis/correlograms/index.js";

/** A way to show a correlogram. */
export interface CorrelogramScale {
  /** What it is called in the page's address, and in the list. */
  id: string;
  name: string;
  /** What the bars are, with the unit. */
  label: string;
  /** The height of each bar. */
  values: (correlogram: Correlogram, rates: CorrelogramRates) => ArrayLike<number>;
}

/** Counts grow with the length of the recording; the others do not. */
export const correlogramScales: readonly CorrelogramScale[] = [
  {id: "pairs", name: "pairs of spikes", label: "pairs of spikes", values: ({counts}) => counts},
  {
    id: "per-fixed",
    name: "per spike of the fixed unit",
    label: "spikes per spike of the fixed unit",
    values: (_, {perFixedSpike}) => perFixedSpike
  },
  {
    id: "per-moving",
    name: "per spike of the moving unit",
    label: "spikes per spike of the moving unit",
    values: (_, {perMovingSpike}) => perMovingSpike
  },
  {
    id: "rate",
    name: "rate of the moving unit",
    label: "rate of the moving unit (spikes/s)",
    values: (_, {rate}) => rate
  }
];
