/** The gap between figures side by side, and the least width of a figure that has others beside it (pixels). */
const [GAP, LEAST] = [32, 320];

/** The width of each of many small figures: three stand beside each other, or as many as there is room for. */
export function thirdWidth(width: number): number {
  const abreast = Math.max(1, Math.min(3, Math.floor((width + GAP) / (LEAST + GAP))));
  return Math.floor(width / abreast) - GAP;
}
