import type {DecoderSettings} from "../../analysis/decoding/index.js";

/** A decoder to choose. */
export interface DecoderChoice {
  /** In the page's address. */
  id: string;
  /** For readers. */
  name: string;
  /** @param c how much an error costs, for decoders that look for borders */
  settings: (c: number) => DecoderSettings;
}

/** The decoders that this page offers. */
export const decoders: readonly DecoderChoice[] = [
  {id: "lda-shrinkage", name: "LDA with shrinkage", settings: () => ({kind: "lda", shrinkage: "ledoit-wolf"})},
  {id: "lda", name: "LDA", settings: () => ({kind: "lda"})},
  {id: "logistic", name: "logistic regression", settings: (c) => ({kind: "logistic-regression", c})},
  {id: "svm-linear", name: "SVM, linear", settings: (c) => ({kind: "svm", kernel: "linear", c})},
  {id: "svm-rbf", name: "SVM, RBF kernel", settings: (c) => ({kind: "svm", kernel: "rbf", c})},
  {id: "centroid", name: "nearest centroid", settings: () => ({kind: "nearest-centroid"})},
  {id: "naive-bayes", name: "naive Bayes, Poisson", settings: () => ({kind: "poisson-naive-bayes"})}
];
