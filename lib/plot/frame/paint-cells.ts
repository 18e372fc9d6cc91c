import type {FigureFrame} from "./figure-frame.js";
import type {Outline} from "./readout.js";

/** A cell of an image that bears its number. */
export interface NumberedCell {
  /** Where it is painted. */
  box: Outline;
  /** Its index among the colours of the scale. */
  color: number;
  /** Its number, as text; null where there is no room for it. */
  text: string | null;
}

/**
 * Paints cells in the colours of a scale, and their numbers in black or white, whichever stands out.
 * @param colors red, green, blue and opacity (0 to 255) of each colour of the scale
 */
export function paintCells(
  {root}: FigureFrame,
  context: CanvasRenderingContext2D,
  colors: Uint8ClampedArray,
  cells: Iterable<NumberedCell>
): void {
  context.font = `12px ${getComputedStyle(root).fontFamily || "sans-serif"}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const {box, color, text} of cells) {
    const [red, green, blue] = colors.subarray(4 * color, 4 * color + 3);
    context.fillStyle = `rgb(${red}, ${green}, ${blue})`;
    const gap = Math.min(box.width, box.height) > 8 ? 1 : 0;
    context.fillRect(box.x, box.y, box.width - gap, box.height - gap);
    if (text === null) continue;
    const luminance = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
    context.fillStyle = luminance > 0.5 ? "#000" : "#fff";
    context.fillText(text, box.x + box.width / 2, box.y + box.height / 2);
  }
}
