/** The least width a figure is drawn for, in pixels; a page that is narrower scrolls. */
const LEAST = 280;

/** The width to draw a figure for where a page has this much room: whole pixels, and never so few that nothing fits. */
export function figureWidth(room: number): number {
  return Math.max(LEAST, Math.floor(room));
}
