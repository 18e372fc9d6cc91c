import {roundedText} from "./number-text.js";

/** What pulses of light of one shape and length are called: "pulse, 10 ms". The duration is in s. */
export function pulseKind({stimulus_name, duration}: {stimulus_name: string; duration: number}): string {
  return `${stimulus_name}, ${duration < 0.5 ? `${roundedText(duration * 1000, 1)} ms` : `${roundedText(duration, 3)} s`}`;
}
