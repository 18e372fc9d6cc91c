/** A pulse of light, or a train of pulses, as a row of `optogeneticStimulationEpochs()`. */
export interface LightPulse {
  id: number;
  /** s of the session */
  start_time: number;
  stop_time: number;
  /** s */
  duration: number;
  /** The shape of the light over time, in words. */
  condition: string;
  stimulus_name: string;
  /** How strong the light was, as the voltage that drove it. */
  level: number;
}

/** The conditions and the levels of pulses, each once and sorted. */
export function pulseChoices(pulses: readonly LightPulse[]): {conditions: string[]; levels: number[]} {
  return {
    conditions: [...new Set(pulses.map(({condition}) => condition))].sort(),
    levels: [...new Set(pulses.map(({level}) => level))].sort((a, b) => a - b)
  };
}

/** What stands in a figure's place in a session without light. */
export const NO_LIGHT: {empty: string; caption: string; data?: undefined; options?: undefined} = {
  empty: "No light was shone in this session, or its file does not tell. Open another one.",
  caption: ""
};
