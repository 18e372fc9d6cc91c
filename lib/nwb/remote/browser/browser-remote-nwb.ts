import {checkRangeReply} from "../../../http/index.js";
import type {ByteSource, ClosedByteSource} from "../../byte-source.js";
import {NwbError} from "../../nwb-error.js";
import {type Patience, RangeReader} from "../range-reader.js";
import {RemoteFile} from "../remote-file.js";
import {xhrTransport} from "./xhr-transport.js";

/**
 * An NWB file behind an http(s) address, read in a worker of a page by range requests as far as it is asked for. A server
 * of another origin must allow it: Access-Control-Allow-Origin, and Access-Control-Expose-Headers for ETag and Content-Range.
 */
export class BrowserRemoteNwb implements ClosedByteSource {
  readonly name: string;
  readonly #patience: Patience;

  constructor(address: string | URL, patience: Patience = {}) {
    this.name = String(address);
    this.#patience = patience;
  }

  /** @throws {NwbError} `unsupported-source` in a page itself, which must not stand still; else as the reader does */
  async open(): Promise<ByteSource> {
    if (!("WorkerGlobalScope" in globalThis)) {
      throw new NwbError("unsupported-source", {
        file: this.name,
        expected: "a worker, which may stand still while it reads",
        found: "the page itself",
        remedy: "Open the file in a worker, and ask the worker."
      });
    }
    await this.#refuseWhole();
    const reader = new RangeReader(this.name, xhrTransport(), this.#patience);
    const {state} = reader.open(8);
    return new RemoteFile(this.name, state, {reader, store: null, end() {}});
  }

  /** A whole file in place of a part can be turned away only here: while the worker stands still, all of it would come. */
  async #refuseWhole(): Promise<void> {
    const response = await fetch(this.name, {headers: {range: "bytes=0-7"}}).catch(() => null);
    if (response?.status !== 200) return;
    await response.body?.cancel();
    checkRangeReply({url: this.name, start: 0, end: 8}, {status: 200, headers: Object.fromEntries(response.headers)});
  }
}
