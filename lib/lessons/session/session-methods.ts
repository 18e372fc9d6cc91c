import type {HeldContent} from "../../session/index.js";
import {countedText} from "../../words/index.js";

/** A method of a session, and what it gives in this one. */
export interface SessionMethod {
  /** How it is called: "units()", "lfp(probeA)". */
  call: string;
  /** What it gives, in words. */
  what: string;
  /** The page on it, or a place on this page; null where there is none. */
  page: string | null;
  /** How much of it there is in this session. */
  size: string;
  /** When it begins and ends: "12.3 to 4567.8"; empty for what has no time. */
  span: string;
}

const ABOUT: Record<string, [what: string, page: string | null]> = {
  probes: ["Names, sampling rates, whether there is LFP", null],
  channels: ["The recording sites, and where they lie", "units"],
  units: ["The sorted units, with measures of quality", "units"],
  stimulusPresentations: ["What was shown, from when to when", "stimulus-presentations"],
  stimulusConditions: ["Every distinct state of the screen", "stimulus-presentations"],
  optogeneticStimulationEpochs: ["Pulses of light on the brain", "optogenetic-stimulation"],
  invalidTimes: ["Intervals that something was wrong with", "#invalid-times"],
  spikeTimes: ["When each unit fired, in seconds", "spikes"],
  spikeAmplitudes: ["The amplitude of every spike (not in snapshots)", null],
  meanWaveforms: ["The mean shape of each unit’s spikes", "mean-waveforms"],
  runningSpeed: ["How fast the mouse ran", "running-speed"],
  rawRunningData: ["What the running wheel measured", "running-speed"],
  pupilData: ["Ellipses fitted to eye, pupil and reflection", "eye-tracking"],
  screenGazeData: ["Area of the pupil, and gaze on the screen", "eye-tracking"],
  lfp: ["Local field potential of one probe", "lfp"],
  currentSourceDensity: ["Current source density around a flash, of one probe", "current-source-density"],
  rigMetadata: ["Where monitor, camera and lamp stood", "#the-rig"]
};

/**
 * The methods of a session that give data, in the order in which a file holds them.
 * @param units how many units the session has
 */
export function sessionMethods(held: readonly HeldContent[], units: number): SessionMethod[] {
  return held.flatMap((content) => {
    if (content.method !== "spikeTimes") return [methodOf(content)];
    const waveforms = {
      method: "meanWaveforms",
      size: countedText(units, "units"),
      start_time: Number.NaN,
      stop_time: Number.NaN
    };
    return [content, {...content, method: "spikeAmplitudes"}, waveforms].map(methodOf);
  });
}

function methodOf({method, size, start_time, stop_time}: HeldContent): SessionMethod {
  const [what, page] = ABOUT[method.replace(/\(.*/, "")];
  return {
    call: method.includes("(") ? method : `${method}()`,
    what,
    page,
    size,
    span: Number.isFinite(start_time) ? `${start_time.toFixed(1)} to ${stop_time.toFixed(1)}` : ""
  };
}
