import type {DataArray} from "../lib/index.js";

/** How many labels and values are shown at each end. */
const ENDS = 3;

/**
 * A labelled array as a notebook prints it: its dimensions with their lengths and labels, and the values at its corners.
 * @param array of two or three dimensions; of the first of three its first and last slices are shown
 */
export function arrayView(array: DataArray): HTMLElement {
  const root = document.createElement("div");
  root.className = "array-view";
  const heading = root.appendChild(document.createElement("p"));
  const sizes = array.dims.map((dim, i) => `${dim}: ${array.shape[i].toLocaleString("en-US")}`);
  heading.textContent = `${array.name} (${sizes.join(", ")})`;
  const values = root.appendChild(document.createElement("pre"));
  values.textContent = array.shape.some((size) => size === 0) ? "[]" : corners(array, 0, 0);
  values.tabIndex = 0;
  values.setAttribute("aria-label", `Values at the corners of ${array.name}`);
  const labels = root.appendChild(document.createElement("dl"));
  for (const dim of array.dims) {
    labels.appendChild(document.createElement("dt")).textContent = dim;
    labels.appendChild(document.createElement("dd")).textContent = atEnds(array.coords[dim].length)
      .map((i) => (i === null ? "…" : label(array.coords[dim][i])))
      .join(", ");
  }
  return root;
}

/** The values along one dimension in brackets, those of the next ones within. */
function corners({shape, values}: DataArray, dimension: number, offset: number): string {
  const stride = shape.slice(dimension + 1).reduce((size, length) => size * length, 1);
  const isLast = dimension === shape.length - 1;
  const parts = atEnds(shape[dimension]).map((i) => {
    if (i === null) return "…";
    return isLast
      ? text(values[offset + i])
      : corners({shape, values} as DataArray, dimension + 1, offset + i * stride);
  });
  return isLast ? `[${parts.join(", ")}]` : `[${parts.join(`,\n${" ".repeat(dimension + 1)}`)}]`;
}

/** The first and the last indices of so many, with null for those between. */
function atEnds(length: number): (number | null)[] {
  if (length <= 2 * ENDS) return Array.from({length}, (_, i) => i);
  const indices = Array.from({length: ENDS}, (_, i) => i);
  return [...indices, null, ...indices.map((i) => length - ENDS + i)];
}

/** Samples are a fraction of a millisecond apart, so microseconds are told apart whatever the time. */
function label(value: unknown): string {
  return typeof value === "number" && Number.isFinite(value) ? String(Number(value.toFixed(6))) : text(value);
}

function text(value: unknown): string {
  if (typeof value !== "number") return String(value);
  if (Number.isNaN(value)) return "NaN";
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}
