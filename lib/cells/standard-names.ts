/** What Framework gives every cell by name; `standard-library.d.ts` has their types. */
export const STANDARD_NAMES: ReadonlySet<string> = new Set([
  "FileAttachment",
  "Generators",
  "Mutable",
  "Plot",
  "aq",
  "d3",
  "dark",
  "display",
  "html",
  "invalidation",
  "now",
  "resize",
  "svg",
  "view",
  "visibility",
  "width"
]);
