/** Which of the two themes the reader sees. */
export type ColorScheme = "light" | "dark";

const query = () =>
  typeof matchMedia === "function" ? matchMedia("screen and (prefers-color-scheme: dark)") : undefined;

/** The theme in force now; a canvas, unlike SVG, has to ask. On paper it is the light one. */
export function currentColorScheme(): ColorScheme {
  return query()?.matches ? "dark" : "light";
}

/** Calls back when the theme changes, until the element has left the document. */
export function whenColorSchemeChanges(element: Element, redraw: () => void): void {
  const media = query();
  const changed = () => {
    if (element.isConnected) redraw();
    else media?.removeEventListener("change", changed);
  };
  media?.addEventListener("change", changed);
}
