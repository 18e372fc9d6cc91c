import {DataArray} from "../../array/index.js";
import {AnalysisError} from "../analysis-error.js";
import {countsByWindow, type WindowBounds} from "../counting/counts-by-window.js";

/** Presentations as the columns of a stimulus table; all of one length. */
export interface PresentationColumns {
  ids: ArrayLike<number>;
  /** s; NaN for a presentation that is invalid. */
  starts: ArrayLike<number>;
  /** s */
  stops: ArrayLike<number>;
  /** The columns of parameters that matter, by name. */
  parameters?: Readonly<Record<string, ArrayLike<unknown>>>;
}

/** The two aligned matrices of the tutorial's exercise on decoding. */
export interface DesignMatrix {
  /** Spike counts: stimulus_presentation_id × unit_id. */
  counts: DataArray<Uint16Array | Uint32Array>;
  /** The parameters of the same presentations, row by row. */
  parameters: Record<string, unknown[]>;
}

/**
 * How each unit answered each presentation, with what was shown. Presentations without times (AllenSDK masks those that
 * overlap invalid times) are left out of both matrices; NaN and null among the parameters stay as they are.
 *
 * @example
 * const columns = {ids, starts, stops, parameters: {orientation}};
 * const {counts, parameters} = designMatrix(trains, columns, {window: [0.05, 0.25]});
 *
 * @param trains ascending spike times (s) of each unit
 * @param window relative to each onset, s; the whole presentation if not given
 * @throws {AnalysisError} `wrong-shape` if columns differ in length
 */
export function designMatrix(
  trains: ReadonlyMap<number, Float64Array>,
  {ids, starts, stops, parameters = {}}: PresentationColumns,
  {bounds = "(start, stop]", window}: {bounds?: WindowBounds; window?: readonly [from: number, to: number]} = {}
): DesignMatrix {
  for (const [path, column] of Object.entries({starts, stops, ...parameters})) {
    if (column.length === ids.length) continue;
    const [expected, found] = [`${ids.length} values`, `${column.length}`];
    throw new AnalysisError("wrong-shape", {path, expected, found, remedy: "Give one for each presentation."});
  }
  const rows = Array.from(ids, (_, row) => row).filter(
    (row) => Number.isFinite(starts[row]) && Number.isFinite(stops[row])
  );
  const take = <T>(column: ArrayLike<T>) => rows.map((row) => column[row]);
  const onsets = take(starts);
  const [from, to] = window
    ? [onsets.map((onset) => onset + window[0]), onsets.map((onset) => onset + window[1])]
    : [onsets, take(stops)];
  const counts = new DataArray({
    name: "spike_counts",
    dims: ["stimulus_presentation_id", "unit_id"],
    coords: {stimulus_presentation_id: Float64Array.from(take(ids)), unit_id: Float64Array.from(trains.keys())},
    values: countsByWindow([...trains.values()], from, to, bounds)
  });
  return {
    counts,
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, column]) => [name, take(column)]))
  };
}
