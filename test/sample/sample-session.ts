import {createHash, randomUUID} from "node:crypto";
import {existsSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type Dataset, File, type Group, ready} from "h5wasm/node";
import {vi} from "vitest";
import {type GroundTruth, makeSample, type Sample, type UnitTruth} from "../../lib/sample/index.js";

// The first file to ask waits until the sample is made, on a busy machine with other files beside it.
vi.setConfig({hookTimeout: 120_000});

/** A row of a presentations table, as the file has it. */
export type Row = Record<string, number | string | boolean> & {start_time: number; stop_time: number};

/** The sample as a test reads it: straight from the file, with h5wasm. */
export interface SampleSession extends Sample {
  directory: string;
  truth: GroundTruth;
  file: File;
  units: SampleUnit[];
  /** Rows of `/intervals/<name>_presentations`. */
  presentations(name: string): Row[];
}

export interface SampleUnit {
  id: number;
  passesFilters: boolean;
  spikes: Float64Array;
  truth: UnitTruth;
}

/** The sample session of seed 1, made once for all tests and kept between runs as long as lib/sample is the same. */
export async function sampleSession(): Promise<SampleSession> {
  const directory = join(tmpdir(), `sample-session-${sourcesDigest()}`);
  const nwbPath = join(directory, "session_700000001", "session_700000001.nwb");
  const groundTruthPath = join(directory, "session_700000001", "ground-truth.json");
  if (!existsSync(nwbPath)) await makeOnce(directory);
  await ready;
  const file = new File(nwbPath, "r");
  const truth = JSON.parse(readFileSync(groundTruthPath, "utf8")) as GroundTruth;
  return {
    sessionId: truth.session_id,
    nwbPath,
    groundTruthPath,
    directory,
    truth,
    file,
    units: readUnits(file, truth),
    presentations: (name) => readTable(file, `/intervals/${name}_presentations`) as Row[]
  };
}

/** A column of the file as plain numbers, texts or truths. */
export function column(file: File, path: string): (number | string | boolean)[] {
  const values = (file.get(path) as Dataset).to_array() as (number | bigint | string | boolean)[];
  return values.map((value) => (typeof value === "bigint" ? Number(value) : value));
}

/** The spike amplitudes of each unit, volts. */
export function amplitudesIn(file: File): Float64Array[] {
  const ends = column(file, "/units/spike_amplitudes_index") as number[];
  const all = (file.get("/units/spike_amplitudes") as Dataset).value as Float64Array;
  return ends.map((end, i) => all.subarray(ends[i - 1] ?? 0, end));
}

function readTable(file: File, path: string): Record<string, number | string | boolean>[] {
  const names = (file.get(path) as Group).keys().filter((name) => !/^(timeseries|tags)/.test(name));
  const columns = names.map((name) => column(file, `${path}/${name}`));
  return columns[0].map((_, row) => Object.fromEntries(names.map((name, i) => [name, columns[i][row]])));
}

function readUnits(file: File, truth: GroundTruth): SampleUnit[] {
  const numbers = (name: string) => column(file, `/units/${name}`) as number[];
  const ends = numbers("spike_times_index");
  const spikes = (file.get("/units/spike_times") as Dataset).value as Float64Array;
  const electrode = (name: string) => column(file, `/general/extracellular_ephys/electrodes/${name}`);
  const [channelIds, valid, location] = ["id", "valid_data", "location"].map(electrode);
  const [quality, cutoff, presence, violations, peak] = [
    column(file, "/units/quality"),
    ...["amplitude_cutoff", "presence_ratio", "isi_violations", "peak_channel_id"].map(numbers)
  ];
  const truths = new Map(truth.units.map((unit) => [unit.unit_id, unit]));
  return numbers("id").map((id, i) => {
    const channel = channelIds.indexOf(peak[i]);
    const passesFilters =
      quality[i] === "good" &&
      (cutoff[i] as number) <= 0.1 &&
      (presence[i] as number) >= 0.95 &&
      (violations[i] as number) <= 0.5 &&
      valid[channel] === true &&
      location[channel] !== "";
    return {id, passesFilters, spikes: spikes.subarray(ends[i - 1] ?? 0, ends[i]), truth: truths.get(id)!};
  });
}

/** Test files run side by side: the first that is done puts its sample there, and the others' are thrown away. */
async function makeOnce(directory: string): Promise<void> {
  const own = `${directory}-${randomUUID()}`;
  await makeSample(own);
  try {
    renameSync(own, directory);
  } catch (error) {
    rmSync(own, {recursive: true});
    if (!existsSync(directory)) throw error;
  }
}

function sourcesDigest(): string {
  const root = fileURLToPath(new URL("../../lib/sample", import.meta.url));
  const hash = createHash("sha256").update(process.version);
  for (const name of readdirSync(root, {recursive: true, encoding: "utf8"}).sort()) {
    if (name.endsWith(".ts")) hash.update(name).update(readFileSync(join(root, name)));
  }
  return hash.digest("hex").slice(0, 16);
}
