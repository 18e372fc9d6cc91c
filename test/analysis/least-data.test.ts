// What comes out where there is next to nothing to go by: no spike or one, no trial or one, a constant, NaN. Functions that
// say more about it are asked in tests of their own.
import {describe, expect, it} from "vitest";
import * as a from "../../lib/analysis/index.js";
import {DataArray} from "../../lib/array/index.js";

const nothing = new Float64Array();
const {NaN: nan} = Number;
const matrix = (rows: number, columns: number, ...values: number[]) => ({
  rows,
  columns,
  values: Float64Array.from(values)
});
const random = () => a.seededRandom(1);
const rates = (...values: number[]) =>
  new DataArray({
    name: "rate",
    dims: ["unit_id", "time"],
    coords: {unit_id: Float64Array.of(1), time: Float64Array.from(values.keys())},
    values: Float64Array.from(values)
  });
const onset = (train: number[], onsets: number[]) =>
  a.peristimulusCounts(new Map([[1, Float64Array.from(train)]]), onsets, [0, 1]);
const trials = new DataArray({
  name: "spike_counts",
  dims: ["trial", "time", "unit_id"],
  coords: {trial: Float64Array.of(0, 1), time: Float64Array.of(0), unit_id: Float64Array.of(0)},
  values: Float64Array.of(1, 2)
});

type Case = [what: string, call: () => unknown, found: unknown];

describe.each<[string, Case[]]>([
  [
    "spikes",
    [
      ["no spike has a burst index of NaN", () => a.burstIndex(nothing), nan],
      ["one spike too", () => a.burstIndex([1]), nan],
      ["no spike is no first one", () => a.firstSpikeLatency(nothing, [1], [0, 1]), Float64Array.of(nan)],
      ["an onset that is not a number has no first spike", () => a.firstSpikeLatency([1], [nan], [0, 1]), [nan]],
      ["no onset has no latency", () => a.firstSpikeLatency([1], [], [0, 1]), nothing],
      ["no spike is left outside", () => a.spikesOutside(nothing, [[0, 1]]), nothing],
      ["all spikes are outside of no interval", () => a.spikesOutside(Float64Array.of(1, 2), []), [1, 2]],
      ["all spikes are outside of NaN", () => a.spikesOutside(Float64Array.of(1, 2), [[nan, nan]]), [1, 2]],
      ["no onset has no counts", () => onset([1], []).shape, [0, 1, 1]],
      ["no unit has no counts", () => a.peristimulusCounts(new Map(), [0], [0, 1]).shape, [1, 1, 0]],
      ["no spike is a count of 0", () => onset([], [0]).values, [0]],
      ["one spike is a count of 1", () => onset([0.5], [0]).values, [1]],
      ["a rate that is constant has no peak", () => a.peakLatency(rates(1, 1), [0, 2]).values, [nan]],
      ["a rate of NaN is passed over", () => a.peakLatency(rates(1, nan, 3), [0, 3]).values, [2]],
      ["no train is correlated with none", () => a.shiftCorrelation([], [], [0], {start: 0, bins: 5}), [nan]],
      ["no train has no sharp peak", () => a.sharpPeak(a.crossCorrelogram([], [])).p, 1],
      ["no unit has no connection", async () => a.putativeConnections(await a.allCrossCorrelograms([])), []],
      ["one unit has none", async () => a.putativeConnections(await a.allCrossCorrelograms([[1, 2]])), []]
    ]
  ],
  [
    "statistics",
    [
      ["no pair has no Pearson correlation", () => a.pearsonCorrelation([], []).r, nan],
      ["one pair has none", () => a.pearsonCorrelation([1], [1]).r, nan],
      ["a constant has none", () => a.pearsonCorrelation([1, 1, 1], [1, 2, 3]).r, nan],
      ["NaN has none", () => a.pearsonCorrelation([1, nan, 1], [1, 2, 3]).r, nan],
      ["no pair has no Spearman correlation", () => a.spearmanCorrelation([], []).r, nan],
      ["a constant has none by rank", () => a.spearmanCorrelation([1, 1, 1], [1, 2, 3]).r, nan],
      ["NaN has none by rank", () => a.spearmanCorrelation([1, nan, 2], [1, 2, 3]).r, nan],
      ["one value has no t", () => a.welchTTest([1], [1, 2]).t, nan],
      ["two constants that are equal have no t", () => a.welchTTest([1, 1], [1, 1]).t, nan],
      ["NaN has no t", () => a.welchTTest([1, nan], [1, 2]).p, nan],
      ["no value has no U", () => a.mannWhitneyU([], [1, 2]), {u: nan, p: nan}],
      ["ties everywhere are no evidence", () => a.mannWhitneyU([1, 1], [1, 1]).p, 1],
      ["NaN has no U", () => a.mannWhitneyU([1, nan], [1, 1]).p, nan],
      ["no permutation is no evidence", () => a.permutationPValue(1, []), 1],
      ["NaN has no permutation p", () => a.permutationPValue(nan, [1, 2]), nan],
      ["no direction has no selectivity", () => a.globalOrientationSelectivity([], []), nan],
      ["a unit that is silent has none", () => a.globalDirectionSelectivity([0, 90], [0, 0]), nan],
      ["no row has no mean", () => a.meanOverRows([], 2).mean, [nan, nan]],
      ["no sample has no range", () => a.minMaxPerBin([], [], {start: 0, width: 1, bins: 1}).minimum, [nan]]
    ]
  ],
  [
    "clustering",
    [
      ["no row has no silhouette", () => a.silhouette(matrix(0, 2), []).mean, nan],
      ["no row has no merge", () => a.hierarchicalClustering(matrix(0, 2)), []],
      ["two labellings of nothing agree", () => a.adjustedRandIndex([], []), 1],
      ["one row is a mixture of one", () => a.gaussianMixture(matrix(1, 2, 1, 2), 1, {random: random()}).labels, [0]],
      [
        "a column that is constant gets the least variance there may be",
        () => a.gaussianMixture(matrix(3, 1, 1, 1, 1), 1, {random: random()}).covariances[0].values[0].toFixed(9),
        "0.000001000"
      ],
      ["one row has no variance", async () => (await a.principalComponents(matrix(1, 2, 1, 2))).variance, [nan]],
      ["no unit has no features", async () => (await a.unitFeatures([])).rows, 0],
      ["no row is finite", () => a.finiteRows(matrix(0, 2)).rows, new Int32Array()],
      ["a waveform without samples has no duration", () => a.waveformFeatures([], 30_000).duration, nan]
    ]
  ],
  [
    "correlations of units and decoding",
    [
      ["no trial has no noise correlation", () => a.noiseCorrelations(matrix(0, 1), []), [nan]],
      ["one trial has none", () => a.noiseCorrelations(matrix(1, 1, 2), [1]), [nan]],
      [
        "a unit with a NaN has none, the others do",
        async () => Array.from(await a.noiseCorrelations(matrix(3, 2, 1, 2, nan, 3, 4, 5), [1, 1, 1])),
        [nan, nan, nan, 1]
      ],
      ["no trial is shuffled", () => a.shuffleWithinConditions(matrix(0, 2), [], random()).values, nothing],
      ["no trial is scaled by 1", () => a.scalingOf(matrix(0, 1)).scale, [1]],
      [
        "a unit that is constant decodes the first class",
        async () => (await a.decode(matrix(6, 1, 1, 1, 1, 1, 1, 1), [0, 0, 0, 1, 1, 1], {folds: 3})).predictions,
        [0, 0, 0, 0, 0, 0]
      ],
      [
        "without a shuffle chance is not known, and p is 1",
        async () => {
          const options = {folds: 3, accuracy: 1, random: random(), shuffles: 0};
          const {mean, p} = await a.chanceLevel(matrix(6, 1, 1, 2, 1, 5, 6, 5), [0, 0, 0, 1, 1, 1], options);
          return [mean, p];
        },
        [nan, 1]
      ],
      ["no window has no accuracy", () => a.accuracyByWindow(trials, [0, 1], {windows: [], folds: 2}), []],
      ["of no trial anything may be true", () => a.wilsonInterval(0, 0), [0, 1]]
    ]
  ]
])("of %s", (_, cases) => {
  it.each(cases)("%s", async (_what, call, found) => {
    const result = await call();
    expect(ArrayBuffer.isView(result) ? Array.from(result as Float64Array) : result).toEqual(
      ArrayBuffer.isView(found) ? Array.from(found as Float64Array) : found
    );
  });
});

it.each<[string, string, () => unknown]>([
  ["a silhouette of NaN", "wrong-argument", () => a.silhouette(matrix(2, 1, 1, nan), [0, 1])],
  ["labellings of different lengths", "wrong-shape", () => a.adjustedRandIndex([1], [])],
  ["a tree of NaN", "wrong-argument", () => a.hierarchicalClustering(matrix(2, 1, 1, nan))],
  ["a mixture of no rows", "too-few-data", () => a.gaussianMixture(matrix(0, 2), 1, {random: random()})],
  ["clusters of no rows", "too-few-data", () => a.kMeans(matrix(0, 2), 1, {random: random()})],
  ["a picture of NaN", "wrong-argument", () => a.umap(matrix(4, 1, 1, 2, 3, nan), {random: random()})],
  ["a silhouette of labels that are NaN", "wrong-argument", () => a.silhouette(matrix(2, 1, 1, 2), [0, nan])],
  ["k-means of no draw", "wrong-argument", () => a.kMeans(matrix(2, 1, 1, 2), 1, {random: random(), draws: 0})],
  ["k-means from too few rows", "wrong-argument", () => a.kMeans(matrix(2, 1, 1, 2), 2, {initialRows: [0]})],
  ["k-means from a row that is not there", "wrong-argument", () => a.kMeans(matrix(2, 1, 1, 2), 1, {initialRows: [2]})],
  [
    "a mixture that begins with too few",
    "wrong-shape",
    () =>
      a.gaussianMixture(matrix(3, 1, 1, 2, 3), 2, {
        initial: {weights: [1], means: matrix(1, 1, 2), covariances: [matrix(1, 1, 1)]}
      })
  ],
  [
    "a mixture that begins with other columns",
    "wrong-shape",
    () =>
      a.gaussianMixture(matrix(3, 1, 1, 2, 3), 1, {
        initial: {weights: [1], means: matrix(1, 2, 2, 2), covariances: [matrix(2, 2, 1, 0, 0, 1)]}
      })
  ],
  ...[-1, 1.5, nan].map((shuffles): [string, string, () => unknown] => [
    `chance by ${shuffles} shuffles`,
    "wrong-argument",
    () => a.chanceLevel(matrix(4, 1, 1, 2, 3, 4), [0, 1, 0, 1], {accuracy: 1, random: random(), shuffles, folds: 2})
  ]),
  ...[0, -1, 1.5].map((choices): [string, string, () => unknown] => [
    `accuracy by ${choices} choices of units`,
    "wrong-argument",
    () =>
      a.accuracyByUnitCount(matrix(4, 1, 1, 2, 3, 4), [0, 1, 0, 1], {
        unitCounts: [1],
        random: random(),
        choices,
        folds: 2
      })
  ]),
  ["a window of half a bin", "wrong-argument", () => a.countsInWindow(trials, [0.5, 1])],
  ["a mean of other pairs", "wrong-shape", () => a.meanByBin([1, 2], [1], [0, 3])],
  ["the peak of presentations", "wrong-shape", () => a.peakLatency(trials, [0, 1])],
  ["a histogram of half a presentation", "wrong-argument", () => a.peristimulusHistogram(trials, [0, 1], [0.5])],
  ["a Pearson correlation of other pairs", "wrong-shape", () => a.pearsonCorrelation([1, 2, 3], [1, 2])],
  ["a Spearman correlation of other pairs", "wrong-shape", () => a.spearmanCorrelation([1, 2], [1, 2, 3])],
  ["a range of other samples", "wrong-shape", () => a.minMaxPerBin([1], [], {start: 0, width: 1, bins: 1})],
  ...[-1, 1.5, nan].map((bins): [string, string, () => unknown] => [
    `a range in ${bins} bins`,
    "wrong-argument",
    () => a.minMaxPerBin([1], [1], {start: 0, width: 1, bins})
  ]),
  ["a range in bins without a width", "wrong-argument", () => a.minMaxPerBin([1], [1], {start: 0, width: 0, bins: 1})],
  ...[
    [-1, 3],
    [4, 3],
    [nan, 3],
    [1, nan],
    [-2, -1]
  ].map(([successes, n]): [string, string, () => unknown] => [
    `the interval of ${successes} of ${n}`,
    "wrong-argument",
    () => a.wilsonInterval(successes, n)
  ]),
  ["folds of half a trial", "wrong-argument", () => a.consecutiveFolds(5.5, 2)],
  ["folds of NaN trials", "wrong-argument", () => a.consecutiveFolds(nan, 2)],
  ["decoding in no fold", "wrong-argument", () => a.decode(matrix(4, 1, 1, 2, 3, 4), [0, 1, 0, 1], {folds: []})],
  ...[0, nan, 1.5, -1].map((most): [string, string, () => unknown] => [
    `up to ${most} clusters`,
    "wrong-argument",
    () => a.clusterings(matrix(2, 1, 1, 2), {method: "k-means", random: random(), most})
  ]),
  ...[
    [1, 0],
    [0, 0],
    [nan, 1],
    [0, Number.POSITIVE_INFINITY]
  ].map((edges): [string, string, () => unknown] => [
    `a histogram between ${edges.join(" and ")} s`,
    "wrong-argument",
    () => a.peristimulusHistogram(trials, edges)
  ]),
  ["conditions of other trials", "wrong-shape", () => a.noiseCorrelations(matrix(2, 2, 1, 2, 3, 4), [1])]
])("%s is refused: %s", async (_what, tag, call) => {
  await expect((async () => call())()).rejects.toMatchObject({name: "AnalysisError", tag});
});
