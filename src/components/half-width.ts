/** The gap between two figures side by side (px), as src/style.css has it. */
const GAP = 32;

/** The width of each of two figures (px): half of what there is, or all of it where they stand below each other. */
export function halfWidth(width: number): number {
  return width < 704 ? width : Math.floor(width / 2) - GAP / 2;
}
