import {createHash} from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import type {Extent} from "../../byte-source.js";
import type {SegmentStore} from "../segment-store.js";
import {whileHolding} from "./node-lock.js";

/** What was fetched in one request, as a file named `<start>-<end>-<digest>`. */
interface Segment extends Extent {
  name: string;
}

const NAME = /^(\d+)-(\d+)-([0-9a-f]{32})$/;

/**
 * Keeps segments in a folder, a file each: whole or not there at all, and never changed. Several processes may share the
 * folder. A segment whose bytes are not those that were put in is thrown away, and fetched again.
 */
export class NodeSegmentStore implements SegmentStore {
  readonly #directory: string;
  readonly #most: number;
  /** Segments that have been found whole; they are read in parts from then on. */
  readonly #checked = new Set<string>();
  #segments: Segment[] = [];
  #written = 0;

  /**
   * @param directory of this state of this file; it need not exist
   * @param most bytes to keep in it
   */
  constructor(directory: string, most: number) {
    this.#directory = directory;
    this.#most = most;
    mkdirSync(directory, {recursive: true});
    utimesSync(directory, new Date(), new Date());
    this.#look();
  }

  take(extent: Extent, target: Uint8Array): Extent[] {
    const missing: Extent[] = [];
    for (let at = extent.start; at < extent.end; ) {
      const segment = this.#segmentAt(at);
      const end = Math.min(segment?.end ?? this.#nextStart(at), extent.end);
      if (!segment) missing.push({start: at, end});
      else if (!this.#copy(segment, at, target.subarray(at - extent.start, end - extent.start))) continue;
      at = end;
    }
    return missing;
  }

  put(start: number, bytes: Uint8Array): void {
    if (this.#written + bytes.length > this.#most) return;
    const name = `${start}-${start + bytes.length}-${digestOf(bytes)}`;
    const temporary = join(this.#directory, `${name}.${process.pid}`);
    try {
      writeFileSync(temporary, bytes);
      renameSync(temporary, join(this.#directory, name));
    } catch {
      rmSync(temporary, {force: true}); // No room, or no leave to write: what is not kept is fetched again.
      return;
    }
    this.#checked.add(name);
    this.#written += bytes.length;
    this.#add({name, start, end: start + bytes.length});
  }

  alone<T>(fetch: () => T): T {
    return whileHolding(join(this.#directory, "fetching"), () => {
      try {
        this.#look();
      } catch {
        // Another process has made room by deleting this store; it stays empty.
      }
      return fetch();
    });
  }

  /** Sees what is in the folder now. */
  #look(): void {
    const known = new Set(this.#segments.map(({name}) => name));
    for (const name of readdirSync(this.#directory)) {
      const [, start, end] = NAME.exec(name) ?? [];
      if (end === undefined || known.has(name)) continue;
      this.#written += Number(end) - Number(start);
      this.#segments.push({name, start: Number(start), end: Number(end)});
    }
    this.#segments.sort((a, b) => a.start - b.start);
  }

  #add(segment: Segment): void {
    this.#segments.push(segment);
    this.#segments.sort((a, b) => a.start - b.start);
  }

  /** The segment that holds a byte, and most of what follows it. */
  #segmentAt(position: number): Segment | undefined {
    let best: Segment | undefined;
    for (const segment of this.#segments) {
      if (segment.start > position) break;
      if (segment.end > position && segment.end > (best?.end ?? 0)) best = segment;
    }
    return best;
  }

  #nextStart(position: number): number {
    return this.#segments.find(({start}) => start > position)?.start ?? Number.POSITIVE_INFINITY;
  }

  /** Copies a segment's bytes from a position on; false where it turns out not to be whole. */
  #copy(segment: Segment, position: number, target: Uint8Array): boolean {
    const path = join(this.#directory, segment.name);
    try {
      if (!this.#checked.has(segment.name)) {
        const bytes = readFileSync(path);
        if (!segment.name.endsWith(digestOf(bytes)) || bytes.length !== segment.end - segment.start) throw new Error();
        this.#checked.add(segment.name);
        target.set(bytes.subarray(position - segment.start, position - segment.start + target.length));
        return true;
      }
      if (statSync(path).size === segment.end - segment.start) {
        const file = openSync(path, "r");
        try {
          if (readSync(file, target, 0, target.length, position - segment.start) === target.length) return true;
        } finally {
          closeSync(file);
        }
      }
    } catch {
      // Whatever it is, the bytes can be fetched.
    }
    rmSync(path, {force: true});
    this.#segments = this.#segments.filter((other) => other !== segment);
    return false;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 32);
}
