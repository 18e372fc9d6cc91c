import {classMeans} from "./class-means.js";
import type {TrainingTrials} from "./decoder.js";
import {type LinearDecoder, linearDecoder} from "./linear-decoder.js";

/** The class whose mean is nearest: x · m − |m|² / 2 is largest where the distance is least. */
export function fitNearestCentroid(training: TrainingTrials): LinearDecoder {
  const {means} = classMeans(training);
  const intercepts = new Float64Array(means.rows);
  for (let at = 0; at < means.values.length; ++at) {
    intercepts[Math.floor(at / means.columns)] -= means.values[at] ** 2 / 2;
  }
  return linearDecoder(means, intercepts);
}
