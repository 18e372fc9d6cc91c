import type {ColumnTable} from "arquero";
import {seededRandom} from "../../analysis/metrics/index.js";
import type {Column} from "../../array/index.js";
import {columnValues} from "../../snapshot/index.js";
import {toTable} from "../columns.js";
import type {EcephysSession} from "../ecephys-session.js";
import {idColumn} from "../id-column.js";
import {type Ids, idList} from "../id-list.js";
import {SessionError} from "../session-error.js";
import {DOT_MOTION} from "./dot-motion.js";
import {driftingGratings} from "./drifting-gratings.js";
import {FLASHES} from "./flashes.js";
import {naturalMovies} from "./natural-movies.js";
import {NATURAL_SCENES} from "./natural-scenes.js";
import {RECEPTIVE_FIELD_MAPPING} from "./receptive-field-mapping.js";
import {staticGratings} from "./static-gratings.js";
import {isNamedAs, type StimulusAnalysis, type UnitMetrics} from "./stimulus-analysis.js";
import {recordingOf} from "./stimulus-recording.js";
import {UnitResponses} from "./unit-responses.js";

const ANALYSES = {
  drifting_gratings: driftingGratings,
  static_gratings: staticGratings,
  natural_scenes: NATURAL_SCENES,
  natural_movies: naturalMovies,
  flashes: FLASHES,
  dot_motion: DOT_MOTION,
  receptive_field_mapping: RECEPTIVE_FIELD_MAPPING
} satisfies Record<string, StimulusAnalysis>;

/** A stimulus that AllenSDK has metrics of. */
export type AnalyzedStimulus = keyof typeof ANALYSES;

/** Of which units metrics are computed, and how. */
export interface StimulusMetricsOptions {
  /** All that pass the session's filters, in the order of units(), by default. */
  unitIds?: Ids | null;
  /** The names of the presentations to take; by default the first of the session that is of this stimulus. */
  stimulusNames?: string | readonly string[];
  /** s from onset within which spikes of a trial are counted; by default 2 for drifting gratings, 1 for dots, else 0.25. */
  trialDuration?: number;
  /** Of the random numbers behind p_value_rf; the same seed gives the same value. */
  seed?: number;
  /** Ends the work early, with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * AllenSDK's metrics of how units answer a stimulus: unit_id, then the columns of the published tables for it. NaN where
 * a metric is not defined, e.g. for a unit without spikes. Presentations that are invalid do not count. Of natural movies one must be
 * named, with the duration of a frame, as in AllenSDK.
 * @throws {SessionError} `wrong-argument` if the session shows no such stimulus, `unknown-id`
 */
export async function stimulusMetrics(
  session: EcephysSession,
  stimulus: AnalyzedStimulus,
  options: StimulusMetricsOptions = {}
): Promise<ColumnTable> {
  const {signal, seed = 0} = options;
  signal?.throwIfAborted();
  if (!Object.hasOwn(ANALYSES, stimulus)) {
    const expected = `one of ${Object.keys(ANALYSES).join(", ")}`;
    const remedy = "Name the kind of stimulus, and its presentations in stimulusNames.";
    throw new SessionError("wrong-argument", {path: "stimulus", expected, found: String(stimulus), remedy});
  }
  const analysis: StimulusAnalysis = ANALYSES[stimulus];
  const names = await namesToAnalyze(session, stimulus, analysis, options.stimulusNames);
  const trialDuration = options.trialDuration ?? analysis.trialDuration ?? missingDuration(stimulus);
  const recording = await recordingOf(session, names, trialDuration);
  const unitIds =
    options.unitIds == null
      ? Array.from(columnValues<number>(await session.units(), "unit_id"))
      : idList(options.unitIds);
  const trains = await session.spikeTimes(unitIds);
  const blanks = analysis.blanks?.(recording);
  const isBlank = (condition: number) => blanks?.[condition] ?? false;
  const metricsOf = await analysis.prepare({session, recording, random: seededRandom(seed)});
  const rows: UnitMetrics[] = [];
  let rested = performance.now();
  for (const id of unitIds) {
    rows.push(metricsOf(new UnitResponses(recording, trains.get(id)!, isBlank)));
    if (performance.now() - rested < BREATH) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    rested = performance.now();
  }
  return toTable({unit_id: idColumn(unitIds), ...toColumnsOf(rows)});
}

/** The stimuli of a session that metrics can be computed of without being told more, in the order of the tables. */
export async function analyzedStimuli(session: EcephysSession): Promise<AnalyzedStimulus[]> {
  const shown = await session.stimulusNames();
  const known = Object.keys(ANALYSES) as AnalyzedStimulus[];
  return known.filter((stimulus) => {
    const analysis: StimulusAnalysis = ANALYSES[stimulus];
    return analysis.trialDuration !== undefined && shown.some((name) => isNamedAs(analysis, name));
  });
}

/** ms of work after which others may have a turn, the one who would abort it among them. */
const BREATH = 50;

function toColumnsOf(rows: readonly UnitMetrics[]): Record<string, Column> {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const values = rows.map((row) => row[name]);
      return [name, typeof values[0] === "boolean" ? values : Float64Array.from(values as number[])];
    })
  );
}

async function namesToAnalyze(
  session: EcephysSession,
  stimulus: string,
  analysis: StimulusAnalysis,
  wanted?: string | readonly string[]
): Promise<readonly string[]> {
  const shown = await session.stimulusNames();
  const found = shown.find((name) => isNamedAs(analysis, name));
  const names = wanted === undefined ? (found === undefined ? [] : [found]) : [wanted].flat();
  if (names.some((name) => shown.includes(name))) return names;
  const path = "stimulusNames";
  const {givenNames} = analysis;
  const toGive = givenNames === undefined ? [] : shown.filter((name) => name.startsWith(givenNames));
  if (wanted === undefined && toGive.length > 0) {
    const remedy = `Name one, and give the trialDuration: {stimulusNames: "${toGive[0]}", trialDuration: 1 / 30}.`;
    throw new SessionError("wrong-argument", {path, expected: `one of ${toGive.join(", ")}`, found: "none", remedy});
  }
  throw new SessionError("wrong-argument", {
    path,
    expected: wanted === undefined ? `a session that shows ${stimulus}` : `presentations of ${names.join(", ")}`,
    found: shown.join(", "),
    remedy: "Name presentations of this session in stimulusNames."
  });
}

function missingDuration(stimulus: string): never {
  throw new SessionError("wrong-argument", {
    path: "trialDuration",
    expected: `how long a trial of ${stimulus} is (s)`,
    found: "none",
    remedy: "Give trialDuration, e.g. 1/30 for one frame of a movie."
  });
}
