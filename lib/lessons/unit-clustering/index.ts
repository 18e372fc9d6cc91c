// What the exercise on the clustering of units computes for its words and figures.

export {answerAreas} from "./answer-areas.js";
export {answerComponent} from "./answer-component.js";
export {answerCount} from "./answer-count.js";
export {answerMoreFeatures} from "./answer-more-features.js";
export {answerNarrowest} from "./answer-narrowest.js";
export {areaSharesFigure} from "./area-shares-figure.js";
export {agreementTexts, type ClusterAgreement, clusterAgreement} from "./cluster-agreement.js";
export {type ClusteredUnits, clusteredUnits, type UnitCluster} from "./clustered-units.js";
export {
  type ClusteringFeature,
  clusteringFeatures,
  type FeaturedUnit,
  presetFeatures,
  unitsToCluster
} from "./clustering-features.js";
export {CLUSTERING_METHODS, clusteringTask, MOST_CLUSTERS, type NamedMethod} from "./clustering-methods.js";
export {countFigure} from "./count-figure.js";
export {featureFigure} from "./feature-figure.js";
export {type PlaneSettings, planeFigure} from "./plane-figure.js";
export {treeFigure} from "./tree-figure.js";
export {umapFigure} from "./umap-figure.js";
export {type GroupColors, type GroupingName, groupingNames, type UnitGroups, unitGroups} from "./unit-groups.js";
export {clusterTable, featureTable} from "./unit-tables.js";
export {waveformFigure} from "./waveform-figure.js";
