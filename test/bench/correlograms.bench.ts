import {
  allCrossCorrelograms,
  correlationMatrix,
  countsByWindow,
  crossCorrelogram,
  lagBins,
  peristimulusCounts,
  seededRandom
} from "../../lib/analysis/index.js";
import type {Bench} from "./bench.js";
import {joinedTrains} from "./peers.js";

/** As long as a session of Visual Coding, s. */
const DURATION = 9600;

/** A train of independent spikes at a constant rate. */
function train(spikes: number, random: () => number): Float64Array {
  return Float64Array.from({length: spikes}, () => DURATION * random()).sort();
}

/** As many trains, of as many spikes each. */
function trains(units: number, spikes: number, seed: number): Float64Array[] {
  const random = seededRandom(seed);
  return Array.from({length: units}, () => train(spikes, random));
}

const pair = () => trains(2, 600_000, 1);
const hundred = () => trains(100, 47_000, 2);
const session = () => trains(631, 47_000, 3);

/** Natural scenes: images for a quarter of a second, one after another, in three blocks. */
function scenes(): {starts: Float64Array; stops: Float64Array} {
  const starts = Float64Array.from({length: 5950}, (_, i) => 5000 + 0.2502 * i + 600 * Math.floor(i / 2000));
  return {starts, stops: starts.map((start) => start + 0.2502)};
}

/** Flashes, one every two seconds, and 199 bins around each. */
const flashes = {
  onsets: Float64Array.from({length: 150}, (_, i) => 1280 + 2.002 * i),
  binEdges: Float64Array.from({length: 200}, (_, i) => -0.01 + (0.41 * i) / 199)
};

function responses(): {rows: number; columns: number; values: Float64Array} {
  return {rows: 630, columns: 631, values: Float64Array.from({length: 630 * 631}, seededRandom(4))};
}

const edges = {edges: {values: lagBins().edges}};

const benches: Bench[] = [
  {
    name: "the counts cube of 150 presentations × 199 bins × 631 units",
    budget: 40,
    prepare() {
      const byUnit = new Map(session().map((spikes, unit) => [unit, spikes]));
      return () => peristimulusCounts(byUnit, flashes.onsets, flashes.binEdges);
    },
    peer: {
      task: "counts_cube",
      data: () => ({
        ...joinedTrains(session()),
        onsets: {values: flashes.onsets},
        bin_edges: {values: flashes.binEdges}
      })
    }
  },
  {
    name: "the count matrix of 5,950 presentations × 631 units",
    budget: 20,
    prepare() {
      const [units, {starts, stops}] = [session(), scenes()];
      return () => countsByWindow(units, starts, stops);
    },
    peer: {
      task: "count_matrix",
      data: () => ({...joinedTrains(session()), starts: {values: scenes().starts}, stops: {values: scenes().stops}})
    }
  },
  {
    name: "the correlations of 631 units over 630 presentations",
    budget: 60,
    prepare() {
      const matrix = responses();
      return () => correlationMatrix(matrix);
    },
    peer: {task: "correlation_matrix", data: () => ({values: {values: responses().values, shape: [630, 631]}})}
  },
  {
    name: "a cross-correlogram of two trains of 600,000 spikes, ±50 ms",
    budget: 20,
    prepare() {
      const [fixed, moving] = pair();
      return () => crossCorrelogram(fixed, moving);
    },
    peer: {task: "cross_correlogram", data: () => ({...joinedTrains(pair()), ...edges})}
  },
  {
    name: "the cross-correlograms of all pairs of 100 units, 4.7 million spikes",
    budget: 3000,
    prepare() {
      const units = hundred();
      return () => allCrossCorrelograms(units);
    },
    peer: {task: "all_cross_correlograms", data: () => ({...joinedTrains(hundred()), ...edges})}
  }
];
export default benches;
