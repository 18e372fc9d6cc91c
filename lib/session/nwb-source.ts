import type {ColumnTable} from "arquero";
import {DynamicTable, FETCH_AGAIN, NwbError, NwbFile, type NwbSource} from "../nwb/index.js";
import {columnValues} from "../snapshot/index.js";
import {readChannels, validChannels, withProjectColumns} from "./channels.js";
import {type Columns, toTable} from "./columns.js";
import {intervalsTagged, readInvalidTimes} from "./invalid-times.js";
import {type PresentedStimuli, readPresentedStimuli} from "./presented-stimuli.js";
import {readProbes} from "./probes.js";
import {SessionError} from "./session-error.js";
import type {ResolvedOptions} from "./session-options.js";
import type {SessionSource} from "./session-source.js";
import {type SelectedUnits, selectUnits, UNITS} from "./units.js";

/** A session's NWB file. Everything is read when first asked for, and kept. */
export class NwbSessionSource implements SessionSource {
  readonly ecephysSessionId: number;
  readonly sessionStartTime: string;
  readonly #file: NwbFile;
  readonly #options: ResolvedOptions;
  readonly #kept = new Map<string, unknown>();

  private constructor(file: NwbFile, options: ResolvedOptions) {
    this.#file = file;
    this.#options = options;
    this.ecephysSessionId = sessionId(file);
    this.sessionStartTime = file.text("/session_start_time");
  }

  /** @throws {NwbError} what opening throws; {@link SessionError} `not-allen` for another laboratory's file */
  static async open(source: NwbSource, options: ResolvedOptions): Promise<NwbSessionSource> {
    const file = await NwbFile.open(source);
    try {
      return new NwbSessionSource(file, options);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  async probes(): Promise<ColumnTable> {
    return this.#keep("probes", () => readProbes(this.#file));
  }

  async channels(): Promise<ColumnTable> {
    return this.#keep("channels", () => toTable(this.#channels()));
  }

  async units(): Promise<ColumnTable> {
    return (await this.#units()).table;
  }

  async invalidTimes(): Promise<ColumnTable> {
    return this.#keep("invalidTimes", () => readInvalidTimes(this.#file));
  }

  async presentedStimuli(): Promise<PresentedStimuli> {
    const invalidTimes = await this.invalidTimes();
    return this.#keep("presentedStimuli", () => readPresentedStimuli(this.#file, invalidTimes));
  }

  async unitIdsOfSpikes(): Promise<readonly number[]> {
    return [...(await this.#units()).fileRows.keys()];
  }

  async spikeTrains(unitIds: readonly number[]): Promise<Float64Array[]> {
    const {fileRows} = await this.#units();
    const spikeTimes = this.#keep("spikeTimes", () => new DynamicTable(this.#file, UNITS).ragged("spike_times"));
    return unitIds.map((id) =>
      this.#keep(`spikeTimes ${id}`, () => {
        const times = spikeTimes.numbers(fileRows.get(id)!);
        return requireAscending(this.#file, id, times instanceof Float64Array ? times : Float64Array.from(times));
      })
    );
  }

  async spikeCoverage(): Promise<null> {
    return null;
  }

  async presentationCounts(): Promise<null> {
    return null;
  }

  async hasInvalidSpikes(): Promise<boolean> {
    const names = Array.from(columnValues<string>(await this.probes(), "description"));
    return intervalsTagged(await this.invalidTimes(), ["all_probes", ...names]).length > 0;
  }

  close(): void {
    this.#file.close();
  }

  #allChannels(): Columns {
    return this.#keep("allChannels", () => readChannels(this.#file));
  }

  #channels(): Columns {
    const {channelColumns, filterByValidity} = this.#options;
    const all = channelColumns ? withProjectColumns(this.#allChannels(), channelColumns) : this.#allChannels();
    return filterByValidity ? validChannels(all) : all;
  }

  async #units(): Promise<SelectedUnits> {
    const probes = await this.probes();
    return this.#keep("units", () =>
      selectUnits(this.#file, this.#allChannels(), this.#channels(), probes, this.#options)
    );
  }

  #keep<T>(key: string, read: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, read());
    return this.#kept.get(key) as T;
  }
}

function sessionId(file: NwbFile): number {
  const identifier = file.text("/identifier");
  const missing = ["/units", "/general/extracellular_ephys/electrodes"].find((path) => !file.hasGroup(path));
  if (/^\d+$/.test(identifier) && !missing) return Number(identifier);
  throw new SessionError("not-allen", {
    file: file.name,
    path: missing ?? "/identifier",
    expected: missing ? "a table" : "the number of a session",
    found: missing ? "none" : JSON.stringify(identifier),
    remedy: "Give a session file of the Allen Institute's Visual Coding dataset (session_<id>.nwb, not an LFP file)."
  });
}

/** Searches in spike times need them in order; the published files have them so. */
function requireAscending(file: NwbFile, unitId: number, times: Float64Array): Float64Array {
  for (let i = 0; i < times.length; ++i) {
    if (Number.isFinite(times[i]) && !(times[i] < times[i - 1])) continue;
    throw new NwbError("damaged", {
      file: file.name,
      path: `${UNITS}/spike_times`,
      expected: `ascending spike times of unit ${unitId}`,
      found: `${times[i]} after ${times[i - 1]}`,
      remedy: FETCH_AGAIN
    });
  }
  return times;
}
