import {createHash} from "node:crypto";
import {join} from "node:path";
import type {ByteSource, ClosedByteSource} from "../../byte-source.js";
import {NwbError} from "../../nwb-error.js";
import type {FileState} from "../check-answer.js";
import {type Patience, RangeReader} from "../range-reader.js";
import {RemoteFile} from "../remote-file.js";
import {NodeSegmentStore} from "./node-segment-store.js";
import {discardLeastRecent} from "./node-store-limit.js";
import {nodeTransport, type TransportLimits} from "./node-transport.js";

/** How a file behind an address is read. */
export interface RemoteOptions extends Patience, TransportLimits {
  /** A folder in which what was fetched is kept for other processes and later times; without it, it is kept in memory only. */
  cache?: string;
  /** How many bytes the folder may hold, over all files; 8 GB by default. */
  mostKept?: number;
  /** The file's length in bytes, where its source publishes it. */
  size?: number;
  /** Ends the reading. */
  signal?: AbortSignal;
}

/** An NWB file behind an http(s) address, read in Node by range requests as far as it is asked for. */
export class NodeRemoteNwb implements ClosedByteSource {
  readonly name: string;
  /** How much was asked for, since it was opened. */
  traffic = {requests: 0, bytes: 0};
  /** The state in which the file was found; undefined until it is opened. */
  state: FileState | undefined;
  readonly #options: RemoteOptions;

  constructor(address: string | URL, options: RemoteOptions = {}) {
    this.name = String(address);
    this.#options = options;
  }

  async open(): Promise<ByteSource> {
    const {cache, mostKept = 8e9, size, signal, ...options} = this.#options;
    signal?.throwIfAborted();
    const transport = await nodeTransport(options);
    const end = () => {
      signal?.removeEventListener("abort", end);
      transport.close();
    };
    signal?.addEventListener("abort", end);
    try {
      const reader = new RangeReader(this.name, transport, options);
      this.traffic = reader.traffic;
      const {state} = reader.open(8);
      this.state = state;
      if (size !== undefined && state.size !== size) {
        const [expected, found] = [`${size} bytes, as its source says`, `${state.size}`];
        const remedy = "Check the address, or ask the source again.";
        throw new NwbError("wrong-length", {file: this.name, expected, found, remedy});
      }
      const store = cache === undefined ? null : openStore(cache, this.name, state, mostKept);
      return new RemoteFile(this.name, state, {reader, store, end});
    } catch (error) {
      end();
      throw error;
    }
  }
}

/** The store of this state of this file; null where the folder cannot be written: then nothing is kept. */
function openStore(cache: string, name: string, {version, size}: FileState, most: number): NodeSegmentStore | null {
  const key = createHash("sha256")
    .update(JSON.stringify([name, version, size]))
    .digest("hex");
  const directory = join(cache, key.slice(0, 32));
  try {
    discardLeastRecent(cache, directory, most);
    return new NodeSegmentStore(directory, most / 2);
  } catch {
    return null;
  }
}
