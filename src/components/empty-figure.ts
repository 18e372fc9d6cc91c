/** What stands in a figure's place when there is nothing to draw: why, and what would give something. */
export function emptyFigure(why: string): HTMLElement {
  const place = document.createElement("div");
  place.className = "empty-figure";
  place.textContent = why;
  return place;
}
