/**
 * What the exercises on pairs, groups and decoding draw, and no more: a door of its own, so that their pages do without the
 * figures of recordings.
 *
 * @module neuropixels-notebook/plot/exercises
 */

export {categoryColor} from "../color/category-color.js";
export {type Category, categoryLegend} from "../color/category-legend.js";
export {structureColor} from "../color/structure-color.js";
export {
  type CorrelogramChartOptions,
  type CorrelogramPrediction,
  correlogramChart
} from "../correlations/correlogram-chart.js";
export {type CategoryScatterOptions, categoryScatter, type ScatterPoint} from "../populations/category-scatter.js";
export {type CategoryCounts, type CategorySharesOptions, categoryShares} from "../populations/category-shares.js";
export {type Confusion, type ConfusionMatrixOptions, confusionMatrix} from "../populations/confusion-matrix.js";
export {type DendrogramOptions, dendrogram} from "../populations/dendrogram.js";
export {
  type NumberChartOptions,
  type NumberLevel,
  type NumberLine,
  type NumberPoint,
  numberChart
} from "../populations/number-chart.js";
export type {TreeMerge} from "../populations/tree-order.js";
export {metricHistogram} from "../units/metric-histogram.js";
