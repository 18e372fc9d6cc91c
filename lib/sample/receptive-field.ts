import type {RandomStream} from "./random-stream.js";
import type {Structure} from "./structures.js";

/** A circular Gaussian receptive field: centre and standard deviation, degrees of visual angle. */
export interface ReceptiveField {
  azimuth: number;
  elevation: number;
  radius: number;
}

const RADIUS_MEDIAN: Partial<Record<Structure, number>> = {LGd: 6.5, VISp: 8.5, LP: 16};

/** Draws a field near the retinotopic centre the probe was aimed at; LGd and VISp have smaller ones than higher areas. */
export function drawReceptiveField(
  structure: Structure,
  [azimuth, elevation]: [number, number],
  random: RandomStream
): ReceptiveField {
  return {
    azimuth: random.normalWithin(azimuth, 10, -38, 38),
    elevation: random.normalWithin(elevation, 10, -38, 38),
    radius: Math.min(24, random.logNormal(RADIUS_MEDIAN[structure] ?? 13, 0.15))
  };
}

/** exp(−d² / 2r²) for a stimulus at distance d from the centre. */
export function receptiveFieldResponse(field: ReceptiveField, x: number, y: number): number {
  const square = (x - field.azimuth) ** 2 + (y - field.elevation) ** 2;
  return Math.exp(-0.5 * (square / (field.radius * field.radius)));
}
