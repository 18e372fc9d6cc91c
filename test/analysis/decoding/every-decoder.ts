import type {DecoderSettings} from "../../../lib/analysis/index.js";

/** Each kind of decoder, by its name. */
export const decoders: [string, DecoderSettings][] = [
  ["linear discriminant analysis", {kind: "lda"}],
  ["linear discriminant analysis with shrinkage", {kind: "lda", shrinkage: "ledoit-wolf"}],
  ["logistic regression", {kind: "logistic-regression"}],
  ["a linear support vector machine", {kind: "svm", kernel: "linear"}],
  ["a support vector machine of radial basis", {kind: "svm", kernel: "rbf"}],
  ["the nearest centroid", {kind: "nearest-centroid"}],
  ["naive Bayes with Poisson counts", {kind: "poisson-naive-bayes"}]
];
