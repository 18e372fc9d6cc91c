import type {Unit} from "./units.js";

/** Distance of two units' peak channels in the brain, µm. */
export function unitDistance(a: Unit, b: Unit): number {
  const [p, q] = [a.peakChannel.ccf, b.peakChannel.ccf];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
