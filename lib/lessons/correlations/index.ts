/** What the pages on signal and on noise correlations both compute for their words and figures: units, pairs, areas, distance. */
export {type AreaPairs, areaPairMeans, betweenAreas, withinAreas} from "./area-pairs.js";
export {type CorrelationKind, hasCorrelations, knownCorrelations, NO_PAIRS, TOO_FEW_PAIRS} from "./correlations.js";
export {distanceChart, distanceEdges, type NamedMean, nearAndFarText, unitPosition} from "./distance.js";
export {type MatrixOfCorrelations, matrixCaption} from "./matrix-caption.js";
export {PAIRS_SHARE_UNITS, type PairCharts, pairChartOptions} from "./pair-chart-options.js";
export {chosenPair, suggestedPair} from "./pairs.js";
export {correlationSpread, deviationText, meanText} from "./spread.js";
export {type CorrelatedUnit, offeredAreas, unitsOfArea} from "./units-of-area.js";
