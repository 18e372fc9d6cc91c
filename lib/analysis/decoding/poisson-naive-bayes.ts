import {AnalysisError} from "../analysis-error.js";
import {classMeans} from "./class-means.js";
import type {TrainingTrials} from "./decoder.js";
import {type LinearDecoder, linearDecoder} from "./linear-decoder.js";

/**
 * The class under which the counts are most probable if units fire independently and as Poisson: Σ n log λ − Σ λ + log
 * prior, with λ the mean count in the class (Zhang et al. 1998, J. Neurophysiol. 79: 1017).
 * @param pseudocount spikes that are added to each class and unit, so that no rate is 0
 * @throws {AnalysisError} `wrong-argument` for counts below 0, which scaled counts are, or a pseudocount that is not
 * above 0
 */
export function fitPoissonNaiveBayes(training: TrainingTrials, pseudocount = 0.5): LinearDecoder {
  if (!(pseudocount > 0)) {
    const [expected, found] = ["a number above 0", `${pseudocount}`];
    throw new AnalysisError("wrong-argument", {path: "pseudocount", expected, found, remedy: "Take 0.5."});
  }
  if (training.trials.values.some((count) => count < 0)) {
    const [expected, found] = ["counts of 0 or more", "negative numbers"];
    const remedy = "Decode counts that are not scaled.";
    throw new AnalysisError("wrong-argument", {path: "trials", expected, found, remedy});
  }
  const {means, sizes, priors} = classMeans(training);
  const intercepts = Float64Array.from(priors, Math.log);
  const logRates = means.values.map((mean, at) => {
    const k = Math.floor(at / means.columns);
    const rate = mean + pseudocount / sizes[k];
    intercepts[k] -= rate;
    return Math.log(rate);
  });
  return linearDecoder({...means, values: logRates}, intercepts);
}
