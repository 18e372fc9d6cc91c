import {type DecoderSettings, decode, seededRandom} from "../../lib/analysis/index.js";
import type {Bench} from "./bench.js";

/** Presentations of natural scenes in a public session: 119 images (one of them blank), 50 times each. */
const images = 119;
const repeats = 50;
const units = 631;

/** Counts that are Poisson about a rate that the image sets, and a gain that is of the whole population. */
function naturalScenes() {
  const random = seededRandom(20);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const poisson = (mean: number) => {
    const bound = Math.exp(-mean);
    let [count, product] = [0, random()];
    for (; product > bound; product *= random()) ++count;
    return count;
  };
  const rates = Float64Array.from({length: units}, () => -Math.log(1 - random()));
  const tuning = Float64Array.from({length: images * units}, (_, at) => rates[at % units] * Math.exp(0.4 * normal()));
  const rows = images * repeats;
  const target = Float64Array.from({length: rows}, (_, trial) => (trial % images) - 1);
  const values = new Uint16Array(rows * units);
  for (let trial = 0; trial < rows; ++trial) {
    const gain = Math.exp(0.3 * normal());
    for (let unit = 0; unit < units; ++unit) {
      values[trial * units + unit] = poisson(gain * tuning[(trial % images) * units + unit]);
    }
  }
  return {trials: {rows, columns: units, values}, target};
}

function bench(name: string, budget: number, task: string, decoder: DecoderSettings): Bench {
  return {
    name: `${name} of 5,950 presentations × 631 units, 119 images, five folds`,
    budget,
    prepare() {
      const {trials, target} = naturalScenes();
      return () => decode(trials, target, {decoder});
    },
    peer: {
      task,
      data() {
        const {trials, target} = naturalScenes();
        return {trials: {values: trials.values, shape: [trials.rows, units]}, target: {values: target}};
      }
    }
  };
}

const benches: Bench[] = [
  bench("linear discriminant analysis", 6_000, "lda", {kind: "lda"}),
  bench("linear discriminant analysis with shrinkage", 6_000, "shrunk_lda", {kind: "lda", shrinkage: "ledoit-wolf"}),
  bench("logistic regression", 60_000, "logistic_regression", {kind: "logistic-regression"})
];
export default benches;
