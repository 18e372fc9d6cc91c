import {maxIndex, sum} from "d3";
import type {AccuracyOfUnits, Decoding} from "../../analysis/decoding/index.js";
import {countedText, decimalText, percentText} from "../../words/index.js";
import {classNames} from "./class-names.js";
import type {DecodedParameter} from "./parameters-to-decode.js";
import {type DecodedWindows, windowPoints} from "./window-figure.js";

/** What the answers are computed from; null is what was not computed. */
export interface DecodingResults {
  decoding: Decoding | null;
  parameter: DecodedParameter;
  byUnits: readonly AccuracyOfUnits[] | null;
  byWindow: DecodedWindows | null;
}

/** The answers to this page's questions, from what it shows now. */
export function decodingAnswers({decoding, parameter, byUnits, byWindow}: DecodingResults) {
  // Without a decoding there is nothing to guess, and no accuracy is above that.
  const guess = 1 / (decoding?.classes.length ?? 0);
  return {
    accuracy: decoding ? accuracyText(decoding, guess) : NOTHING_DECODED,
    confused: decoding ? confusedText(decoding, parameter) : NOTHING_DECODED,
    opposite:
      decoding && parameter.isDirection
        ? oppositeText(decoding, guess)
        : "This is not what is decoded now: choose it at the top of the page.",
    half: byUnits ? halfWayText(byUnits, guess) : "Press “Take fewer units” first.",
    when: byWindow ? whenText(byWindow, guess) : "Press “Decode window by window” first."
  };
}

const NOTHING_DECODED = "Nothing was decoded.";

const shareText = (share: number) => percentText(share, 1);

function accuracyText({accuracy, interval: [low, high], classes}: Decoding, guess: number): string {
  return `${shareText(accuracy)}; the true accuracy is between ${shareText(low)} and ${shareText(high)} with 95 % confidence, if presentations were independent. Guessing gives ${shareText(guess)}: the decoder is right ${decimalText(accuracy * classes.length, 1)} times as often.`;
}

/** How often each value (by its index) was taken for each other one. */
function errorsOf({classes, confusion}: Decoding): {shown: number; decoded: number; count: number}[] {
  const {length} = classes;
  return Array.from(confusion.values, (count, i) => ({
    shown: Math.floor(i / length),
    decoded: i % length,
    count
  })).filter(({shown, decoded}) => shown !== decoded);
}

function confusedText(decoding: Decoding, parameter: DecodedParameter): string {
  const names = classNames(decoding.classes, parameter);
  const errors = errorsOf(decoding);
  const worst = errors[maxIndex(errors, ({count}) => count)];
  if (!worst?.count) return "None: there are no errors.";
  return `${names[worst.shown]}: mistaken for ${names[worst.decoded]} in ${countedText(worst.count, "presentations")}.`;
}

/** A share of errors so many times that of even errors stands out. */
const STANDS_OUT = 1.5;

function oppositeText(decoding: Decoding, guess: number): string {
  const {classes, interval} = decoding;
  const errors = errorsOf(decoding);
  const wrong = sum(errors, ({count}) => count);
  if (wrong === 0) return "There are no errors. Take fewer units.";
  const isOpposite = ({shown, decoded}: {shown: number; decoded: number}) =>
    Math.abs(classes[shown] - classes[decoded]) === 180;
  const opposite = sum(errors.filter(isOpposite), ({count}) => count);
  const others = classes.length - 1;
  return `${opposite} of ${countedText(wrong, "errors")}, ${shareText(opposite / wrong)}. Were errors spread evenly over the other ${others} directions, it would be ${shareText(1 / others)}. ${verdict()}`;

  function verdict(): string {
    if (interval[0] <= guess) return "But the decoder is no better than guessing, so its errors say little.";
    return opposite / wrong > STANDS_OUT / others
      ? "Many cells respond to a grating whichever way it drifts."
      : "These units tell opposite directions apart as well as others; try other areas.";
  }
}

function halfWayText(byUnits: readonly AccuracyOfUnits[], guess: number): string {
  const best = Math.max(...byUnits.map(({mean}) => mean));
  if (best <= guess) {
    return `There is no distance to cover: the best accuracy, ${shareText(best)}, is no better than guessing, ${shareText(guess)}. These units say nothing about it.`;
  }
  const halfWay = (best + guess) / 2;
  const enough = byUnits.find(({mean}) => mean >= halfWay);
  return `${enough?.units} of ${byUnits.at(-1)?.units}: halfway from ${shareText(guess)} to ${shareText(best)} is ${shareText(halfWay)}.`;
}

function whenText(byWindow: DecodedWindows, guess: number): string {
  const known = windowPoints(byWindow).find(({low, to}) => to > 0 && low > guess);
  if (!known) return "In no window is the whole interval above chance.";
  return `In the window from ${decimalText(known.from, 3)} to ${decimalText(known.to, 3)} s: there the whole interval, from ${shareText(known.low)} on, is above ${shareText(guess)}. Many windows are looked at, so a single one just above chance may be luck; check whether the next ones agree.`;
}
