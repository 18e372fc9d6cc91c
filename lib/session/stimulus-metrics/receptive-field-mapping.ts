import {
  drawTrials,
  fitGaussian2d,
  invert,
  isInverted,
  isOnScreen,
  positionPValue,
  resamplesByCategory,
  thresholdReceptiveField
} from "../../analysis/metrics/index.js";
import {type PositionGrid, positionGrid, positionNumbers, receptiveField} from "./position-grid.js";
import type {AnalysisContext, MetricsOfUnit, StimulusAnalysis, UnitMetrics} from "./stimulus-analysis.js";
import type {UnitResponses} from "./unit-responses.js";

/** A unit with fewer spikes has no receptive field; AllenSDK's number. */
const LEAST_SPIKES = 10;
const RESAMPLES = 1000;
/** Between neighbouring positions (degrees), and where the first are. */
const SPACING = 10;
const LEFTMOST_AZIMUTH = 10;
const LOWEST_ELEVATION = -30;
/** Rows from the top to the lowest elevation. */
const LOWEST_ROW = 8;

/** Thirteen metrics of the receptive fields, mapped with Gabor patches. */
export const RECEPTIVE_FIELD_MAPPING: StimulusAnalysis = {
  knownNames: ["receptive_field_mapping", "gabor"],
  namesAreBeginnings: true,
  trialDuration: 0.25,
  prepare
};

function prepare({recording, random}: AnalysisContext): MetricsOfUnit {
  const grid = positionGrid(recording);
  const trials = recording.starts.length;
  const resamples = resamplesByCategory(positionNumbers(grid), drawTrials(trials, RESAMPLES, random));
  const all = Array.from({length: trials}, (_, trial) => trial);
  return (responses) => {
    const running = responses.runningModulation;
    return {
      ...fieldMetrics(responses, grid, (counts) => positionPValue(counts, resamples), responses.trialCounts(all)),
      firing_rate_rf: responses.firingRate,
      fano_rf: responses.fanoFactor,
      time_to_peak_rf: responses.timeToPeak,
      lifetime_sparseness_rf: responses.lifetimeSparseness,
      run_mod_rf: running.modulation,
      run_pval_rf: running.pValue
    };
  };
}

function fieldMetrics(
  responses: UnitResponses,
  grid: PositionGrid,
  pValueOf: (counts: Float64Array) => number,
  counts: Float64Array
): UnitMetrics {
  if (counts.reduce((sum, count) => sum + count, 0) < LEAST_SPIKES) {
    const [azimuth_rf, elevation_rf, width_rf, height_rf, area_rf, p_value_rf] = new Array<number>(6).fill(Number.NaN);
    return {azimuth_rf, elevation_rf, width_rf, height_rf, area_rf, p_value_rf, on_screen_rf: false};
  }
  const field = receptiveField(responses, grid);
  const region = thresholdReceptiveField(field, {wholeNumbers: true});
  const fitted = isInverted(field, region.mask) ? invert(field) : field;
  const gaussian = fitGaussian2d(fitted);
  return {
    azimuth_rf: region.column * SPACING + LEFTMOST_AZIMUTH,
    elevation_rf: (LOWEST_ROW - region.row) * SPACING + LOWEST_ELEVATION,
    width_rf: gaussian.columnWidth * SPACING,
    height_rf: gaussian.rowWidth * SPACING,
    area_rf: region.area * SPACING ** 2,
    p_value_rf: pValueOf(counts),
    on_screen_rf: isOnScreen(fitted, gaussian.row, gaussian.column)
  };
}
