import type {Metadata} from "h5wasm";
import {numberTypeName} from "./number-array.js";

/** What the elements of a dataset are. */
export type ElementKind = "number" | "string" | "boolean" | "reference" | "compound" | "other";

const KINDS = new Map<number, ElementKind>([
  [0, "number"],
  [1, "number"],
  [3, "string"],
  [6, "compound"],
  [7, "reference"],
  [8, "boolean"]
]);

/** What the elements of a dataset are, by their HDF5 class. */
export const elementKind = ({type}: Metadata): ElementKind => KINDS.get(type) ?? "other";

/** Whether a dataset can be read as numbers: truth values can, too. */
export const isNumber = ({type}: Metadata) => type === 0 || type === 1 || type === 8;

/** What a dataset holds, as a phrase: `float64 values, 6 × 2`. */
export function describeDataset(metadata: Metadata): string {
  const kind = isNumber(metadata) ? numberTypeName(metadata) : elementKind(metadata);
  if (!metadata.shape) return "no values";
  return metadata.shape.length === 0 ? `one ${kind} value` : `${kind} values, ${metadata.shape.join(" × ")}`;
}
