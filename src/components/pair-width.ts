/** Pages narrower than this (pixels) have figures below each other that stand beside each other elsewhere. */
const NARROW = 672;

/** The width of each of two figures that stand beside each other or, on a narrow page, one below the other. */
export function pairWidth(width: number): number {
  return width < NARROW ? width : Math.floor(width / 2) - 16;
}
