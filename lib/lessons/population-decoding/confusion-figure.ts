import type {Decoding} from "../../analysis/decoding/index.js";
import {countedText, percentText} from "../../words/index.js";
import {classNames} from "./class-names.js";
import type {DecoderChoice} from "./decoders.js";
import type {DecodedParameter} from "./parameters-to-decode.js";
import {possibleFolds} from "./possible-folds.js";

/** What was decoded, and how. */
export interface DecodingChoices {
  /** Null in a session without any that can be decoded. */
  stimulus: string | null;
  parameter: DecodedParameter;
  decoder: DecoderChoice;
  /** How presentations were split into folds. */
  split: string;
  /** Into how many it was asked to split them. */
  askedFolds: number;
  /** The value that each presentation has. */
  target: readonly (number | null)[];
  /** How many units there are. */
  units: number;
}

/** How often each value was decoded as each, as an image; `decoding` is null if nothing was. */
export function confusionFigure(decoding: Decoding | null, choices: DecodingChoices) {
  const {stimulus, parameter, decoder, split, askedFolds, target, units} = choices;
  if (!decoding) {
    const empty = stimulus
      ? "Nothing was decoded. The line above says why."
      : "This session has none of the stimuli that this page decodes. Open a session of the stimulus set brain_observatory_1.1.";
    return {empty, caption: ""};
  }
  const {accuracy, interval, confusion} = decoding;
  const classes = classNames(decoding.classes, parameter);
  const folds = possibleFolds(target, askedFolds);
  const fewer = folds < askedFolds ? "; no more, as a value was shown only so often" : "";
  const [low, high] = interval.map((share) => percentText(share, 1));
  return {
    data: [{classes, counts: confusion.values}] as const,
    options: {
      label: parameter.name,
      ariaLabel: `Confusion matrix of ${parameter.name}`,
      ariaDescription: `${classes.length} by ${classes.length} values`
    },
    caption: `${decoder.name}, ${folds} folds (${split}${fewer}): ${percentText(accuracy, 1)} of ${countedText(target.length, "presentations")} right (95 % interval ${low} to ${high}), ${countedText(units, "units")}, counts of whole presentations of ${stimulus}; guessing: ${percentText(1 / classes.length, 1)}.`
  };
}
