import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** Numbers that a peer is given: the same that the case works on. */
export type PeerData = Record<string, {values: NodeJS.TypedArray; shape?: readonly number[]}>;

/** What the peer is asked to do, in peers.py, and on what. */
export interface Peer {
  /** The name of a function in peers.py. */
  task: string;
  data(): PeerData;
}

/** The kinds of numbers, as numpy calls them. */
const KINDS: Record<string, string> = {
  Float64Array: "<f8",
  Float32Array: "<f4",
  Int32Array: "<i4",
  Uint32Array: "<u4",
  Uint16Array: "<u2",
  Uint8Array: "<u1"
};

/** A Python in which numpy, scipy and scikit-learn can be imported. */
export interface Python {
  command: string;
  /** Which versions, in words. */
  versions: string;
}

/** @returns null where there is none, and the reason is told by `tell` */
export function findPython(tell: (sentence: string) => void): Python | null {
  const found: string[] = [];
  for (const command of [process.env.PYTHON, "python3", "/usr/bin/python3"]) {
    if (!command) continue;
    const {stdout, stderr, status, error} = spawnSync(command, [script, "versions"], {encoding: "utf8"});
    if (status === 0) return {command, versions: stdout.trim()};
    found.push(`${command}: ${error ? error.message : (stderr.trim().split("\n").at(-1) ?? "no answer")}`);
  }
  tell(
    `No peer is measured: it takes a python3 with numpy, scipy and scikit-learn (on Debian: apt-get install ` +
      `python3-sklearn), or one that PYTHON names. Tried: ${found.join("; ")}.`
  );
  return null;
}

const script = join(import.meta.dirname, "peers.py");

/**
 * How long the peer takes for the same, in a process of its own that reads the data before it looks at the clock.
 * @param times how often it is done
 * @returns the times (ms), ascending
 */
export function measurePeer({command}: Python, {task, data}: Peer, times: number): number[] {
  const directory = mkdtempSync(join(tmpdir(), "peer-"));
  try {
    const shapes: Record<string, {kind: string; shape: readonly number[]}> = {};
    for (const [name, {values, shape}] of Object.entries(data())) {
      const numbers = values as Float64Array;
      writeFileSync(join(directory, name), Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength));
      shapes[name] = {kind: KINDS[values.constructor.name], shape: shape ?? [numbers.length]};
    }
    writeFileSync(join(directory, "shapes.json"), JSON.stringify(shapes));
    const {stdout, stderr, status} = spawnSync(command, [script, task, directory, `${times}`], {encoding: "utf8"});
    if (status !== 0) throw new Error(`peers.py could not do ${task}: ${stderr.trim().split("\n").at(-1)}`);
    return (JSON.parse(stdout) as number[]).sort((a, b) => a - b);
  } finally {
    rmSync(directory, {recursive: true});
  }
}

/** Trains one after another, as a peer is given them. */
export function joinedTrains(trains: readonly Float64Array[]): PeerData {
  const ends = Int32Array.from(trains, ({length}) => length);
  for (let unit = 1; unit < ends.length; ++unit) ends[unit] += ends[unit - 1];
  const spikes = new Float64Array(ends.at(-1) ?? 0);
  trains.forEach((train, unit) => {
    spikes.set(train, ends[unit] - train.length);
  });
  return {spikes: {values: spikes}, ends: {values: ends}};
}
