/**
 * Trials split for cross-validation: a door of its own for pages that leave the decoding to a worker.
 *
 * @module neuropixels-notebook/analysis/folds
 */

export {blockFolds, consecutiveFolds, type Folds, stratifiedFolds} from "../decoding/folds.js";
