// Every function of the analyses that takes data returns new data, and leaves what it was given as it was.
import {expect, it} from "vitest";
import * as analysis from "../../lib/analysis/index.js";
import {DataArray} from "../../lib/array/index.js";

const random = () => analysis.seededRandom(1);
const draw = random();
const train = (spikes: number) => Float64Array.from({length: spikes}, () => 20 * draw()).sort();
const numbers = (length: number) => Float64Array.from({length}, () => draw());
const trains = [train(50), train(40), train(30)];
const rows = 24;
const matrix = {rows, columns: 4, values: numbers(rows * 4).map((value) => Math.floor(9 * value))};
const target = Float64Array.from({length: rows}, (_, trial) => trial % 3);
const training = {trials: matrix, labels: Int32Array.from(target), classes: 3};
const cube = new DataArray({
  name: "spike_counts",
  dims: ["trial", "time", "unit"],
  coords: {
    trial: Float64Array.from({length: 6}, (_, i) => i),
    time: Float64Array.of(0, 1, 2, 3),
    unit: Float64Array.of(0, 1, 2)
  },
  values: numbers(72)
});
const rates = new DataArray({
  name: "rate",
  dims: ["unit", "time"],
  coords: {unit: Float64Array.of(0, 1), time: Float64Array.from({length: 10}, (_, i) => i / 10)},
  values: numbers(20)
});
const long = {random: random()};

/** What each function is given, and how it is called. */
const calls: {[name: string]: [given: unknown[], call: () => unknown]} = {
  accuracyByUnitCount: [
    [matrix, target],
    () => analysis.accuracyByUnitCount(matrix, target, {...long, unitCounts: [2]})
  ],
  accuracyByWindow: [[cube], () => analysis.accuracyByWindow(cube, [0, 1, 0, 1, 0, 1], {windows: [[0, 2]], folds: 2})],
  adjustedRandIndex: [[target], () => analysis.adjustedRandIndex(target, training.labels)],
  allCrossCorrelograms: [trains, () => analysis.allCrossCorrelograms(trains)],
  autocorrelogram: [trains, () => analysis.autocorrelogram(trains[0])],
  blockFolds: [[target], () => analysis.blockFolds(target)],
  burstIndex: [trains, () => analysis.burstIndex(trains[0])],
  chanceLevel: [[matrix, target], () => analysis.chanceLevel(matrix, target, {...long, accuracy: 0.5, shuffles: 2})],
  clusterings: [[matrix], () => analysis.clusterings(matrix, {...long, method: "gaussian-mixture", most: 2})],
  correlationMatrix: [[matrix], () => analysis.correlationMatrix(matrix)],
  countSpikes: [
    trains,
    () => analysis.countSpikes(trains, Float64Array.of(0, 1, 2), 3, {edges: "closed", binarize: false})
  ],
  countsByWindow: [
    [...trains, target],
    () =>
      analysis.countsByWindow(
        trains,
        target,
        target.map((t) => t + 1)
      )
  ],
  countsInWindow: [[cube], () => analysis.countsInWindow(cube, [0, 2])],
  crossCorrelogram: [trains, () => analysis.crossCorrelogram(trains[0], trains[1])],
  decode: [[matrix, target], () => analysis.decode(matrix, target)],
  designMatrix: [
    [trains, target],
    () => analysis.designMatrix(new Map(trains.entries()), {ids: target, starts: target, stops: target})
  ],
  firstSpikeLatency: [trains, () => analysis.firstSpikeLatency(trains[0], trains[1], [0, 1])],
  fitDiscriminantAnalysis: [[training], () => analysis.fitDiscriminantAnalysis(training)],
  fitDoubleVonMises: [
    [matrix],
    () => analysis.fitDoubleVonMises([0, 45, 90, 135, 180, 225, 270, 315], matrix.values.subarray(0, 8))
  ],
  fitLogisticRegression: [[training], () => analysis.fitLogisticRegression(training)],
  fitNearestCentroid: [[training], () => analysis.fitNearestCentroid(training)],
  fitPoissonNaiveBayes: [[training], () => analysis.fitPoissonNaiveBayes(training)],
  fitShrunkDiscriminantAnalysis: [[training], () => analysis.fitShrunkDiscriminantAnalysis(training)],
  fitSupportVectorMachine: [[training], () => analysis.fitSupportVectorMachine(training, {kernel: "rbf"})],
  gaussianMixture: [[matrix], () => analysis.gaussianMixture(matrix, 2, {...long, covariance: "diagonal"})],
  hierarchicalClustering: [[matrix], () => analysis.hierarchicalClustering(matrix)],
  interspikeIntervals: [trains, () => analysis.interspikeIntervals(trains[0])],
  jitterPredictor: [trains, () => analysis.jitterPredictor(trains[0], trains[1], {...long, surrogates: 3})],
  kMeans: [[matrix], () => analysis.kMeans(matrix, 2, long)],
  mannWhitneyU: [[matrix, target], () => analysis.mannWhitneyU(matrix.values, target)],
  meanNoiseCorrelations: [[matrix, target], () => analysis.meanNoiseCorrelations(matrix, target)],
  meanOverRows: [[matrix], () => analysis.meanOverRows(matrix.values, 4)],
  mergeTrains: [trains, () => analysis.mergeTrains(trains)],
  noiseCorrelations: [[matrix, target], () => analysis.noiseCorrelations(matrix, target)],
  peakLatency: [[rates], () => analysis.peakLatency(rates, [0, 1])],
  pearsonCorrelation: [[target], () => analysis.pearsonCorrelation(target, matrix.values.subarray(0, rows))],
  peristimulusCounts: [trains, () => analysis.peristimulusCounts(new Map(trains.entries()), [1, 2], [0, 0.5, 1])],
  peristimulusHistogram: [[cube], () => analysis.peristimulusHistogram(cube, [0, 1, 2, 3, 4])],
  principalComponents: [[matrix], () => analysis.principalComponents(matrix)],
  scaled: [[matrix], () => analysis.scaled(matrix, analysis.scalingOf(matrix))],
  shiftCorrelation: [trains, () => analysis.shiftCorrelation(trains[0], trains[1], [0, 0.1], {start: 0, bins: 100})],
  shiftPredictor: [trains, () => analysis.shiftPredictor(trains[0], trains[1], {onsets: [0, 5, 10], trial: [0, 2]})],
  shuffleWithinConditions: [[matrix, target], () => analysis.shuffleWithinConditions(matrix, target, random())],
  silhouette: [[matrix], () => analysis.silhouette(matrix, training.labels)],
  smoothAlong: [[rates], () => analysis.smoothAlong(rates, "time", 1)],
  spearmanCorrelation: [[target], () => analysis.spearmanCorrelation(target, matrix.values.subarray(0, rows))],
  spikesOutside: [trains, () => analysis.spikesOutside(trains[0], [[1, 2]])],
  stratifiedFolds: [[target], () => analysis.stratifiedFolds(target, 2, random())],
  subtractBaseline: [[rates], () => analysis.subtractBaseline(rates, "time", [0, 0.3])],
  correlogramRates: [trains, () => analysis.correlogramRates(analysis.crossCorrelogram(trains[0], trains[1]))],
  crossValidate: [[training], () => analysis.crossValidate(analysis.fitNearestCentroid, training, [[0, 1], [2]])],
  eventTriggeredAverage: [
    [matrix, target],
    () =>
      analysis.eventTriggeredAverage(
        matrix,
        target.map((_, i) => i),
        [3, 9],
        {window: [-1, 1], samplingRate: 1}
      )
  ],
  finiteRows: [[matrix], () => analysis.finiteRows(matrix)],
  fitDecoder: [[training], () => analysis.fitDecoder({kind: "lda"}, training)],
  globalOrientationSelectivity: [[target], () => analysis.globalOrientationSelectivity(target, target)],
  meanByAreaPair: [[matrix], () => analysis.meanByAreaPair(matrix.values.subarray(0, 3), ["VISp", "VISl", "VISp"])],
  meanByBin: [[matrix, target], () => analysis.meanByBin(target, matrix.values.subarray(0, rows), [0, 1, 2])],
  pairValues: [[matrix], () => analysis.pairValues(matrix.values.subarray(0, 9))],
  powerSpectrum: [[matrix], () => analysis.powerSpectrum(matrix, {samplingRate: 10})],
  putativeConnections: [
    trains,
    async () => analysis.putativeConnections(await analysis.allCrossCorrelograms(trains), {level: 0.5})
  ],
  sharpPeak: [trains, () => analysis.sharpPeak(analysis.crossCorrelogram(trains[0], trains[1]))],
  signalCorrelations: [[matrix], () => analysis.signalCorrelations(matrix)],
  smoothCurrentSourceDensity: [[cube], () => analysis.smoothCurrentSourceDensity(cube)],
  spectrogram: [[matrix], () => analysis.spectrogram(matrix.values, {samplingRate: 10, segmentLength: 16})],
  tuningCurve: [[matrix, target], () => analysis.tuningCurve(matrix, target)],
  tuningSignificance: [
    [matrix, target],
    () => analysis.tuningSignificance(matrix, [target], {...long, permutations: 5})
  ],
  unitFeatures: [
    [...trains, matrix],
    () => analysis.unitFeatures([{waveform: matrix.values, samplingRate: 30_000, train: trains[0], seconds: 20}])
  ],
  waveformSpread: [[matrix], () => analysis.waveformSpread(matrix, target)],
  zScoresWithinConditions: [[matrix, target], () => analysis.zScoresWithinConditions(matrix, target)],
  umap: [[matrix], () => analysis.umap(matrix, {...long, epochs: 3, neighbors: 5})],
  welchTTest: [[matrix, target], () => analysis.welchTTest(matrix.values, target)],
  zScore: [[rates], () => analysis.zScore(rates, "time")]
};

/** All numbers in what is given, as they are now. */
const copyOf = (given: unknown) => structuredClone(JSON.parse(JSON.stringify(given)) as unknown);

it.each<[string, DataArray, (array: DataArray) => DataArray[]]>([
  ["peakLatency", rates, (array) => [analysis.peakLatency(array, [0, 1])]],
  [
    "peristimulusHistogram",
    cube,
    (array) => {
      const {rate, sem} = analysis.peristimulusHistogram(array, [0, 1, 2, 3, 4]);
      return [rate, sem];
    }
  ],
  ["smoothAlong", rates, (array) => [analysis.smoothAlong(array, "time", 1)]],
  ["subtractBaseline", rates, (array) => [analysis.subtractBaseline(array, "unit", [0, 1])]],
  ["zScore", rates, (array) => [analysis.zScore(array, "time")]]
])("%s gives labels of its own: changing them changes neither what it was given nor each other", (_, array, call) => {
  const changed = new Set<unknown>();
  for (const {dims, coords} of call(array)) {
    for (const dim of dims) {
      expect(Array.from(coords[dim])).toEqual(Array.from(array.coords[dim]));
      for (const labels of [...Object.values(array.coords), ...changed]) expect(coords[dim]).not.toBe(labels);
      if (ArrayBuffer.isView(coords[dim]) && ArrayBuffer.isView(array.coords[dim])) {
        expect(coords[dim].buffer).not.toBe(array.coords[dim].buffer);
      }
      changed.add(coords[dim]);
    }
  }
});

it.each(Object.entries(calls))("%s", async (_, [given, call]) => {
  const before = copyOf(given);
  await call();
  expect(copyOf(given)).toEqual(before);
});
