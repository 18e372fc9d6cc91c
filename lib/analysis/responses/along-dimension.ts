import {type ArrayValues, DataArray} from "../../array/index.js";
import {ownLabels} from "./own-labels.js";

/**
 * An array of which each line along a dimension, with its labels, has been given to `change` and replaced by what that
 * returned.
 * @throws {ArrayError} `unknown-dimension`
 */
export function alongDimension<Values extends ArrayValues>(
  array: DataArray<Values>,
  dim: string,
  change: (line: Float64Array, labels: ArrayLike<number>) => Float64Array
): DataArray<Float64Array> {
  const {name, dims, coords, shape} = array;
  const order = [...dims.filter((other) => other !== dim), dim];
  const length = shape[dims.indexOf(dim)];
  const lines = Float64Array.from(array.transpose(...order).values);
  for (let start = 0; start < lines.length; start += length) {
    lines.set(change(lines.slice(start, start + length), coords[dim]), start);
  }
  return new DataArray({name, dims: order, coords: ownLabels(array, order), values: lines}).transpose(...dims);
}
