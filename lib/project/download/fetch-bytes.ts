import type {FileHandle} from "node:fs/promises";
import {RequestError} from "../../http/index.js";
import {type RangeBody, requestRange} from "../http/request-range.js";
import {wrongFirstBytes} from "./first-bytes.js";
import type {ByteRange, ReceivedRanges} from "./received-ranges.js";
import type {Retry} from "./retry.js";
import {writePieces} from "./write-pieces.js";

/** A file that is being fetched. */
export interface Part {
  url: string;
  /** Where it will stand: its name says what its first bytes must be. */
  path: string;
  file: FileHandle;
  /** What of it is on the disk. */
  received: ReceivedRanges;
  /** Its length in bytes; null until it is known. */
  total: number | null;
  /** Its version on the server; null until it is known, and where the server has no word for it. */
  version: string | null;
  /** Whether a mixture of versions would be found out in the end. */
  digestFollows: boolean;
  /** Whether it comes by ranges, so that what has come is of use to a later run. */
  byRanges: boolean;
}

/** How a part is fetched, and who hears of it. */
export interface FetchBytesOptions {
  signal: AbortSignal;
  retry: Retry;
  connections: number;
  blockSize: number;
  stallLimit: number;
  /** Called when the file's length is known, before anything is written. */
  onTotal(): Promise<void>;
  onReceived(): void;
  /** Called when what was there is of no use: the file begins anew. */
  onRestart(): Promise<void>;
}

/**
 * Fetches what is missing of a file: by ranges, several at a time, where the server gives them and has a word for the file's version;
 * otherwise all of it, in one piece.
 * @returns the file's length in bytes
 * @throws {RequestError} `changed` when it is not the file any more that was begun
 */
export async function fetchBytes(part: Part, options: FetchBytesOptions): Promise<number> {
  const {url, received} = part;
  const {signal, retry, stallLimit} = options;
  const [first] = blocks(part, options.blockSize);
  if (!first) return part.total!;
  const wholeWillDo = received.length === 0;
  const reply = await retry.run(signal, () =>
    requestRange(
      {url, start: first[0], end: first[1], total: part.total, version: part.version},
      {signal, stallLimit, wholeWillDo}
    )
  );
  if (reply.whole) return fetchWhole(part, options, reply);
  if (reply.total === null || (reply.version === null && !part.digestFollows)) {
    reply.cancel();
    return fetchWhole(part, options);
  }
  try {
    part.total = reply.total;
    part.version = reply.version;
    part.byRanges = true;
    await options.onTotal();
  } catch (error) {
    reply.cancel();
    throw error;
  }
  try {
    await fetchRanges(part, options, reply);
    return reply.total;
  } catch (error) {
    if (!(error instanceof RequestError) || error.tag !== "ignores-ranges") throw error;
    return fetchWhole(part, options);
  }
}

/** What is missing, in pieces of one request each. Of a file of unknown length: its first piece. */
function blocks({total, received}: Part, blockSize: number): ByteRange[] {
  if (total === null) return [[0, blockSize]];
  return received.missing(total).flatMap(([start, end]) =>
    Array.from({length: Math.ceil((end - start) / blockSize)}, (_, i): ByteRange => {
      const from = start + i * blockSize;
      return [from, Math.min(end, from + blockSize)];
    })
  );
}

async function fetchRanges(part: Part, options: FetchBytesOptions, opened: RangeBody): Promise<void> {
  const {url, total, version} = part;
  const {stallLimit, retry} = options;
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  const waiting = blocks(part, options.blockSize);
  let reply: RangeBody | null = opened;

  async function fetchBlock([start, end]: ByteRange): Promise<void> {
    let position = start;
    await retry.run(signal, async (progressed) => {
      while (position < end) {
        const wanted = {url, start: position, end, total, version};
        const {read} = reply ?? (await requestRange(wanted, {signal, stallLimit}));
        reply = null;
        await read((chunk) => {
          keep(part, position, chunk, options);
          position += chunk.length;
          progressed();
        });
      }
    });
  }

  async function lane(): Promise<void> {
    for (let block = waiting.shift(); block && !signal.aborted; block = waiting.shift()) await fetchBlock(block);
  }

  // The first failure that is for good ends the others, and is the one to tell.
  let failure: {error: unknown} | null = null;
  const lanes = Array.from({length: Math.min(options.connections, waiting.length)}, () =>
    lane().catch((error) => {
      failure ??= {error};
      ended.abort(error);
    })
  );
  await Promise.all(lanes);
  (reply as RangeBody | null)?.cancel(); // ended before anyone read it
  if (failure) throw (failure as {error: unknown}).error;
  signal.throwIfAborted();
}

/** Fetches a file from its first byte to its last; when that breaks off, again from the first. */
async function fetchWhole(part: Part, options: FetchBytesOptions, opened?: RangeBody): Promise<number> {
  const {url, file, received} = part;
  const {signal, stallLimit, retry} = options;
  let reply = opened;
  const known = part.total;
  part.version = null;
  part.byRanges = false;
  return retry.run(signal, async () => {
    if (received.length > 0) await options.onRestart();
    received.clear();
    await file.truncate(0);
    const {read, total, cancel} =
      reply ?? (await requestRange({url, start: 0, end: null, total: known}, {signal, stallLimit}));
    reply = undefined;
    part.total = known ?? total;
    try {
      if (part.total !== null) await options.onTotal();
    } catch (error) {
      cancel();
      throw error;
    }
    await read((chunk) => keep(part, received.length, chunk, options));
    return received.length;
  });
}

function keep(part: Part, position: number, bytes: Uint8Array, {onReceived}: FetchBytesOptions): void {
  const wrong = position === 0 ? wrongFirstBytes(part.path, bytes) : null;
  if (wrong) throw wrongContent(part.url, wrong);
  writePieces(part.file.fd, bytes, position);
  part.received.add(position, position + bytes.length);
  onReceived();
}

/** An error page with status 200, for example. */
export function wrongContent(url: string, {expected, found}: {expected: string; found: string}): RequestError {
  const remedy = "Look at the address in a browser: a login page or a proxy may stand between.";
  return new RequestError("wrong-content", {file: url, expected, found, remedy}, {worthRetries: 6});
}
