import type {Matrix} from "../linear-algebra/index.js";
import type {LongTaskOptions} from "../long-task.js";

/**
 * Which decoder, and with what settings. It is plain data, so that it can be kept in a page's address and sent to a
 * worker.
 */
export type DecoderSettings =
  | {
      /** Linear discriminant analysis. */
      kind: "lda";
      /** Towards a diagonal covariance, by the rule of Ledoit and Wolf; none by default. */
      shrinkage?: "ledoit-wolf" | "none";
    }
  | {
      /** Multinomial logistic regression. */
      kind: "logistic-regression";
      /** The inverse of the strength of regularisation; 1 by default. */
      c?: number;
      /** How near to the optimum, relative to the length of the coefficients; 1e-8 by default. */
      tolerance?: number;
    }
  | {
      /** Support vector machine, one for each pair of classes. */
      kind: "svm";
      kernel: "linear" | "rbf";
      /** The cost of a trial on the wrong side; 1 by default. */
      c?: number;
      /** exp(−gamma · squared distance); 1 / (units · variance of all counts) by default. */
      gamma?: number;
    }
  | {kind: "nearest-centroid"}
  | {
      /** Counts are Poisson and independent, given the class; not for scaled counts. */
      kind: "poisson-naive-bayes";
      /** Spikes that are added to each class and unit, so that no rate is 0; 0.5 by default. */
      pseudocount?: number;
    }
  | {
      /** The one of several that decodes the training trials best, by cross-validation within them. */
      kind: "best-of";
      candidates: readonly DecoderSettings[];
      /** How many folds the training trials are split into; 5 by default. */
      folds?: number;
    };

/** Trials that a decoder learns from. Classes are numbers from 0; each must have a trial. */
export interface TrainingTrials {
  /** Trials × units. */
  trials: Matrix;
  /** The class of each trial. */
  labels: Int32Array;
  /** How many classes there are. */
  classes: number;
}

/** What a decoder has learned. */
export interface FittedDecoder {
  /** The most probable class of each trial. */
  predict(trials: Matrix): Int32Array;
}

/** How a decoder learns. */
export type Fit = (training: TrainingTrials, options: LongTaskOptions) => FittedDecoder | Promise<FittedDecoder>;
