import type {Ellipses} from "./ellipses.js";
import type {Gaze} from "./gaze.js";

/** Sizes of eye and pupil, and the point of the screen that is looked at, per frame of the camera. */
export interface GazeMapping {
  /** cm² */
  eyeArea: Float64Array;
  pupilArea: Float64Array;
  /** Rows of (y, x), in this order, as the files have them: cm from the centre of the screen, and degrees. */
  screen: Float64Array;
  spherical: Float64Array;
}

/** Size of a camera pixel at the eye, and distance of the eye from the screen, cm. */
export const GAZE_GEOMETRY = {pixel: 6e-4, distance: 15} as const;

/** Frames beside a blink that the filtered mapping leaves out. */
const MARGIN = 2;

/**
 * Gaze from the fits: areas of the ellipses, and a point of the screen where both pupil and corneal reflection were
 * found. With `opening` (1: the eye is open) frames in and beside blinks and frames in which any fit failed are NaN.
 */
export function mapGaze(
  {pupil, eye, cornealReflection}: {pupil: Ellipses; eye: Ellipses; cornealReflection: Ellipses},
  {azimuth, elevation}: Gaze,
  opening?: Float64Array
): GazeMapping {
  const count = azimuth.length;
  const mapping = {
    eyeArea: ellipseArea(eye),
    pupilArea: ellipseArea(pupil),
    screen: new Float64Array(2 * count).fill(Number.NaN),
    spherical: new Float64Array(2 * count).fill(Number.NaN)
  };
  for (let i = 0; i < count; i++) {
    const lost = Number.isNaN(pupil.width[i]) || Number.isNaN(cornealReflection.width[i]);
    if (opening && (lost || Number.isNaN(eye.width[i]) || blinksAround(opening, i))) {
      mapping.eyeArea[i] = Number.NaN;
      mapping.pupilArea[i] = Number.NaN;
    } else if (!lost) {
      mapping.spherical[2 * i] = elevation[i];
      mapping.spherical[2 * i + 1] = azimuth[i];
      mapping.screen[2 * i] = GAZE_GEOMETRY.distance * Math.tan((elevation[i] * Math.PI) / 180);
      mapping.screen[2 * i + 1] = GAZE_GEOMETRY.distance * Math.tan((azimuth[i] * Math.PI) / 180);
    }
  }
  return mapping;
}

function blinksAround(opening: Float64Array, frame: number): boolean {
  for (let i = Math.max(0, frame - MARGIN); i <= Math.min(opening.length - 1, frame + MARGIN); i++) {
    if (opening[i] < 1) return true;
  }
  return false;
}

function ellipseArea({width, height}: Ellipses): Float64Array {
  return width.map((value, i) => Math.PI * value * height[i] * GAZE_GEOMETRY.pixel ** 2);
}
