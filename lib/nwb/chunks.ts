import type {Filter} from "h5wasm";
import type {ByteSource} from "./byte-source.js";
import {dataView} from "./data-view.js";
import {FETCH_AGAIN, NwbError} from "./nwb-error.js";

/** Where the chunks of a dataset are named: a tree in HDF5's first form. */
export interface ChunkTree {
  address: number;
  /** How many elements a chunk has along each dimension; the last one is the number of bytes of an element. */
  lengths: readonly number[];
}

const NODE = [0x54, 0x52, 0x45, 0x45, 1]; // TREE, of chunks
/** Filters that leave the number of bytes as it is, and how many they add: shuffle, fletcher32. */
const ADDED = new Map([
  [2, 0],
  [3, 4]
]);

/**
 * Makes sure that a dataset has all of its chunks, each once and in the bounds of the file, and that one that no filter has packed
 * has its full size: HDF5 gives zeros for a chunk that is missing, and whatever lies in memory for one that is too short.
 * @param shape of the dataset
 * @throws {NwbError} `damaged`
 */
export function requireWholeChunks(
  file: Pick<ByteSource, "name" | "size" | "read">,
  path: string,
  {address, lengths}: ChunkTree,
  shape: readonly number[],
  filters: readonly Filter[]
): void {
  const fail = (expected: string, found: string): never => {
    throw new NwbError("damaged", {file: file.name, path, expected, found, remedy: FETCH_AGAIN});
  };
  const whole = lengths.reduce((product, length) => product * length, 1);
  const chunksAlong = shape.map((length, i) => Math.ceil(length / lengths[i]));
  const count = chunksAlong.reduce((product, chunks) => product * chunks, 1);
  const places = new Set<number>();
  const extents: {start: number; end: number}[] = [];
  const entry = 16 + 8 * lengths.length;

  function visit(node: number, level: number | null): void {
    const head = file.read(node, 24);
    const fields = dataView(head);
    if (head.length < 24 || NODE.some((byte, i) => head[i] !== byte))
      fail("a tree of chunks", `other bytes at ${node}`);
    if (level !== null && head[5] !== level) fail(`a node of level ${level}`, `one of level ${head[5]}`);
    const entries = fields.getUint16(6, true);
    const bytes = file.read(node + 24, entries * entry);
    if (bytes.length < entries * entry) fail(`${entries} chunks in a node`, "fewer bytes");
    for (let at = 0; at < bytes.length; at += entry) {
      const child = Number(dataView(bytes).getBigUint64(at + entry - 8, true));
      if (head[5] > 0) visit(child, head[5] - 1);
      else addChunk(dataView(bytes), at, child);
    }
  }

  function addChunk(fields: DataView, at: number, start: number): void {
    const [size, mask] = [fields.getUint32(at, true), fields.getUint32(at + 4, true)];
    let place = 0;
    for (let i = 0; i < lengths.length - 1; ++i) {
      const first = Number(fields.getBigUint64(at + 8 + 8 * i, true));
      if (!(first < shape[i]) || first % lengths[i] !== 0) fail("chunks side by side", `one at ${first}`);
      place = place * chunksAlong[i] + first / lengths[i];
    }
    if (places.has(place)) fail("chunks that each stand once", `another one of number ${place}`);
    places.add(place);
    const applied = filters.filter((_, i) => !((mask >> i) & 1));
    if (mask >>> filters.length !== 0) fail(`${filters.length} filters`, `a chunk without filters ${mask.toString(2)}`);
    const added = applied.map(({id}) => ADDED.get(id) ?? Number.NaN).reduce((sum, bytes) => sum + bytes, 0);
    if (!Number.isNaN(added) && size !== whole + added) fail(`chunks of ${whole + added} bytes`, `one of ${size}`);
    extents.push({start, end: start + size});
  }

  if (count === 0) return;
  if (address < file.size) visit(address, null);
  if (places.size !== count) fail(`${count} chunks`, `${places.size}`);
  extents.sort((a, b) => a.start - b.start);
  extents.forEach(({start, end}, i) => {
    if (end > (extents[i + 1]?.start ?? file.size)) fail("chunks of their own", `one from ${start} to ${end}`);
  });
}
