import type {ColumnTable} from "arquero";
import {type DataArray, EcephysSession, type NwbSource, type SessionOptions, TaggedError} from "../../lib/index.js";

/** Every unit, whatever its quality. */
export const ALL_UNITS: SessionOptions = {
  amplitudeCutoffMaximum: null,
  presenceRatioMinimum: null,
  isiViolationsMaximum: null,
  filterOutOfBrainUnits: false,
  onWarning: () => {}
};

const QUESTIONS: Record<string, (session: EcephysSession, probeId: number) => Promise<unknown>> = {
  probes: (session) => session.probes(),
  channels: (session) => session.channels(),
  units: (session) => session.units(),
  invalidTimes: (session) => session.invalidTimes(),
  stimulusPresentations: (session) => session.stimulusPresentations(),
  stimulusConditions: (session) => session.stimulusConditions(),
  spikeTimes: (session) => session.spikeTimes(),
  spikeAmplitudes: (session) => session.spikeAmplitudes(),
  meanWaveforms: (session) => session.meanWaveforms(),
  runningSpeed: (session) => session.runningSpeed(),
  rawRunningData: (session) => session.rawRunningData(),
  pupilData: (session) => session.pupilData(),
  screenGazeData: (session) => session.screenGazeData({includeFilteredData: true}),
  optogeneticStimulationEpochs: (session) => session.optogeneticStimulationEpochs(),
  metadata: (session) => session.metadata(),
  rigMetadata: async (session) => (await session.rigMetadata())?.geometry ?? null,
  lfp: (session, probeId) => session.lfp(probeId),
  currentSourceDensity: (session, probeId) => session.currentSourceDensity(probeId)
};

/** What a question to a session gave, as text; or the error, which must say what is wrong. */
export type Answers = Record<string, string | TaggedError>;

/** All that a session can be asked (or some of it), of a session file and the LFP file of a probe. */
export async function readAll(
  file: NwbSource,
  lfp: NwbSource,
  probeId: number,
  isAsked = (_question: string) => true
): Promise<Answers> {
  const answers: Answers = {};
  const questions = Object.entries(QUESTIONS).filter(([name]) => isAsked(name));
  const opened = await EcephysSession.fromNwb(file, {...ALL_UNITS, lfp: () => lfp}).catch(taggedOrThrow);
  if (opened instanceof TaggedError) return Object.fromEntries(questions.map(([name]) => [name, opened]));
  for (const [name, ask] of questions) {
    answers[name] = await ask(opened, probeId).then(asText, taggedOrThrow);
  }
  opened.close();
  return answers;
}

function taggedOrThrow(error: unknown): TaggedError {
  if (error instanceof TaggedError) return error;
  throw error;
}

export function asText(answer: unknown): string {
  return JSON.stringify(answer, (_, value) => {
    if (typeof value === "number" && !Number.isFinite(value)) return String(value);
    if (value instanceof Map) return [...value];
    if (ArrayBuffer.isView(value)) return bitsOf(value as Float64Array | BigInt64Array);
    if (isTable(value)) return value.columnNames().map((name) => [name, Array.from(value.array(name) as never)]);
    return isDataArray(value) ? {coords: value.coords, values: value.values} : value;
  });
}

/** The 64 bits of each number, which are compared far sooner than its digits. */
function bitsOf(values: Float64Array | BigInt64Array): string {
  const numbers = typeof values[0] === "bigint" ? values : Float64Array.from(values as Float64Array);
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
}

const isTable = (value: unknown): value is ColumnTable =>
  typeof value === "object" && value !== null && "columnNames" in value;

const isDataArray = (value: unknown): value is DataArray =>
  typeof value === "object" && value !== null && "coords" in value && "values" in value;
