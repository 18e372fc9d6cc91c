import type {ColumnTable} from "arquero";
import type {EcephysSession} from "../session/index.js";
import {toTable} from "../session/snapshots/index.js";
import {columnValues} from "../snapshot/index.js";
import {TaggedError} from "../tagged-error.js";
import type {SnapshotContent, SnapshotMaker} from "./snapshot-maker.js";

/** One thing that a session holds. */
interface Held {
  /** The method of the session that gives it, with the probe's name where it is of one probe. */
  method: string;
  /** How much of it there is, in words. */
  size: string;
  /** When it begins and ends, in s; NaN for what has no time. */
  span?: readonly [number, number];
}

/** What a session's files hold, by the methods that give it: method, size (in words), start_time, stop_time (s, or NaN). */
export async function contentsSnapshot(session: EcephysSession): Promise<SnapshotContent> {
  const held = [
    ...(await tables(session)),
    await spikes(session),
    ...(await timeSeries(session)),
    ...(await ofProbes(session)),
    ...(await rig(session))
  ];
  return {
    table: toTable({
      method: held.map(({method}) => method),
      size: held.map(({size}) => size),
      start_time: Float64Array.from(held, ({span}) => span?.[0] ?? Number.NaN),
      stop_time: Float64Array.from(held, ({span}) => span?.[1] ?? Number.NaN)
    }),
    details: undefined
  };
}

async function tables(session: EcephysSession): Promise<Held[]> {
  const pulses = await session.optogeneticStimulationEpochs();
  const presentations = await session.stimulusPresentations();
  const invalid = await session.invalidTimes();
  return [
    {method: "probes", size: sizeOf(await session.probes())},
    {method: "channels", size: sizeOf(await session.channels())},
    {method: "units", size: sizeOf(await session.units())},
    {method: "stimulusPresentations", size: sizeOf(presentations), span: spanOf(presentations)},
    {method: "stimulusConditions", size: sizeOf(await session.stimulusConditions())},
    {method: "optogeneticStimulationEpochs", size: sizeOf(pulses), span: spanOf(pulses)},
    {method: "invalidTimes", size: sizeOf(invalid), span: spanOf(invalid)}
  ];
}

async function spikes(session: EcephysSession): Promise<Held> {
  let [total, first, last] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const trains = await session.spikeTimes();
  for (const train of trains.values()) {
    if (train.length === 0) continue;
    total += train.length;
    first = Math.min(first, train[0]);
    last = Math.max(last, train[train.length - 1]);
  }
  const size = `${count(trains.size)} units, ${count(total)} spikes`;
  return {method: "spikeTimes", size, ...(total > 0 && {span: [first, last]})};
}

async function timeSeries(session: EcephysSession): Promise<Held[]> {
  const series = {
    runningSpeed: await session.runningSpeed(),
    rawRunningData: await session.rawRunningData(),
    pupilData: await session.pupilData(),
    screenGazeData: await session.screenGazeData()
  };
  return Object.entries(series).map(([method, table]) => {
    if (!table?.numRows()) return {method, size: "none"};
    const times = columnValues<number>(table, table.columnNames()[0]);
    return {method, size: sizeOf(table), span: [times[0], times[times.length - 1]]};
  });
}

async function ofProbes(session: EcephysSession): Promise<Held[]> {
  const held: Held[] = [];
  const probes = (await session.probes()).objects() as {id: number; description: string; has_lfp_data: boolean}[];
  for (const {id, description} of probes.filter((probe) => probe.has_lfp_data)) {
    try {
      const span = await session.lfpTimeSpan(id);
      const {coords} = await session.lfp(id, {time: [span[0], span[0]]});
      held.push({method: `lfp(${description})`, size: `${count(coords.channel.length)} channels`, span});
      const {shape} = await session.currentSourceDensity(id);
      held.push({method: `currentSourceDensity(${description})`, size: shape.map(count).join(" × ")});
    } catch (error) {
      if (!(error instanceof TaggedError)) throw error;
      held.push({method: `lfp(${description})`, size: "its file is not at hand"});
    }
  }
  return held;
}

async function rig(session: EcephysSession): Promise<Held[]> {
  const metadata = await session.rigMetadata();
  return [{method: "rigMetadata", size: metadata ? metadata.equipment : "none"}];
}

/** From the first start to the last end of a table of intervals. */
function spanOf(table: ColumnTable): readonly [number, number] | undefined {
  if (table.numRows() === 0) return;
  const [starts, stops] = ["start_time", "stop_time"].map((name) => Array.from(columnValues<number>(table, name)));
  return [starts.reduce((least, time) => Math.min(least, time)), stops.reduce((most, time) => Math.max(most, time))];
}

const sizeOf = (table: ColumnTable) =>
  table.numRows() === 0 ? "none" : `${count(table.numRows())} rows × ${table.numCols()} columns`;

const count = (number: number) => number.toLocaleString("en-US");

export const contents: SnapshotMaker<never> = {
  parameters: {},
  readsSpikes: true,
  make: (session) => contentsSnapshot(session)
};
