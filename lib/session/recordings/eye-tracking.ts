import type {ColumnTable} from "arquero";
import type {Columns} from "../../array/index.js";
import {DynamicTable, type NumberArray, type NwbFile} from "../../nwb/index.js";
import {toTable} from "../columns.js";

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
 * where there was no fit. Null for a session without eye tracking.
 */
export function readPupilData(file: NwbFile): ColumnTable | null {
  const eyeTracking = "/processing/eye_tracking";
  if (!file.hasGroup(eyeTracking) || !file.hasGroup(gazeModule("raw"))) return null;
  const columns: Columns = {[EYE_TIME]: file.numbers(`${gazeModule("raw")}/eye_area/timestamps`)};
  for (const [name, inFile] of ELLIPSES) {
    const fits = new DynamicTable(file, `${eyeTracking}/${inFile}_ellipse_fits`);
    columns[`${name}_center_x`] = fits.numbers("center_x");
    columns[`${name}_center_y`] = fits.numbers("center_y");
    columns[`${name}_height`] = fits.numbers("height").map((halfAxis) => 2 * halfAxis);
    columns[`${name}_width`] = fits.numbers("width").map((halfAxis) => 2 * halfAxis);
    columns[`${name}_phi`] = fits.numbers("phi");
  }
  return toTable(columns);
}

/**
 * Where the eye looked: Time (s), the areas of eye and pupil (cm²), and the point on the screen in cm and in degrees, raw
 * and then filtered (NaN where the eye blinked). Null for a session without eye tracking.
 */
export function readScreenGazeData(file: NwbFile): ColumnTable | null {
  if (!file.hasGroup(gazeModule("raw")) || !file.hasGroup(gazeModule("filtered"))) return null;
  return toTable({
    [EYE_TIME]: file.numbers(`${gazeModule("raw")}/eye_area/timestamps`),
    ...gazeColumns(file, "raw"),
    ...gazeColumns(file, "filtered")
  });
}

function gazeColumns(file: NwbFile, kind: "raw" | "filtered"): Columns {
  const data = (name: string) => file.numbers(`${gazeModule(kind)}/${name}/data`);
  const onScreen = data("screen_coordinates");
  const spherical = data("screen_coordinates_spherical");
  // The file has (y, x).
  return {
    [`${kind}_eye_area`]: data("eye_area"),
    [`${kind}_pupil_area`]: data("pupil_area"),
    [`${kind}_screen_coordinates_x_cm`]: everySecond(onScreen, 1),
    [`${kind}_screen_coordinates_y_cm`]: everySecond(onScreen, 0),
    [`${kind}_screen_coordinates_spherical_x_deg`]: everySecond(spherical, 1),
    [`${kind}_screen_coordinates_spherical_y_deg`]: everySecond(spherical, 0)
  };
}

function everySecond(pairs: NumberArray, first: 0 | 1): Float64Array {
  return Float64Array.from({length: pairs.length / 2}, (_, i) => pairs[2 * i + first]);
}
