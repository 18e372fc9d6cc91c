// Each dataset of a session in turn is made odd in one way. What the session then gives must be what it gave before (because
// the question does not need that dataset, or the file means the same), or an error that says what is wrong.
import {beforeAll, describe, expect, it} from "vitest";
import {TaggedError} from "../../lib/index.js";
import {describeHdf5} from "../nwb/describe-hdf5.js";
import {type DatasetDescription, type GroupDescription, isDescribed, References, writeHdf5} from "../nwb/write-hdf5.js";
import {type Answers, readAll} from "./read-all.js";

const FOLDER = "test/fixtures/mini/ecephys-cache/session_810000000";
const [SESSION, LFP] = [`${FOLDER}/session_810000000.nwb`, `${FOLDER}/probe_810000213_lfp.nwb`];
const PROBE = 810000213;
const NOT_READ = /^\/(specifications|analysis|file_create_date|stimulus|general\/devices)/;
const STIMULI_KEPT = ["flashes_presentations", "spontaneous_presentations", "invalid_times"];

interface Files {
  session: GroupDescription;
  lfp: GroupDescription;
}

interface Place {
  file: keyof Files;
  path: string;
  dataset: DatasetDescription;
}

let files: Files;
let places: Place[];
let original: Answers;

beforeAll(async () => {
  const session = await describeHdf5(SESSION);
  const {intervals} = session as {intervals: GroupDescription};
  session.intervals = Object.fromEntries(STIMULI_KEPT.map((name) => [name, intervals[name]]));
  files = {session, lfp: await describeHdf5(LFP)};
  places = [...datasetsOf("session", files.session), ...datasetsOf("lfp", files.lfp)];
  original = await answersOf(files);
  const refused = Object.entries(original).filter(([, answer]) => answer instanceof TaggedError);
  expect(refused).toEqual([]);
}, 60_000);

function datasetsOf(file: keyof Files, group: GroupDescription, path = ""): Place[] {
  return Object.entries(group).flatMap(([name, value]) => {
    const here = `${path}/${name}`;
    if (name.startsWith("@") || NOT_READ.test(here) || value instanceof References || typeof value !== "object")
      return [];
    return isDescribed(value)
      ? [{file, path: here, dataset: value}]
      : datasetsOf(file, value as GroupDescription, here);
  });
}

/** The answers of files of which those that are not changed are read where they are. */
async function answersOf({session, lfp}: Partial<Files>): Promise<Answers> {
  const paths = [session ? await writeHdf5(session) : SESSION, lfp ? await writeHdf5(lfp) : LFP] as const;
  return readAll(...paths, PROBE, session && lfp ? undefined : session ? notOfLfp : ofLfp);
}

const ofLfp = (question: string) => question === "lfp" || question === "currentSourceDensity";
const notOfLfp = (question: string) => !ofLfp(question);

/** The file with one dataset replaced. */
function withDataset({file, path, dataset}: Place, changes: Partial<DatasetDescription>): Partial<Files> {
  const replace = (group: GroupDescription, [name, ...rest]: string[]): GroupDescription => ({
    ...group,
    [name]: rest.length ? replace(group[name] as GroupDescription, rest) : {...dataset, ...changes}
  });
  return {[file]: replace(files[file], path.slice(1).split("/"))};
}

/** The questions whose answer an odd file changed without an error. */
function silentlyChanged(answers: Answers): string[] {
  return Object.keys(answers).filter(
    (name) => !(answers[name] instanceof TaggedError) && answers[name] !== original[name]
  );
}

/** How many datasets made some question an error, which names the file, and which changed an answer in silence. */
async function outcome(odd: (place: Place) => Partial<Files> | null): Promise<{refused: number; changed: string[]}> {
  let refused = 0;
  const changed: string[] = [];
  for (const place of places) {
    const files = odd(place);
    if (!files) continue;
    const answers = await answersOf(files);
    const errors = Object.values(answers).filter((answer) => answer instanceof TaggedError);
    expect(errors.filter((error) => !error.file?.endsWith(".nwb"))).toEqual([]);
    if (errors.length > 0) ++refused;
    changed.push(...silentlyChanged(answers).map((name) => `${name} after ${place.path}`));
  }
  return {refused, changed};
}

const rowsOf = ({dataset}: Place) => dataset.shape?.[0] ?? 0;
const isList = ({dataset}: Place) => dataset.shape?.length === 1 && dataset.shape[0] > 1;
const isFloat = ({dataset}: Place) => dataset.data instanceof Float64Array || dataset.data instanceof Float32Array;
type Values = Float64Array;

describe("what a session gives does not change in silence", () => {
  it("when a dataset has two numbers in each row", async () => {
    const {refused, changed} = await outcome((place) => {
      if (!isList(place)) return null;
      const data = Array.from(place.dataset.data as ArrayLike<number>, (value) => [value, value]).flat();
      const Kind = (place.dataset.data as Values).constructor as typeof Float64Array;
      const typed = Array.isArray(place.dataset.data) ? data : Kind.from(data);
      return withDataset(place, {data: typed as Values, shape: [rowsOf(place), 2]});
    });
    expect(changed).toEqual([]);
    expect(refused).toBeGreaterThan(80);
  }, 300_000);

  it("when a dataset is shorter than those that it belongs to", async () => {
    const {refused, changed} = await outcome((place) => {
      const [rows, ...inner] = place.dataset.shape ?? [];
      if (!(rows > 1)) return null;
      const kept = inner.reduce((product, length) => product * length, rows - 1);
      return withDataset(place, {data: (place.dataset.data as Values).slice(0, kept), shape: [rows - 1, ...inner]});
    });
    expect(changed).toEqual([]);
    expect(refused).toBeGreaterThan(80);
  }, 300_000);

  it("when an index holds what is no number, a fraction, or a number past the end", async () => {
    for (const odd of [Number.NaN, 0.5, 1e6, -1]) {
      const {refused, changed} = await outcome((place) => {
        if (!/_index$|\/electrodes$/.test(place.path) || /(stimulus|units\/local)_index$/.test(place.path)) return null;
        const data = Float64Array.from(place.dataset.data as ArrayLike<number | bigint>, Number);
        data[0] = odd;
        return withDataset(place, {data});
      });
      // The number of a channel may be any whole one, unless a mean waveform is asked for, which has a row for each.
      expect(changed.filter((change) => odd !== 1e6 || !/local_index$/.test(change))).toEqual([]);
      expect(refused).toBeGreaterThanOrEqual(5);
    }
  }, 300_000);

  it("when an id stands twice in a table", async () => {
    const {refused, changed} = await outcome((place) => {
      if (!/\/id$/.test(place.path) || !isList(place)) return null;
      const data = (place.dataset.data as Values).slice();
      data[1] = data[0];
      return withDataset(place, {data});
    });
    expect(changed).toEqual([]);
    expect(refused).toBeGreaterThanOrEqual(4);
  }, 300_000);

  it("when a time is no number, or comes before the one before it", async () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, -1e6]) {
      const {refused, changed} = await outcome((place) => {
        if (!/\/(timestamps|start_time|stop_time|spike_times)$/.test(place.path) || !isFloat(place) || !isList(place))
          return null;
        const data = (place.dataset.data as Values).slice();
        data[1] = odd;
        return withDataset(place, {data});
      });
      // A presentation or a pulse may begin at any time: what begins earlier comes earlier.
      expect(changed.filter((change) => odd !== -1e6 || !/start_time$/.test(change))).toEqual([]);
      expect(refused).toBeGreaterThanOrEqual(7);
    }
  }, 300_000);
});

it("texts filled up with spaces to one length are the texts", async () => {
  let changed: string[] = [];
  for (const place of places) {
    const {data} = place.dataset;
    const texts = Array.isArray(data) ? (data as string[]) : typeof data === "string" ? [data] : [];
    if (texts.length === 0 || typeof texts[0] !== "string") continue;
    const length = 3 + Math.max(...texts.map((text) => text.length));
    const padded = texts.map((text) => text.padEnd(length));
    const odd = withDataset(place, {data: Array.isArray(data) ? padded : padded[0], dtype: `S${length}`});
    const answers = await answersOf(odd);
    changed = changed.concat(Object.keys(answers).filter((name) => answers[name] !== original[name]));
  }
  expect(changed).toEqual([]);
}, 300_000);
