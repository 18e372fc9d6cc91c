import type {ColumnTable} from "arquero";
import {columnValues} from "../../snapshot/index.js";

/** An ellipse in camera pixels; phi is in radians. */
interface Ellipse {
  center_x: number;
  center_y: number;
  width: number;
  height: number;
  phi: number;
}

/** The ellipses of one frame; NaN where a fit failed. */
export interface EyeEllipses {
  eye: Ellipse;
  pupil: Ellipse;
  corneal_reflection: Ellipse;
}

/** Some frames of the film of an eye, by their index among them, from 0. */
export interface EyeFrames {
  /** The number of the first of them, counted from the beginning of the film. */
  first: number;
  /** s */
  times: Float64Array;
  /** The area of the pupil's ellipse (camera pixels²); NaN where none was found. */
  pupilArea: Float64Array;
  /** When they begin and end (s); null if there are none. */
  span: [number, number] | null;
  ellipses(frame: number): EyeEllipses;
}

/**
 * Frames as figures take them.
 * @param table rows of pupilData(); none of a session without eye tracking
 */
export function eyeFrames(table: ColumnTable | null | undefined, first: number): EyeFrames {
  const column = (name: string) => (table ? columnValues<number>(table, name) : []);
  const times = Float64Array.from(column("Time (s)"));
  const heights = column("pupil_height");
  const ellipse = (name: string, frame: number): Ellipse => ({
    center_x: column(`${name}_center_x`)[frame],
    center_y: column(`${name}_center_y`)[frame],
    width: column(`${name}_width`)[frame],
    height: column(`${name}_height`)[frame],
    phi: column(`${name}_phi`)[frame]
  });
  return {
    first,
    times,
    pupilArea: Float64Array.from(column("pupil_width"), (width, frame) => (Math.PI / 4) * width * heights[frame]),
    span: times.length > 0 ? [times[0], times[times.length - 1]] : null,
    ellipses: (frame) => ({
      eye: ellipse("eye", frame),
      pupil: ellipse("pupil", frame),
      corneal_reflection: ellipse("corneal_reflection", frame)
    })
  };
}
