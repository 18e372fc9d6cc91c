import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  asFiniteMatrix,
  asMatrix,
  cholesky,
  choleskySolve,
  gramMatrix,
  leastNormSteps,
  type Matrix,
  matrixProduct,
  productWithTransposed,
  singularValueDecomposition,
  singularValueSteps,
  transposed
} from "../../../lib/analysis/linear-algebra/index.js";
import {symmetricEigenvectors} from "../../../lib/analysis/linear-algebra/symmetric-eigenvectors.js";
import {atOnce} from "../../../lib/analysis/long-task.js";
import {seededRandom} from "../../../lib/analysis/statistics/seeded-random.js";
import {DataArray} from "../../../lib/array/index.js";

function randomMatrix(rows: number, columns: number, seed: number): Matrix {
  const random = seededRandom(seed);
  return {rows, columns, values: Float64Array.from({length: rows * columns}, () => random() - 0.5)};
}

function slowProduct(a: Matrix, b: Matrix): number[] {
  return Array.from({length: a.rows * b.columns}, (_, at) => {
    const [i, j] = [Math.floor(at / b.columns), at % b.columns];
    let sum = 0;
    for (let k = 0; k < a.columns; ++k) sum += a.values[i * a.columns + k] * b.values[k * b.columns + j];
    return sum;
  });
}

function expectNear(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-12): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; ++i) expect(Math.abs(actual[i] - expected[i])).toBeLessThanOrEqual(tolerance);
}

const identity = (n: number) => Float64Array.from({length: n * n}, (_, at) => (at % (n + 1) === 0 ? 1 : 0));

const shape = fc.tuple(fc.integer({min: 0, max: 70}), fc.integer({min: 1, max: 70}), fc.integer({min: 0, max: 70}));

describe("matrices in flat arrays", () => {
  it("have the product that the definition gives, in any shape", () => {
    fc.assert(
      fc.property(shape, fc.integer(), ([m, k, n], seed) => {
        const [a, b] = [randomMatrix(m, k, seed), randomMatrix(k, n, seed + 1)];
        expectNear(matrixProduct(a, b).values, slowProduct(a, b));
        expectNear(productWithTransposed(a, transposed(b)).values, slowProduct(a, b));
        expectNear(gramMatrix(a).values, slowProduct(transposed(a), a));
      }),
      {numRuns: 60}
    );
  });

  it("have it also where sums are longer than what is worked on at a time", () => {
    const [a, b] = [randomMatrix(7, 1100, 1), randomMatrix(1100, 67, 2)];
    expectNear(matrixProduct(a, b).values, slowProduct(a, b), 1e-11);
    expectNear(gramMatrix(b).values, slowProduct(transposed(b), b), 1e-11);
  });

  it("have it in single precision to six digits", () => {
    const [a, b] = [randomMatrix(70, 1100, 1), randomMatrix(67, 1100, 2)];
    expectNear(productWithTransposed(a, b, "single").values, slowProduct(a, transposed(b)), 1e-5);
  });

  it("keep a NaN where it belongs: in the products of its row", () => {
    const [a, b] = [randomMatrix(33, 40, 1), randomMatrix(35, 40, 2)];
    a.values[40] = Number.NaN;
    const {values} = productWithTransposed(a, b);
    expect(values.subarray(35, 70).every(Number.isNaN)).toBe(true);
    expect(values.filter(Number.isNaN)).toHaveLength(35);
  });

  it("are solved by their Cholesky factor", () => {
    const a = gramMatrix(randomMatrix(40, 13, 3));
    const x = randomMatrix(5, 13, 4);
    const factor = cholesky(a)!;
    expectNear(choleskySolve(factor, matrixProduct(x, a)).values, x.values, 1e-10);
    expectNear(productWithTransposed(factor.lower, factor.lower).values, a.values);
  });

  it("have no Cholesky factor if they are singular", () => {
    expect(cholesky(gramMatrix({rows: 1, columns: 2, values: Float64Array.of(1, 1)}))).toBeNull();
  });

  it("come out as scores times right vectors of their singular values, whether wide or tall", () => {
    fc.assert(
      fc.property(shape, fc.integer(), ([m, n], seed) => {
        const a = randomMatrix(m, n, seed);
        const {scores, rightVectors, singularValues} = singularValueDecomposition(a);
        expectNear(matrixProduct(scores, rightVectors).values, a.values);
        const lengths = gramMatrix(scores).values;
        const parts = singularValues.length;
        singularValues.forEach((value, i) => {
          expect(Math.sqrt(lengths[i * parts + i])).toBeCloseTo(value, 10);
          if (i > 0) expect(value).toBeLessThanOrEqual(singularValues[i - 1]);
        });
      }),
      {numRuns: 40}
    );
  });

  it("come out the same, to the rounding of the largest singular value, when they are turned to eigenvectors first", () => {
    fc.assert(
      fc.property(shape, fc.integer(), ([m, n, rank], seed) => {
        // Of any rank up to the full one.
        const a = matrixProduct(randomMatrix(m, rank, seed), randomMatrix(rank, n, seed + 1));
        const own = atOnce(singularValueSteps(a, "largest"));
        const {singularValues} = singularValueDecomposition(a);
        expectNear(own.singularValues, singularValues, 1e-12);
        expectNear(matrixProduct(own.scores, own.rightVectors).values, a.values);
        const kept = own.singularValues.filter((value) => value > 0).length;
        const vectors = {...own.rightVectors, rows: kept, values: own.rightVectors.values.slice(0, kept * n)};
        expectNear(productWithTransposed(vectors, vectors).values, identity(kept));
      }),
      {numRuns: 40}
    );
  });

  it("that are symmetric are made diagonal by their eigenvectors", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 50}), fc.integer({min: 1, max: 60}), fc.integer(), (n, rank, seed) => {
        const root = randomMatrix(rank, n, seed);
        const a = gramMatrix(root);
        if (n > 2) for (let i = 0; i < n; ++i) a.values[i * n + 1] = a.values[n + i] = 0; // as of a constant unit
        const vectors = atOnce(symmetricEigenvectors(a));
        expectNear(productWithTransposed(vectors, vectors).values, identity(n));
        const {values} = productWithTransposed(matrixProduct(vectors, a), vectors);
        values.forEach((value, at) => {
          if (at % (n + 1) !== 0) expect(Math.abs(value)).toBeLessThan(1e-12);
        });
      }),
      {numRuns: 40}
    );
  });

  it("of less than full rank have singular values of 0", () => {
    const a = matrixProduct(randomMatrix(30, 3, 5), randomMatrix(3, 12, 6));
    const {singularValues} = singularValueDecomposition(a);
    expect(singularValues[2]).toBeGreaterThan(0.01);
    for (const value of singularValues.subarray(3)) expect(value).toBeLessThan(1e-14);
  });

  it("that are singular have the shortest of the solutions", () => {
    const a = {rows: 2, columns: 2, values: Float64Array.of(1, 1, 1, 1)};
    expectNear(atOnce(leastNormSteps(a, {rows: 1, columns: 2, values: Float64Array.of(2, 2)})).values, [1, 1]);
  });

  it("are made of labelled arrays of two dimensions, and of nothing else", () => {
    const coords = {trial: [0, 1], unit: [0, 1, 2]};
    const counts = new DataArray({name: "", dims: ["trial", "unit"], coords, values: Uint16Array.of(1, 2, 3, 4, 5, 6)});
    expect(asMatrix(counts)).toEqual({rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 4, 5, 6)});
    expect(() => asMatrix(counts.isel("unit", 0))).toThrow(expect.objectContaining({tag: "wrong-shape"}));
    expect(() => asMatrix({rows: 2, columns: 2, values: new Float64Array(3)})).toThrow(
      expect.objectContaining({tag: "wrong-shape"})
    );
  });

  it("with NaN are refused where only numbers have a meaning", () => {
    expect(() => asFiniteMatrix({rows: 1, columns: 2, values: Float64Array.of(1, Number.NaN)})).toThrow(
      /found NaN in row 0, column 1/
    );
  });
});
