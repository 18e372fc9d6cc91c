import type {Coordinate, DataArray} from "../../array/index.js";

/** The labels along some dimensions, copied: a result does not change with the array that it was made of. */
export function ownLabels({coords}: DataArray, dims: readonly string[]): Record<string, Coordinate> {
  return Object.fromEntries(
    dims.map((dim) => {
      const labels = coords[dim];
      return [dim, labels instanceof Float64Array ? labels.slice() : Array.from(labels)];
    })
  );
}
