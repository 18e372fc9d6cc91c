import {lowerBound} from "../../analysis/counting/index.js";
import {type StimulusBlocks, stimulusBlocks} from "../../analysis/metrics/index.js";
import {arange} from "../../array/index.js";
import {columnValues} from "../../snapshot/index.js";
import type {EcephysSession} from "../ecephys-session.js";

/** AllenSDK's bins of a peristimulus time histogram (s). */
const PSTH_BIN = 0.001;

/** What was shown of a stimulus, and how the mouse ran: all that the metrics of its units share. */
export interface StimulusRecording {
  /** Onset of each presentation, ascending (s). */
  starts: ArrayLike<number>;
  /** End of each presentation (s). */
  stops: ArrayLike<number>;
  /** The mean speed during each presentation (cm/s), NaN where it was not measured. */
  runningSpeeds: Float64Array;
  /** The ids of the conditions shown, ascending; below, a condition is its index in this list. */
  conditionIds: readonly number[];
  /** The presentations of each condition, by their rows. */
  presentationsOf: readonly (readonly number[])[];
  /** The value of a parameter of the stimulus in each condition; null in each, if it has no such parameter. */
  parameter(name: string): ArrayLike<unknown>;
  /** s from onset within which spikes of a trial are counted. */
  trialDuration: number;
  /** Edges of the bins of histograms, from onset (s). */
  binEdges: Float64Array;
  blocks: StimulusBlocks;
}

/** The valid presentations of the named stimuli. */
export async function recordingOf(
  session: EcephysSession,
  stimulusNames: readonly string[],
  trialDuration: number
): Promise<StimulusRecording> {
  const presentations = await session.stimulusTable(stimulusNames);
  const conditions = await session.stimulusConditions();
  const column = (name: string) => columnValues<number>(presentations, name);
  const [starts, stops, shown] = [column("start_time"), column("stop_time"), column("stimulus_condition_id")];
  const conditionIds = [...new Set(Array.from(shown))].sort((a, b) => a - b);
  const presentationsOf = groupByCondition(shown, conditionIds);
  const parameter = (name: string): unknown[] => {
    if (!conditions.columnNames().includes(name)) return conditionIds.map(() => null);
    const values = columnValues(conditions, name); // a condition's id is its row
    // A column of nothing but 0 and 1 is read as truth values.
    return conditionIds.map((id) => (typeof values[id] === "boolean" ? Number(values[id]) : values[id]));
  };
  const runningSpeeds = await meanRunningSpeeds(session, starts, stops);
  const binEdges = arange(0, trialDuration, PSTH_BIN);
  const blocks = stimulusBlocks(starts, stops, trialDuration);
  return {starts, stops, runningSpeeds, conditionIds, presentationsOf, parameter, trialDuration, binEdges, blocks};
}

function groupByCondition(shown: ArrayLike<number>, conditionIds: readonly number[]): number[][] {
  const indexOf = new Map(conditionIds.map((id, index) => [id, index]));
  const groups: number[][] = conditionIds.map(() => []);
  for (let row = 0; row < shown.length; ++row) groups[indexOf.get(shown[row])!].push(row);
  return groups;
}

/** The mean of the measured speeds that begin in each presentation, from its start until before its stop. */
async function meanRunningSpeeds(
  session: EcephysSession,
  starts: ArrayLike<number>,
  stops: ArrayLike<number>
): Promise<Float64Array> {
  const running = await session.runningSpeed();
  const times = columnValues<number>(running, "start_time");
  const velocities = columnValues<number>(running, "velocity");
  return Float64Array.from(starts, (start, row) => {
    const first = lowerBound(times, start);
    const end = lowerBound(times, stops[row], first);
    let [sum, count] = [0, 0];
    for (let i = first; i < end; ++i) {
      if (Number.isNaN(velocities[i])) continue;
      sum += velocities[i];
      ++count;
    }
    return sum / count;
  });
}
