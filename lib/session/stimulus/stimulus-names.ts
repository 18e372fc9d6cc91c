import {SessionError} from "../session-error.js";

const DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Names that the files use, and what AllenSDK calls them. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["", "spontaneous"],
  ["Natural Images", "natural_scenes"],
  ["flash_250ms", "flashes"],
  ["gabor_20_deg_250ms", "gabors"],
  ["drifting_gratings", "drifting_gratings"],
  ["static_gratings", "static_gratings"],
  ["contrast_response", "drifting_gratings_contrast"],
  ["Natural_Images_Shuffled", "natural_scenes_shuffled"],
  ["Natural_Images_Sequential", "natural_scenes_sequential"],
  ["natural_movie_1", "natural_movie_one"],
  ["natural_movie_3", "natural_movie_three"],
  ["natural_movie_1_more_repeats", "natural_movie_one"],
  ["natural_movie_shuffled", "natural_movie_one_shuffled"],
  ["motion_stimulus", "dot_motion"],
  ["drifting_gratings_more_repeats", "drifting_gratings_75_repeats"],
  ["signal_noise_test_0_200_repeats", "test_movie_one"],
  ["signal_noise_test_0", "test_movie_one"],
  ["signal_noise_test_1", "test_movie_two"],
  ["signal_noise_session_1", "dense_movie_one"],
  ["signal_noise_session_2", "dense_movie_two"],
  ["signal_noise_session_3", "dense_movie_three"],
  ["signal_noise_session_4", "dense_movie_four"],
  ["signal_noise_session_5", "dense_movie_five"]
]);

/** The names of the stimuli of a session's presentations, as AllenSDK calls them. A missing name is an empty text. */
export function standardStimulusNames(names: readonly string[]): string[] {
  const spelled = names.map(spellMovieNumber);
  const shuffled = spelled.includes("natural_movie_shuffled") ? shuffledMovieName(spelled) : "";
  return spelled.map((name) => (name === "natural_movie_shuffled" ? shuffled : (RENAMED.get(name) ?? name)));
}

/** natural_movie_4_more_repeats is natural_movie_four_more_repeats. */
function spellMovieNumber(name: string): string {
  return name.replace(/^(natural_movie_)([1-9])(?!\d)/, (_, movie, digit) => movie + DIGITS[digit]);
}

/** A shuffled movie has the number of the only movie that the session shows. */
function shuffledMovieName(names: readonly string[]): string {
  const numbers = new Set(names.flatMap((name) => /^natural_movie_(?!shuffled)([^_]+)/.exec(name)?.[1] ?? []));
  if (numbers.size === 1) return `natural_movie_${[...numbers][0]}_shuffled`;
  throw new SessionError("not-allen", {
    path: "stimulus_name",
    expected: "one natural movie, of which natural_movie_shuffled is the shuffled version",
    found: numbers.size ? [...numbers].join(", ") : "none",
    remedy: "Give a file as the Allen Institute published it."
  });
}
