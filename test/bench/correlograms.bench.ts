import {
  allCrossCorrelograms,
  correlationMatrix,
  countsByWindow,
  crossCorrelogram,
  seededRandom
} from "../../lib/analysis/index.js";
import type {Bench} from "./bench.js";

/** As long as a session of Visual Coding, s. */
const DURATION = 9600;

/** A train of independent spikes at a constant rate. */
function train(spikes: number, random: () => number): Float64Array {
  return Float64Array.from({length: spikes}, () => DURATION * random()).sort();
}

const benches: Bench[] = [
  {
    name: "a cross-correlogram of two trains of 600,000 spikes, ±50 ms",
    budget: 20,
    prepare() {
      const random = seededRandom(1);
      const [fixed, moving] = [train(600_000, random), train(600_000, random)];
      return () => crossCorrelogram(fixed, moving);
    }
  },
  {
    name: "the cross-correlograms of all pairs of 100 units, 4.7 million spikes",
    budget: 3000,
    prepare() {
      const random = seededRandom(2);
      const trains = Array.from({length: 100}, () => train(47_000, random));
      return () => allCrossCorrelograms(trains);
    }
  },
  {
    name: "the count matrix of 5,950 presentations and 631 units",
    budget: 20,
    prepare() {
      const random = seededRandom(3);
      const trains = Array.from({length: 631}, () => train(47_000, random));
      // Natural scenes: images for a quarter of a second, one after another, in three blocks.
      const starts = Float64Array.from({length: 5950}, (_, i) => 5000 + 0.2502 * i + 600 * Math.floor(i / 2000));
      const stops = starts.map((start) => start + 0.2502);
      return () => countsByWindow(trains, starts, stops);
    }
  },
  {
    name: "the correlations of 631 units over 630 presentations",
    budget: 60,
    prepare() {
      const random = seededRandom(4);
      const values = Float64Array.from({length: 630 * 631}, random);
      return () => correlationMatrix({rows: 630, columns: 631, values});
    }
  }
];
export default benches;
