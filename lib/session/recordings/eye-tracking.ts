import type {ColumnTable} from "arquero";
import type {Columns} from "../../array/index.js";
import {DynamicTable, type NumberArray, type NwbFile, TimeSeries} from "../../nwb/index.js";
import {toTable} from "../columns.js";
import {OptionalColumns} from "../tables/optional-columns.js";
import {warnOfMissing} from "../tables/warn-of-missing.js";
import {requireRows} from "./require-rows.js";

/** The name that AllenSDK gives the times of eye tracking. */
export const EYE_TIME = "Time (s)";

const ELLIPSES = [
  ["corneal_reflection", "cr"],
  ["pupil", "pupil"],
  ["eye", "eye"]
] as const;

const gazeModule = (kind: "raw" | "filtered") => `/processing/${kind}_gaze_mapping`;

/**
 * The ellipses fitted to the corneal reflection, the pupil and the eye on each frame of the eye camera: Time (s), and of
 * each centre_x, center_y, height, width (camera pixels; whole axes, where the file has half ones) and phi (radians). NaN
 * where there was no fit, or the file has none. Null for a session without eye tracking.
 */
export function readPupilData(file: NwbFile, onWarning: (message: string) => void): ColumnTable | null {
  const eyeTracking = "/processing/eye_tracking";
  if (!file.hasOptional(eyeTracking) || !file.hasOptional(gazeModule("raw"))) return null;
  const frames = framesOfCamera(file);
  const columns: Columns = {[EYE_TIME]: frames.times()};
  for (const [name, inFile] of ELLIPSES) {
    const path = `${eyeTracking}/${inFile}_ellipse_fits`;
    const fits = file.hasOptional(path) ? new DynamicTable(file, path) : null;
    if (fits) requireRows(file, path, fits.length, {rows: frames.length, of: frames.path});
    const optional = new OptionalColumns(fits, frames.length);
    columns[`${name}_center_x`] = optional.numbers("center_x");
    columns[`${name}_center_y`] = optional.numbers("center_y");
    columns[`${name}_height`] = optional.numbers("height").map((halfAxis) => 2 * halfAxis);
    columns[`${name}_width`] = optional.numbers("width").map((halfAxis) => 2 * halfAxis);
    columns[`${name}_phi`] = optional.numbers("phi");
    warnOfMissing(onWarning, optional.missing, `${inFile}_ellipse_fits`);
  }
  return toTable(columns);
}

/**
 * Where the eye looked: Time (s), the areas of eye and pupil (cm² by their size, though the files call
 * them "Pixels ^ 2"), and the point on the screen in cm and in degrees, raw
 * and then filtered (NaN where the eye blinked). What the file has not is NaN. Null for a session without eye tracking.
 */
export function readScreenGazeData(file: NwbFile, onWarning: (message: string) => void): ColumnTable | null {
  if (!file.hasOptional(gazeModule("raw")) || !file.hasOptional(gazeModule("filtered"))) return null;
  const frames = framesOfCamera(file);
  const missing: string[] = [];
  const table = toTable({
    [EYE_TIME]: frames.times(),
    ...gazeColumns(file, "raw", frames, missing),
    ...gazeColumns(file, "filtered", frames, missing)
  });
  warnOfMissing(onWarning, missing);
  return table;
}

/** The frames of the eye camera, whose times are those of all of eye tracking. */
const framesOfCamera = (file: NwbFile) => new TimeSeries(file, `${gazeModule("raw")}/eye_area`);

/** @param missing is given the paths of what the file has not */
function gazeColumns(file: NwbFile, kind: "raw" | "filtered", frames: TimeSeries, missing: string[]): Columns {
  const {length: rows, path: of} = frames;
  const series = (name: string, numbers: number) => {
    const found = new TimeSeries(file, `${gazeModule(kind)}/${name}`);
    if (!file.hasOptional(found.path)) {
      missing.push(found.path);
      return new Float64Array(rows * numbers).fill(Number.NaN);
    }
    requireRows(file, found.path, found.shape[0], {rows, of});
    if (numbers === 2) requireRows(file, `${found.path} (numbers in a row)`, found.shape[1], {rows: 2, of: "a point"});
    return numbers === 1 ? found.values(0, rows) : found.rows(0, rows);
  };
  const onScreen = series("screen_coordinates", 2);
  const spherical = series("screen_coordinates_spherical", 2);
  // The file has (y, x).
  return {
    [`${kind}_eye_area`]: series("eye_area", 1),
    [`${kind}_pupil_area`]: series("pupil_area", 1),
    [`${kind}_screen_coordinates_x_cm`]: everySecond(onScreen, 1),
    [`${kind}_screen_coordinates_y_cm`]: everySecond(onScreen, 0),
    [`${kind}_screen_coordinates_spherical_x_deg`]: everySecond(spherical, 1),
    [`${kind}_screen_coordinates_spherical_y_deg`]: everySecond(spherical, 0)
  };
}

function everySecond(pairs: NumberArray, first: 0 | 1): Float64Array {
  return Float64Array.from({length: pairs.length / 2}, (_, i) => pairs[2 * i + first]);
}
