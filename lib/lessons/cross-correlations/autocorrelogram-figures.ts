import type {Correlogram, LagOptions} from "../../analysis/correlograms/index.js";
import {countText} from "../../words/index.js";
import {type CorrelogramBars, lagRangeText} from "./correlogram-figure.js";
import {type PairOfTrains, unitText} from "./pair-of-trains.js";
import {REFRACTORY, shortIntervals} from "./short-intervals.js";
import {millisecondsText} from "./stretch-text.js";

/** A figure for each of two units, with one caption. */
export interface AutocorrelogramFigures {
  figures: {
    /** The area whose colour the bars have. */
    acronym: string | null;
    data: [CorrelogramBars];
    options: {label: string; lagLabel: string; ariaLabel: string; ariaDescription: string};
    caption: string;
  }[];
  caption: string;
}

/** The autocorrelograms of the fixed and of the moving unit, with how many of their intervals are short. */
export function autocorrelogramFigures(
  autocorrelograms: readonly Correlogram[],
  pair: PairOfTrains,
  lags: Required<LagOptions>
): AutocorrelogramFigures {
  const units = [pair.fixedUnit, pair.movingUnit];
  const [fixed, moving] = [pair.fixedTrain, pair.movingTrain].map((train) => ({
    spikes: countText(train.length),
    short: shortIntervals(train).text
  }));
  return {
    figures: autocorrelograms.map(({edges, counts}, k) => ({
      acronym: units[k]?.ecephys_structure_acronym ?? null,
      data: [{edges, values: counts}],
      options: {
        label: `pairs of spikes of ${unitText(units[k])}`,
        lagLabel: "lag (ms)",
        ariaLabel: `Autocorrelogram of ${unitText(units[k])}`,
        ariaDescription: lagRangeText(lags)
      },
      caption: ""
    })),
    caption: `${fixed.spikes} and ${moving.spikes} spikes, bins of ${millisecondsText(lags.binWidth)}\u00a0ms. Of the intervals from one spike to the next, ${fixed.short} and ${moving.short} are shorter than ${millisecondsText(REFRACTORY)} ms.`
  };
}
