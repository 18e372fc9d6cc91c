import type {Correlogram, CorrelogramRates, LagOptions} from "../../analysis/correlograms/index.js";
import type {TimeWindow} from "../../session/index.js";
import type {CorrelogramScale} from "./correlogram-scales.js";
import {type PairOfTrains, pairText} from "./pair-of-trains.js";
import {lagsText, millisecondsText, stretchText} from "./stretch-text.js";

/** What a cross-correlogram was made from, and what is marked in it. */
export interface ShownCorrelogram {
  pair: PairOfTrains;
  /** The stretch of time that the spikes are from (s). */
  stretch: TimeWindow;
  correlogram: Correlogram;
  rates: CorrelogramRates;
  scale: CorrelogramScale;
  lags: Required<LagOptions>;
  /** The lags of a monosynaptic effect (s). */
  synapticLags: readonly [from: number, to: number];
}

/** The cross-correlogram of the two units, on the scale that was chosen. */
export function correlogramFigure(shown: ShownCorrelogram) {
  const {pair, stretch, correlogram, rates, scale, lags, synapticLags} = shown;
  const binWidth = millisecondsText(lags.binWidth);
  return {
    data: [{edges: correlogram.edges, values: scale.values(correlogram, rates)}] as const,
    options: {
      label: scale.label,
      marked: synapticLags,
      ariaLabel: "Cross-correlogram of the fixed and the moving unit",
      ariaDescription: lagRangeText(lags)
    },
    caption: `${pairText(pair)}, ${stretchText(stretch)}; bins of ${binWidth}\u00a0ms. Lags of ${lagsText(synapticLags)}\u00a0ms are grey.`
  };
}

/** What the bars of a correlogram are over. */
export function lagRangeText({window}: Required<LagOptions>): string {
  return `Bars over lags from −${millisecondsText(window)} to ${millisecondsText(window)} ms`;
}
