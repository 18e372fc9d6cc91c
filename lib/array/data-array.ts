import {ArrayError} from "./array-error.js";

/** The typed arrays that hold the values of a {@link DataArray}. */
export type ArrayValues =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

/** The labels along one dimension, e.g. unit ids or times. */
export type Coordinate = ArrayLike<number>;

/** What a {@link DataArray} is made of. */
export interface DataArrayParts<Values extends ArrayValues> {
  name: string;
  /** The names of the dimensions, outermost first. */
  dims: readonly string[];
  /** The labels along each dimension; their number is its length. */
  coords: Readonly<Record<string, Coordinate>>;
  /** The values in C order (the last dimension varies fastest). */
  values: Values;
}

/**
 * A labelled n-dimensional array, after xarray's: values in C order in one typed array, a name and labels for each
 * dimension. Methods return new arrays and never change this one.
 */
export class DataArray<Values extends ArrayValues = ArrayValues> {
  readonly name: string;
  readonly dims: readonly string[];
  readonly coords: Readonly<Record<string, Coordinate>>;
  readonly values: Values;
  readonly shape: readonly number[];

  /** @throws {ArrayError} `wrong-shape` if the number of values is not the product of the numbers of labels */
  constructor({name, dims, coords, values}: DataArrayParts<Values>) {
    this.name = name;
    this.dims = dims;
    this.coords = coords;
    this.values = values;
    this.shape = dims.map((dim) => {
      if (!coords[dim])
        fail("unknown-dimension", name, `labels for the dimension ${dim}`, "none", "Give coords for it.");
      return coords[dim].length;
    });
    const size = this.shape.reduce((product, length) => product * length, 1);
    if (size !== values.length) {
      const [expected, found] = [`${size} values for the shape ${this.shape.join(" × ")}`, `${values.length}`];
      fail("wrong-shape", name, expected, found, "Give as many values as the labels ask for.");
    }
  }

  /** The number of values. */
  get size(): number {
    return this.values.length;
  }

  /** The value at one index per dimension; undefined outside. */
  at(...indices: number[]): number | undefined {
    let position = 0;
    for (let axis = 0; axis < this.shape.length; ++axis) {
      const index = indices[axis];
      if (!(index >= 0 && index < this.shape[axis])) return undefined;
      position = position * this.shape[axis] + index;
    }
    return this.values[position];
  }

  /**
   * The slice at one index of a dimension, which the result no longer has.
   * @throws {ArrayError} `unknown-dimension`, or `unknown-label` if the index is outside
   */
  isel(dim: string, index: number): DataArray<Values> {
    const {axis, outer, length, inner} = this.#split(dim);
    if (!(Number.isInteger(index) && index >= 0 && index < length)) {
      fail(
        "unknown-label",
        this.name,
        `an index of ${dim} from 0 to ${length - 1}`,
        `${index}`,
        "Give an index in it."
      );
    }
    const values = this.values.slice(0, outer * inner) as Values;
    for (let o = 0; o < outer; ++o) {
      const start = (o * length + index) * inner;
      values.set(this.values.subarray(start, start + inner), o * inner);
    }
    return this.#without(axis, values);
  }

  /**
   * The slice at one label of a dimension (exactly equal), which the result no longer has.
   * @throws {ArrayError} `unknown-dimension`, or `unknown-label`
   */
  sel(dim: string, label: number): DataArray<Values> {
    this.#split(dim);
    const index = Array.prototype.indexOf.call(this.coords[dim], label);
    if (index < 0) fail("unknown-label", this.name, `a label of ${dim}`, `${label}`, `Take one of coords.${dim}.`);
    return this.isel(dim, index);
  }

  /** The sum over a dimension, which the result no longer has. */
  sum(dim: string): DataArray<Float64Array> {
    const {axis, outer, length, inner} = this.#split(dim);
    const values = new Float64Array(outer * inner);
    for (let o = 0, position = 0; o < outer; ++o) {
      for (let k = 0; k < length; ++k) {
        for (let i = 0; i < inner; ++i) values[o * inner + i] += this.values[position++];
      }
    }
    return this.#without(axis, values);
  }

  /** The mean over a dimension, which the result no longer has; NaN where the dimension is empty. */
  mean(dim: string): DataArray<Float64Array> {
    const {length} = this.#split(dim);
    const total = this.sum(dim);
    for (let i = 0; i < total.values.length; ++i) total.values[i] /= length;
    return total;
  }

  /** The same values with the dimensions in another order. */
  transpose(...dims: string[]): DataArray<Values> {
    const axes = dims.map((dim) => this.#split(dim).axis);
    if (new Set(axes).size !== this.dims.length) {
      const [expected, found] = [`each of ${this.dims.join(", ")} once`, dims.join(", ")];
      fail("unknown-dimension", this.name, expected, found, "Name every dimension.");
    }
    const strides = this.shape.map((_, axis) => this.shape.slice(axis + 1).reduce((a, b) => a * b, 1));
    const shape = axes.map((axis) => this.shape[axis]);
    const values = this.values.slice() as Values;
    const index = new Array<number>(shape.length).fill(0);
    for (let position = 0; position < values.length; ++position) {
      let from = 0;
      for (let k = 0; k < axes.length; ++k) from += index[k] * strides[axes[k]];
      values[position] = this.values[from];
      for (let k = shape.length - 1; k >= 0 && ++index[k] === shape[k]; --k) index[k] = 0;
    }
    return new DataArray({name: this.name, dims, coords: this.coords, values});
  }

  #split(dim: string): {axis: number; outer: number; length: number; inner: number} {
    const axis = this.dims.indexOf(dim);
    if (axis < 0) {
      const expected = `one of the dimensions ${this.dims.join(", ")}`;
      fail("unknown-dimension", this.name, expected, dim, "Name one of these.");
    }
    const product = (lengths: readonly number[]) => lengths.reduce((a, b) => a * b, 1);
    const {shape} = this;
    return {axis, outer: product(shape.slice(0, axis)), length: shape[axis], inner: product(shape.slice(axis + 1))};
  }

  #without<V extends ArrayValues>(axis: number, values: V): DataArray<V> {
    const dims = this.dims.filter((_, i) => i !== axis);
    const coords = Object.fromEntries(dims.map((dim) => [dim, this.coords[dim]]));
    return new DataArray({name: this.name, dims, coords, values});
  }
}

function fail(tag: ArrayError["tag"], path: string, expected: string, found: string, remedy: string): never {
  throw new ArrayError(tag, {path, expected, found, remedy});
}
