/**
 * Units in groups: features of waveforms and spike trains, and ways to find and to judge clusters among them.
 *
 * @module neuropixels-notebook/analysis/clustering
 */

// Library only, for scripts and for cells of readers: gaussianMixture, hierarchicalClustering, unitFeatures, waveformSpread.
export {adjustedRandIndex} from "./adjusted-rand-index.js";
export {burstIndex} from "./burst-index.js";
export {
  type Clustering,
  type ClusteringMethod,
  type Clusterings,
  type ClusteringsOptions,
  clusterings
} from "./clusterings.js";
export {
  type GaussianMixture,
  type GaussianMixtureOptions,
  gaussianMixture,
  type MixtureParameters
} from "./gaussian-mixture.js";
export {cutTree, hierarchicalClustering, type Linkage, type Merge} from "./hierarchical-clustering.js";
export {type KMeans, type KMeansStart, kMeans} from "./k-means.js";
export {type PrincipalComponents, principalComponents} from "./principal-components.js";
export {type Silhouette, silhouette} from "./silhouette.js";
export {type UmapOptions, umap} from "./umap.js";
export {type FeatureSource, finiteRows, UNIT_FEATURE_NAMES, type UnitFeature, unitFeatures} from "./unit-features.js";
export {type WaveformFeatures, waveformFeatures} from "./waveform-features.js";
export {waveformSpread} from "./waveform-spread.js";
