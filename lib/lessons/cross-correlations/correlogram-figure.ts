import {
  type Correlogram,
  type CorrelogramRates,
  type LagOptions,
  MONOSYNAPTIC_LAGS
} from "../../analysis/correlograms/index.js";
import type {TimeWindow} from "../../session/index.js";
import type {CorrelogramScale} from "./correlogram-scales.js";
import {type PairOfTrains, pairText} from "./pair-of-trains.js";
import {lagsText, millisecondsText, stretchText} from "./stretch-text.js";

/** The height of a bar in each bin. */
export interface CorrelogramBars {
  /** s; one more than there are bins. */
  edges: ArrayLike<number>;
  values: ArrayLike<number>;
}

/** What a cross-correlogram was made from. */
export interface ShownCorrelogram {
  pair: PairOfTrains;
  /** The stretch of time that the spikes are from (s). */
  stretch: TimeWindow;
  correlogram: Correlogram;
  rates: CorrelogramRates;
  scale: CorrelogramScale;
  lags: Required<LagOptions>;
}

/** The cross-correlogram of the two units, on the scale that was chosen. */
export function correlogramFigure(shown: ShownCorrelogram) {
  const {pair, stretch, correlogram, rates, scale, lags} = shown;
  const binWidth = millisecondsText(lags.binWidth);
  const bars: CorrelogramBars = {edges: correlogram.edges, values: scale.values(correlogram, rates)};
  return {
    data: [bars] as [CorrelogramBars],
    options: {
      label: scale.label,
      marked: MONOSYNAPTIC_LAGS,
      ariaLabel: "Cross-correlogram of the fixed and the moving unit",
      ariaDescription: lagRangeText(lags)
    },
    caption: `${pairText(pair)}, ${stretchText(stretch)}; bins of ${binWidth}\u00a0ms. Lags of ${lagsText(MONOSYNAPTIC_LAGS)}\u00a0ms are grey.`
  };
}

/** What the bars of a correlogram are over. */
export function lagRangeText({window}: Required<LagOptions>): string {
  return `Bars over lags from −${millisecondsText(window)} to ${millisecondsText(window)} ms`;
}
