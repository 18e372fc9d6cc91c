import type {RandomSource} from "../../analysis/metrics/index.js";
import type {EcephysSession} from "../ecephys-session.js";
import type {StimulusRecording} from "./stimulus-recording.js";
import type {UnitResponses} from "./unit-responses.js";

/** The metrics of one unit, by AllenSDK's column names, in its order. */
export type UnitMetrics = Record<string, number | boolean>;

/** How the metrics of one stimulus are computed. */
export interface StimulusAnalysis {
  /** Whether a stimulus name of a session is of this stimulus. */
  isNamed(stimulusName: string): boolean;
  /** s from onset within which spikes of a trial are counted; undefined where it must be given. */
  trialDuration?: number;
  /** Whether each condition shows nothing; none does, if not given. */
  blanks?(recording: StimulusRecording): boolean[];
  /** What is the same for all units, computed once. */
  prepare(context: AnalysisContext): MetricsOfUnit | Promise<MetricsOfUnit>;
}

/** What the metrics of a stimulus may be computed from. */
export interface AnalysisContext {
  session: EcephysSession;
  recording: StimulusRecording;
  random: RandomSource;
}

export type MetricsOfUnit = (responses: UnitResponses, train: Float64Array) => UnitMetrics;

/** Whether a name is one of those, in any case. */
export const namedAs =
  (...names: string[]) =>
  (stimulusName: string) =>
    names.includes(stimulusName.toLowerCase());

/** Whether a name begins with one of those, in any case. */
export const namedLike =
  (...beginnings: string[]) =>
  (stimulusName: string) =>
    beginnings.some((beginning) => stimulusName.toLowerCase().startsWith(beginning));
