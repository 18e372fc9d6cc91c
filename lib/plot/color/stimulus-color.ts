import {type StimulusClass, stimulusClass} from "../../words/index.js";
import {type ColorPair, themedColor} from "./color-pair.js";

/**
 * One muted colour for each stimulus class, so that the saturated colours remain the areas'. The classes of both stimulus
 * sets are listed; variants of a class (more repeats, shuffled, contrast) take the colour of their class.
 */
const PALETTE: Readonly<Record<StimulusClass, ColorPair>> = {
  spontaneous: ["#8d8d8d", "#7b7b7b"],
  gabors: ["#a3713a", "#cfa271"],
  flashes: ["#8f7d13", "#d6c56a"],
  dot_motion: ["#a05a48", "#d99a89"],
  drifting_gratings: ["#3f7f8f", "#7fbccb"],
  static_gratings: ["#5b76a8", "#9db4de"],
  natural_scenes: ["#5c7f3e", "#a3c389"],
  natural_movie_one: ["#8a6292", "#c79fce"],
  natural_movie_three: ["#a55672", "#e096b0"],
  invalid_presentation: ["#b3261e", "#f2857c"]
};

/** The colour of a stimulus in the light and in the dark theme, as hexadecimal sRGB. */
export function stimulusColorPair(stimulusName: string): ColorPair {
  return PALETTE[stimulusClass(stimulusName)];
}

/** The colour of a stimulus as a CSS value that follows the theme. */
export function stimulusColor(stimulusName: string): string {
  return themedColor(stimulusColorPair(stimulusName));
}
