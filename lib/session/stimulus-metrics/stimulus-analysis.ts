import type {RandomSource} from "../../analysis/metrics/index.js";
import type {EcephysSession} from "../ecephys-session.js";
import type {StimulusRecording} from "./stimulus-recording.js";
import type {UnitResponses} from "./unit-responses.js";

/** The metrics of one unit, by AllenSDK's column names, in its order. */
export type UnitMetrics = Record<string, number | boolean>;

/** How the metrics of one stimulus are computed. */
export interface StimulusAnalysis {
  /** The names, in lower case, under which AllenSDK looks for the stimulus. */
  knownNames: readonly string[];
  /** Whether names that only begin so are also of the stimulus. */
  namesAreBeginnings?: boolean;
  /** How the names of presentations begin that are of the stimulus, but have to be given, as AllenSDK does not look for them. */
  givenNames?: string;
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

/** Gives the metrics of a unit from its responses. */
export type MetricsOfUnit = (responses: UnitResponses) => UnitMetrics;

/** Whether presentations of this name, in any case, are of the stimulus. */
export function isNamedAs({knownNames, namesAreBeginnings = false}: StimulusAnalysis, stimulusName: string): boolean {
  const name = stimulusName.toLowerCase();
  return knownNames.some((known) => (namesAreBeginnings ? name.startsWith(known) : name === known));
}
