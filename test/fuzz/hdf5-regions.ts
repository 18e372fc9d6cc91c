// After the HDF5 File Format Specification (superblock 0, object headers 1, as the published files have), without any code of
// the reader that is put to the test.
import type {Region} from "./region.js";

const [DATATYPE, LAYOUT, ATTRIBUTE, CONTINUATION, SYMBOL_TABLE] = [3, 8, 12, 16, 17];
const [FIXED_POINT, FLOATING_POINT, STRING, ENUMERATION] = [0, 1, 3, 8];
/** Classes of types whose values are values, not addresses of such. */
const PLAIN = new Set([FIXED_POINT, FLOATING_POINT, STRING, ENUMERATION]);

/** What each part of an HDF5 file is for. Values are those of datasets in one piece or in chunks, of texts and of attributes. */
export function hdf5Regions(file: Uint8Array): Region[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const regions: Region[] = [];
  const address = (at: number) => Number(view.getBigUint64(at, true));
  const add = (start: number, length: number, what: string, isPlain = false) =>
    regions.push({start, end: start + length, what, isPlain});
  const seen = new Set<number>();

  function header(at: number): void {
    if (seen.has(at)) return;
    seen.add(at);
    add(at, 16, "object header");
    const blocks = [[at + 16, view.getUint32(at + 8, true)]];
    const messages: {type: number; body: number; length: number}[] = [];
    for (const [start, length] of blocks) {
      add(start, length, "messages");
      for (let place = start; place + 8 <= start + length; ) {
        const message = {type: view.getUint16(place, true), body: place + 8, length: view.getUint16(place + 2, true)};
        messages.push(message);
        if (message.type === CONTINUATION) blocks.push([address(message.body), address(message.body + 8)]);
        place = message.body + message.length;
      }
    }
    for (const {type, body, length} of messages) add(body - 8, 8 + length, `message ${type}`);
    const datatype = messages.find(({type}) => type === DATATYPE);
    const isPlain = datatype !== undefined && PLAIN.has(file[datatype.body] & 15);
    for (const {type, body, length} of messages) {
      if (type === ATTRIBUTE) attribute(body, length);
      else if (type === SYMBOL_TABLE) groupTree(address(body), address(body + 8));
      else if (type === LAYOUT) layout(body, isPlain);
    }
  }

  function attribute(body: number, length: number): void {
    const sizes = [0, 1, 2].map((i) => view.getUint16(body + 2 + 2 * i, true));
    const padded = (size: number) => (file[body] === 1 ? Math.ceil(size / 8) * 8 : size);
    const type = body + 8 + (file[body] === 3 ? 1 : 0) + padded(sizes[0]);
    const data = type + padded(sizes[1]) + padded(sizes[2]);
    if (PLAIN.has(file[type] & 15)) add(data, body + length - data, "the value of an attribute", true);
  }

  function layout(body: number, isPlain: boolean): void {
    const [version, kind] = [file[body], file[body + 1]];
    if (version !== 3 || address(body + (kind === 2 ? 3 : 2)) > file.length) return;
    if (kind === 1) add(address(body + 2), address(body + 10), isPlain ? "values" : "references", isPlain);
    if (kind === 2) chunkTree(address(body + 3), file[body + 2], isPlain);
  }

  function chunkTree(at: number, dimensions: number, isPlain: boolean): void {
    const [level, entries] = [file[at + 5], view.getUint16(at + 6, true)];
    const entry = 16 + 8 * dimensions;
    add(at, 24 + entry * entries + 8 + 8 * dimensions, "a tree of chunks");
    for (let i = 0; i < entries; ++i) {
      const key = at + 24 + entry * i;
      const child = address(key + entry - 8);
      if (level > 0) chunkTree(child, dimensions, isPlain);
      else add(child, view.getUint32(key, true), "a chunk", isPlain);
    }
  }

  function groupTree(at: number, heap: number): void {
    const names = address(heap + 24);
    add(heap, 32, "local heap");
    add(names, address(heap + 8), "names");
    groupNode(at);
  }

  function groupNode(at: number): void {
    if (file[at] === 0x53) {
      const entries = view.getUint16(at + 6, true);
      add(at, 8 + 40 * entries, "symbols");
      for (let i = 0; i < entries; ++i) {
        const isSoftLink = view.getUint32(at + 8 + 40 * i + 16, true) === 2;
        if (!isSoftLink) header(address(at + 8 + 40 * i + 8));
      }
      return;
    }
    const entries = view.getUint16(at + 6, true);
    add(at, 24 + 16 * entries + 8, "a tree of names");
    for (let i = 0; i < entries; ++i) groupNode(address(at + 24 + 16 * i + 8));
  }

  add(0, 96, "superblock");
  header(address(64));
  for (let at = file.indexOf(0x47); at >= 0; at = file.indexOf(0x47, at + 1)) {
    if (at + 16 > file.length || view.getUint32(at) !== 0x47434f4c) continue;
    globalHeap(at);
  }
  return regions;

  function globalHeap(start: number): void {
    const end = start + address(start + 8);
    if (file[start + 4] !== 1 || end > file.length) return;
    add(start, end - start, "global heap");
    for (let at = start + 16; at + 16 <= end && view.getUint16(at, true) !== 0; ) {
      const length = address(at + 8);
      add(at + 16, length, "a text", true);
      at += 16 + Math.ceil(length / 8) * 8;
    }
  }
}
