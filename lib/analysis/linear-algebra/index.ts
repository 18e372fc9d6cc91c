/**
 * Dense linear algebra on flat arrays: what clustering and decoding stand on.
 *
 * @module neuropixels-notebook/analysis/linear-algebra
 */

// Library only, for scripts and for cells of readers: singularValueDecomposition.

export type {Steps} from "../long-task.js";
export {type Cholesky, cholesky, choleskySolve, dot, leastEigenvalue, unwhiten, whiten} from "./cholesky.js";
export {leastNormSteps} from "./least-norm-solution.js";
export {makeRowsOrthonormal} from "./make-rows-orthonormal.js";
export {
  asFiniteMatrix,
  asMatrix,
  type Matrix,
  type MatrixLike,
  matrixRows,
  takeColumns,
  transposed,
  zeros
} from "./matrix.js";
export {
  type Factor,
  gramMatrix,
  gramMatrixSteps,
  matrixProduct,
  productsOfRows,
  productWithTransposed
} from "./matrix-product.js";
export {
  type SingularValueDecomposition,
  singularValueDecomposition,
  singularValueSteps
} from "./singular-value-decomposition.js";
