import {countSpikes, lowerBound, upperBound} from "../../analysis/counting/index.js";
import {
  fanoFactor,
  lifetimeSparseness,
  overallFiringRate,
  preferredCondition,
  runningModulation,
  timeToPeak
} from "../../analysis/metrics/index.js";
import type {StimulusRecording} from "./stimulus-recording.js";

/** How one unit answered one stimulus. */
export class UnitResponses {
  readonly recording: StimulusRecording;
  /** Spike times, ascending (s). */
  readonly train: Float64Array;
  /** Spikes of the unit in each condition, over all of its presentations (start < time ≤ stop). */
  readonly spikeSums: Float64Array;
  /** The same per presentation. */
  readonly spikeMeans: Float64Array;
  /** The condition that the unit answers most, the first of those that tie; −1 if only blanks were shown. */
  readonly preferred: number;
  readonly #isBlank: (condition: number) => boolean;
  #histograms: {counts: ArrayLike<number>; psth: Float64Array} | undefined;

  /**
   * @param train spike times of the unit, ascending (s)
   * @param isBlank whether a condition shows nothing: it is not preferred, and not part of the sparseness
   */
  constructor(recording: StimulusRecording, train: Float64Array, isBlank: (condition: number) => boolean) {
    this.recording = recording;
    this.train = train;
    this.#isBlank = isBlank;
    const {starts, stops, presentationsOf} = recording;
    this.spikeSums = Float64Array.from(presentationsOf, (rows) => {
      let sum = 0;
      for (const row of rows) {
        const first = upperBound(train, starts[row]);
        sum += upperBound(train, stops[row], first) - first;
      }
      return sum;
    });
    this.spikeMeans = this.spikeSums.map((sum, condition) => sum / presentationsOf[condition].length);
    this.preferred = preferredCondition(this.spikeMeans, isBlank);
  }

  /** Hz, over the blocks of the stimulus. */
  get firingRate(): number {
    return overallFiringRate(this.recording.blocks, this.train);
  }

  /** Of the trials of the preferred condition. */
  get fanoFactor(): number {
    return fanoFactor(this.trialCounts(this.#preferredPresentations));
  }

  /** Over all conditions but blanks. */
  get lifetimeSparseness(): number {
    return lifetimeSparseness(this.spikeSums.filter((_, condition) => !this.#isBlank(condition)));
  }

  /** Of the trials of the preferred condition. */
  get runningModulation(): {pValue: number; modulation: number} {
    const rows = this.#preferredPresentations;
    const speeds = rows.map((row) => this.recording.runningSpeeds[row]);
    return runningModulation(this.trialCounts(rows), speeds);
  }

  /** s from onset, in the histogram of the preferred condition. */
  get timeToPeak(): number {
    return timeToPeak(this.preferredPsth, this.binCentres);
  }

  /** Spikes of each given presentation, from onset to the trial's duration, both included. */
  trialCounts(presentations: readonly number[]): Float64Array {
    const {starts, trialDuration} = this.recording;
    return Float64Array.from(presentations, (row) => {
      const first = lowerBound(this.train, starts[row]);
      return upperBound(this.train, trialDuration + starts[row], first) - first;
    });
  }

  /** Spikes in the bins of each presentation of the preferred condition, trials × bins; edges belong to both bins. */
  get preferredCounts(): ArrayLike<number> {
    return this.#preferredHistograms.counts;
  }

  /** Their mean over trials. */
  get preferredPsth(): Float64Array {
    return this.#preferredHistograms.psth;
  }

  /** The middle of each bin (s from onset). */
  get binCentres(): Float64Array {
    const {binEdges} = this.recording;
    return Float64Array.from(
      {length: Math.max(0, binEdges.length - 1)},
      (_, i) => binEdges[i] + (binEdges[i + 1] - binEdges[i]) / 2
    );
  }

  /** Spikes in bins with the given edges (s from onset, closed at both ends): presentations × bins, in their order. */
  countInBins(presentations: ArrayLike<number>, binEdges: Float64Array): ArrayLike<number> {
    const {starts} = this.recording;
    const domain = new Float64Array(presentations.length * binEdges.length);
    for (let i = 0; i < presentations.length; ++i) {
      for (let j = 0; j < binEdges.length; ++j)
        domain[i * binEdges.length + j] = binEdges[j] + starts[presentations[i]];
    }
    return countSpikes([this.train], domain, binEdges.length, {edges: "closed", binarize: false});
  }

  get #preferredPresentations(): readonly number[] {
    return this.recording.presentationsOf[this.preferred] ?? [];
  }

  get #preferredHistograms(): {counts: ArrayLike<number>; psth: Float64Array} {
    if (this.#histograms) return this.#histograms;
    const rows = this.#preferredPresentations;
    const counts = this.countInBins(rows, this.recording.binEdges);
    const bins = Math.max(0, this.recording.binEdges.length - 1);
    const psth = new Float64Array(bins);
    for (let i = 0; i < counts.length; ++i) psth[i % bins] += counts[i];
    this.#histograms = {counts, psth: psth.map((sum) => sum / rows.length)};
    return this.#histograms;
  }
}
