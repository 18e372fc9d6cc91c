// Small sessions written as NWB files, with the tables and spikes of the conformance vectors.
import {EcephysSession, type SessionOptions} from "../../lib/index.js";
import {type GroupDescription, Link, References, writeHdf5} from "../nwb/write-hdf5.js";

/** What a small session holds; what is left out is filled in plausibly. */
export interface SmallSession {
  /** Tables of presentations by stimulus, each a map of columns. */
  presentations: Record<string, Record<string, number[] | string[]>>;
  /** Spike times of each unit (s), by its id. */
  spikes: Record<number, number[]>;
  /** Each with start, stop and tags. */
  invalidTimes?: {start: number; stop: number; tags: string[]}[];
  /** Columns of the units that are not as in a good unit. */
  units?: Record<string, number[] | string[]>;
  /** Columns of the electrodes that are not as in a good channel. */
  electrodes?: Record<string, number[] | string[] | boolean[]>;
}

const METRICS =
  "PT_ratio amplitude cluster_id cumulative_drift d_prime firing_rate isolation_distance l_ratio local_index max_drift nn_hit_rate nn_miss_rate recovery_slope repolarization_slope silhouette_score snr spread velocity_above velocity_below waveform_duration".split(
    " "
  );

/** Writes the session: probe 0 (probeA), channel 100 + i for unit i, in the order of the units' ids. */
export async function writeSmallSession(session: SmallSession): Promise<string> {
  return writeHdf5(describeSession(session));
}

export async function openSmallSession(session: SmallSession, options?: SessionOptions): Promise<EcephysSession> {
  return EcephysSession.fromNwb(await writeSmallSession(session), {onWarning: () => {}, ...options});
}

/** The objects of the session's file, to be changed before it is written. */
export function describeSession({
  presentations,
  spikes,
  invalidTimes,
  units = {},
  electrodes = {}
}: SmallSession): GroupDescription {
  const ids = Object.keys(spikes).map(Number);
  const n = ids.length;
  const trains = ids.map((id) => spikes[id]);
  const unitColumns: Record<string, number[] | string[]> = {
    ...Object.fromEntries(METRICS.map((name) => [name, ids.map(() => 0.5)])),
    amplitude_cutoff: ids.map(() => 0.05),
    presence_ratio: ids.map(() => 0.99),
    isi_violations: ids.map(() => 0.1),
    quality: ids.map(() => "good"),
    peak_channel_id: ids.map((_, i) => 100 + i),
    ...units
  };
  const electrodeColumns = {
    x: ids.map(() => 8000),
    y: ids.map(() => 3000),
    z: ids.map(() => 3000),
    imp: ids.map(() => Number.NaN),
    location: ids.map(() => "VISp"),
    filtering: ids.map(() => "none"),
    probe_vertical_position: ids.map((_, i) => 20 * (i + 1)),
    probe_horizontal_position: ids.map(() => 43),
    probe_id: ids.map(() => 0),
    local_index: ids.map((_, i) => i),
    valid_data: ids.map(() => 1),
    ...electrodes
  };
  const tables = Object.entries(presentations).map(([name, columns]) => [`${name}_presentations`, tableOf(columns)]);
  return {
    "@nwb_version": "2.2.2",
    identifier: "700000099",
    session_start_time: "2019-01-09T14:28:36-08:00",
    general: {
      devices: {probeA: {"@sampling_rate": 30000}},
      extracellular_ephys: {
        probeA: {
          "@probe_id": 0,
          "@location": "See electrode locations",
          "@lfp_sampling_rate": 1250,
          "@has_lfp_data": 1,
          device: new Link("/general/devices/probeA")
        },
        electrodes: {
          ...tableOf(
            Object.fromEntries(
              Object.entries(electrodeColumns).map(([k, v]) => [
                k,
                v.map((x) => (typeof x === "boolean" ? Number(x) : x))
              ])
            ) as Record<string, number[] | string[]>
          ),
          id: BigInt64Array.from(ids, (_, i) => BigInt(100 + i)),
          group: new References(ids.map(() => "/general/extracellular_ephys/probeA"))
        }
      }
    },
    units: {
      ...tableOf(unitColumns),
      "@colnames": [...Object.keys(unitColumns), "spike_times"],
      id: BigInt64Array.from(ids, BigInt),
      spike_times: Float64Array.from(trains.flat()),
      spike_times_index: Int32Array.from({length: n}, (_, i) => trains.slice(0, i + 1).flat().length)
    },
    intervals: {
      ...Object.fromEntries(tables),
      ...(invalidTimes && {
        invalid_times: {
          ...tableOf({start_time: invalidTimes.map(({start}) => start), stop_time: invalidTimes.map(({stop}) => stop)}),
          "@colnames": ["start_time", "stop_time", "tags"],
          tags: invalidTimes.flatMap(({tags}) => tags),
          tags_index: Int32Array.from(
            invalidTimes,
            (_, i) => invalidTimes.slice(0, i + 1).flatMap(({tags}) => tags).length
          )
        }
      })
    }
  };
}

function tableOf(columns: Record<string, number[] | string[]>): GroupDescription {
  const length = Object.values(columns)[0].length;
  return {
    "@colnames": Object.keys(columns),
    id: BigInt64Array.from({length}, (_, i) => BigInt(i)),
    ...Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [
        name,
        typeof values[0] === "string" ? (values as string[]) : Float64Array.from(values as number[])
      ])
    )
  };
}
