import type {ByteSource} from "./byte-source.js";
import {dataView} from "./data-view.js";
import {GlobalHeaps} from "./global-heaps.js";
import {FETCH_AGAIN, NwbError} from "./nwb-error.js";

/** How many bytes a text of any length takes in a dataset: its own length, the address of a heap, and its number there. */
export const HEAP_REFERENCE = 16;

/**
 * Reads texts of any length, each of which is an object of a global heap. An address or a number that was altered leads to
 * another text, which reads as well: so each object has to be as long as it is said to be, and is given once.
 */
export class HeapTexts {
  readonly #file: string;
  readonly #heaps: GlobalHeaps;
  /** The dataset that an object belongs to, by the heap's address and the object's number. */
  readonly #owners = new Map<number, Map<number, string>>();

  constructor(source: Pick<ByteSource, "name" | "size" | "read">) {
    this.#file = source.name;
    this.#heaps = new GlobalHeaps(source);
  }

  /**
   * The texts of a dataset.
   * @param references what the dataset holds
   * @throws {NwbError} `damaged`
   */
  read(path: string, references: Uint8Array): string[] {
    const view = dataView(references);
    const decoder = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});
    const given = new Set<string>();
    let open: {address: number; heap: ReturnType<GlobalHeaps["read"]>} | undefined;
    return Array.from({length: references.length / HEAP_REFERENCE}, (_, row) => {
      const at = row * HEAP_REFERENCE;
      const length = view.getUint32(at, true);
      const address = Number(view.getBigUint64(at + 4, true));
      const number = view.getUint32(at + 12, true);
      if (length === 0 && address === 0) return "";
      if (open?.address !== address) open = {address, heap: this.#heaps.read(address)};
      const {bytes, objects} = open.heap;
      const object = objects.get(number);
      const key = `${address} ${number}`;
      if (!object || object.end - object.start !== length)
        this.#fail(path, row, `a text of ${length} bytes`, describe(object));
      if (given.has(key)) this.#fail(path, row, "a text of its own", "that of another row");
      given.add(key);
      this.#claim(path, address, number, row);
      try {
        const text = decoder.decode(bytes.subarray(object.start, object.end));
        return text.includes("\0") ? text.slice(0, text.indexOf("\0")) : text;
      } catch {
        return this.#fail(path, row, "text in UTF-8", "other bytes");
      }
    });
  }

  #claim(path: string, address: number, number: number, row: number): void {
    const owners = this.#owners.get(address) ?? new Map<number, string>();
    this.#owners.set(address, owners);
    const owner = owners.get(number);
    if (owner !== undefined && owner !== path) this.#fail(path, row, "a text of its own", `one of ${owner}`);
    owners.set(number, path);
  }

  #fail(path: string, row: number, expected: string, found: string): never {
    throw new NwbError("damaged", {
      file: this.#file,
      path,
      expected,
      found: `${found} in row ${row}`,
      remedy: FETCH_AGAIN
    });
  }
}

const describe = (object: {start: number; end: number} | undefined) =>
  object ? `one of ${object.end - object.start}` : "none";
