/**
 * How many ticks an axis has room for, at least three.
 * @param length of the axis, or of the figure, in pixels
 * @param apart the pixels that a tick and its label take
 */
export function tickCount(length: number, apart = 90): number {
  return Math.max(3, Math.round(length / apart));
}
