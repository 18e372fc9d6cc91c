// What the exercises on pairs, groups and decoding draw, and no more: a door of its own, so that their pages do without the
// figures of recordings.
export {
  compareStructures,
  conditionLabel,
  orderUnits,
  placeUnits,
  structureName,
  varyingParameters
} from "../../words/index.js";
export {categoryColor, categoryPalette} from "../category-color.js";
export {type Category, categoryLegend} from "../category-legend.js";
export {type CategoryScatterOptions, categoryScatter, type ScatterPoint} from "../category-scatter.js";
export {type CategoryCounts, categoryShares} from "../category-shares.js";
export {confusionMatrix} from "../confusion-matrix.js";
export {type CorrelogramPrediction, correlogramChart} from "../correlogram-chart.js";
export {dendrogram} from "../dendrogram.js";
export {metricHistogram} from "../metric-histogram.js";
export {type NumberLine, numberChart} from "../number-chart.js";
export {structureColor} from "../structure-color.js";
