import type {BinWindow, Decoding} from "../../analysis/decoding/index.js";
import type {HeldBins} from "../../session/index.js";
import {countedText, decimalText, roundedText} from "../../words/index.js";
import {ACCURACY_AXIS, type AccuracyPoint, accuracyLine} from "./accuracy-line.js";
import type {WindowChoice} from "./bin-windows.js";
import type {DecoderChoice} from "./decoders.js";
import {guessingLevel} from "./guessing.js";

/** What was decoded window by window. */
export interface DecodedWindows extends WindowChoice, Pick<HeldBins, "binEdges"> {
  windows: readonly BinWindow[];
  decodings: readonly Pick<Decoding, "accuracy" | "interval">[];
  /** How many presentations were decoded. */
  trials: number;
  /** Of how many presentations of the stimulus there are counts in bins. */
  held: HeldBins["presentations"];
}

/** The accuracy in a window. */
export interface WindowPoint extends AccuracyPoint {
  /** Where the window begins and ends, from onset (s). */
  from: number;
  to: number;
}

/** The accuracy in each window, against the middle of a sliding one, or the end of one that begins at onset. */
export function windowPoints({kind, binEdges, windows, decodings}: DecodedWindows): WindowPoint[] {
  return decodings.map(({accuracy, interval: [low, high]}, k) => {
    const [from, to] = windows[k].map((edge) => binEdges[edge]);
    const x = kind === "sliding" ? (from + to) / 2 : to;
    return {x: Number(x.toFixed(4)), y: accuracy, low, high, from, to};
  });
}

/** What the figure is of. */
export interface WindowFigure {
  /** How many values and units were decoded. */
  classes: number;
  units: number;
  decoder: DecoderChoice;
  /** How long a presentation lasts (s); undefined without any. */
  duration: number | undefined;
}

/** Accuracy by time from onset; `byWindow` is null before it is computed. */
export function windowFigure(byWindow: DecodedWindows | null, {classes, units, decoder, duration = 0}: WindowFigure) {
  if (!byWindow) return {empty: "Not computed yet. Press “Decode window by window”.", caption: ""};
  const {kind, width, binEdges, trials, held} = byWindow;
  const isSliding = kind === "sliding";
  const some = held.kept < held.total ? ` (the page holds ${held.kept} of ${held.total})` : "";
  const binWidth = roundedText(1000 * (binEdges[1] - binEdges[0]), 1);
  const windows = isSliding ? `windows of ${width} × ${binWidth} ms` : "windows that begin at onset";
  return {
    data: [[accuracyLine(windowPoints(byWindow))]] as const,
    options: {
      ...ACCURACY_AXIS,
      xLabel: `${isSliding ? "middle" : "end"} of the window, from stimulus onset (s)`,
      level: guessingLevel(classes, trials),
      marked: {x: 0, name: "onset"},
      ariaLabel: "Accuracy by time window"
    },
    caption: `${trials} presentations${some}, ${countedText(units, "units")}, ${windows}; ${decoder.name}. A presentation lasts ${decimalText(duration, 2)} s. Grey: what guessing gives, with its 95 % range.`
  };
}
