import {maxIndex, minIndex, quantile, range} from "d3";
import {type MeanByBin, meanByBin} from "../../analysis/correlations/index.js";
import {decimalText, significantText} from "../../words/index.js";
import {signalEdges} from "./signal-edges.js";

/** A bin with fewer pairs is not spoken of. */
const FEWEST = 50;

/** The ends of a U stand above its middle by so many standard errors, which pairs that share units make too small. */
const ERRORS = 4;

/**
 * Says that noise correlations rise to both ends of signal correlation, where they do, and why: pairs at both ends answer
 * strongly, and what is shared shows more in many spikes. Null where the line is no U.
 * @param pairs the noise correlation of each pair
 * @param strengths how strongly its units answer, spikes in a presentation
 */
export function uShapeText(
  pairs: Float64Array,
  {signalPairs, bySignal, strengths}: {signalPairs: Float64Array; bySignal: MeanByBin; strengths: Float64Array}
): string | null {
  const {mean, sem, n} = bySignal;
  const filled = range(mean.length).filter((bin) => n[bin] >= FEWEST);
  if (filled.length < 3) return null;
  const lowest = filled[minIndex(filled, (bin) => mean[bin])];
  const [left, right] = [filled[0], filled[filled.length - 1]];
  const isAbove = (bin: number) => mean[bin] - mean[lowest] > ERRORS * Math.hypot(sem[bin], sem[lowest]);
  if (!isAbove(left) || !isAbove(right)) return null;

  const spoken = [left, lowest, right];
  const list = (values: ArrayLike<number>, text: (value: number) => string) => {
    const [first, middle, last] = spoken.map((bin) => text(values[bin]));
    return `${first}, ${middle} and ${last}`;
  };
  const three = (value: number) => decimalText(value, 3);
  const places = list(
    range(mean.length).map((bin) => (signalEdges[bin] + signalEdges[bin + 1]) / 2),
    (place) => decimalText(place, 1)
  );
  const strength = meanByBin(signalPairs, strengths, signalEdges).mean;
  const alike = `The line is U-shaped: around signal correlations of ${places} the mean is ${list(mean, three)}.`;
  if (maxIndex(spoken, (bin) => -strength[bin]) !== 1) return alike;
  const strongest = quantile(strengths, 0.75)!;
  const strong = meanByBin(
    signalPairs,
    pairs.map((value, pair) => (strengths[pair] >= strongest ? value : Number.NaN)),
    signalEdges
  ).mean;
  const among = spoken.some((bin) => Number.isNaN(strong[bin]))
    ? ""
    : ` Among the quarter of pairs that answer most strongly, the three means are ${list(strong, three)}: what is left there is not strength.`;
  return `${alike} Much of that is strength: the two units fire ${list(strength, (value) => significantText(value, 2))} spikes in a presentation there (geometric mean). In few spikes the chance of each hides what is shared; in many it shows. And only units that answer strongly can have a signal correlation far from 0, on either side.${among}`;
}
