import {
  bootstrapTrials,
  fitGaussian2d,
  invert,
  isInverted,
  isOnScreen,
  type Levels,
  levelsOf,
  positionPValue,
  type ReceptiveField,
  thresholdReceptiveField
} from "../../analysis/metrics/index.js";
import {linspace} from "../../array/index.js";
import type {AnalysisContext, MetricsOfUnit, StimulusAnalysis, UnitMetrics} from "./stimulus-analysis.js";
import type {StimulusRecording} from "./stimulus-recording.js";
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
export const receptiveFieldMapping: StimulusAnalysis = {
  knownNames: ["receptive_field_mapping", "gabor"],
  namesAreBeginnings: true,
  trialDuration: 0.25,
  prepare
};

function prepare({recording, random}: AnalysisContext): MetricsOfUnit {
  const grid = positionGrid(recording);
  const trials = recording.starts.length;
  const drawn = bootstrapTrials(trials, RESAMPLES, random);
  const positions = positionNumbers(grid);
  const all = Array.from({length: trials}, (_, trial) => trial);
  return (responses) => {
    const running = responses.runningModulation;
    return {
      ...fieldMetrics(
        responses,
        grid,
        (counts) => positionPValue(counts, positions, drawn),
        responses.trialCounts(all)
      ),
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

/** Where the patches were shown. */
export interface PositionGrid {
  rows: number;
  columns: number;
  /** Where each presentation was. */
  rowOf: Uint32Array;
  columnOf: Uint32Array;
}

/** The grid of positions: row 0 is the top of the screen, column 0 its left. */
export function positionGrid({parameter, presentationsOf, starts}: StimulusRecording): PositionGrid {
  const heights = Array.from(parameter("y_position"), (y) => (typeof y === "number" ? 40 - y : null));
  const [down, across] = [levelsOf(heights), levelsOf(parameter("x_position"))];
  const placesOf = ({conditions}: Levels) => {
    const places = new Uint32Array(starts.length);
    conditions.forEach((own, place) => {
      for (const condition of own) for (const presentation of presentationsOf[condition]) places[presentation] = place;
    });
    return places;
  };
  return {rows: down.values.length, columns: across.values.length, rowOf: placesOf(down), columnOf: placesOf(across)};
}

/** The position of each presentation as one number, columns × rows in C order. */
export function positionNumbers({rows, rowOf, columnOf}: PositionGrid): Uint32Array {
  return columnOf.map((column, presentation) => column * rows + rowOf[presentation]);
}

/**
 * Spikes at each position within 0.249 s of onset, over all presentations. As AllenSDK counts in two bins that are closed
 * at both ends, a spike at exactly 0.1245 s counts twice.
 */
export function receptiveField(
  responses: UnitResponses,
  {rows, columns, rowOf, columnOf}: PositionGrid
): ReceptiveField {
  const counts = responses.countInBins(Array.from(rowOf.keys()), linspace(0, 0.249, 3));
  const values = new Float64Array(rows * columns);
  rowOf.forEach((row, presentation) => {
    values[row * columns + columnOf[presentation]] += counts[2 * presentation] + counts[2 * presentation + 1];
  });
  return {rows, columns, values};
}
