import {AnalysisError} from "../analysis-error.js";

/**
 * A train without the times that are not finite; the train itself, if it is an array of such times.
 * @throws {AnalysisError} `wrong-argument` for times that do not ascend
 */
export function finiteTimes(train: ArrayLike<number>): Float64Array {
  const times = train instanceof Float64Array ? train : Float64Array.from(train);
  if (isAscending(times)) return times;
  const finite = times.filter(Number.isFinite);
  if (isAscending(finite)) return finite;
  const [expected, found] = ["times that ascend", "a time before the one that stands before it"];
  throw new AnalysisError("wrong-argument", {path: "train", expected, found, remedy: "Sort the times of the spikes."});
}

/** False, too, for what is not a number, or not finite. */
function isAscending(times: Float64Array): boolean {
  let last = -Number.MAX_VALUE;
  for (let i = 0; i < times.length; ++i) {
    if (!(times[i] >= last)) return false;
    last = times[i];
  }
  return last <= Number.MAX_VALUE;
}
