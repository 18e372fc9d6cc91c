import type {Extent} from "./byte-source.js";
import type {ChunkTree} from "./chunks.js";
import {dataView} from "./data-view.js";
import {NOT_TEXT} from "./not-text.js";
import {FETCH_AGAIN, NwbError} from "./nwb-error.js";
import type {OpenHdf5} from "./open-hdf5.js";

/** Where the values of datasets are, by path. */
export interface Storage {
  /** Of those that are stored in one piece. */
  contiguous: Map<string, Extent>;
  /** Of those that are stored in chunks. */
  chunked: Map<string, ChunkTree>;
}

/** The bytes of a file that belong to something. */
interface OwnedExtent extends Extent {
  path: string;
  /** Whether these are the values of a dataset, in one piece. */
  isData: boolean;
}

const LAYOUT = 8;
const CONTINUATION = 16;
const SYMBOL_TABLE = 17;
/** The length of the first block of a file, in the versions that have no checksum. */
const SUPERBLOCK = 96;
const CONTIGUOUS = 1;
const CHUNKED = 2;

/**
 * Where the values of each dataset lie; and makes sure that no two objects of
 * the file claim the same bytes. In the format that the published files are written in
 * (version 1 object headers) nothing else would show that an address has been altered: HDF5 reads whatever is there.
 * Later formats have checksums, and are left to them.
 * @throws {NwbError} `damaged`
 */
export function storageOf(file: OpenHdf5): Storage {
  const chunked = new Map<string, ChunkTree>();
  const extents = objectPaths(file).flatMap(([path, address]) => extentsOf(file, path, address, chunked));
  if (extents.length > 0) extents.push({path: "/", isData: false, start: 0, end: SUPERBLOCK});
  extents.sort((a, b) => a.start - b.start);
  for (let i = 0; i < extents.length; ++i) {
    const {path, end} = extents[i];
    const next = extents[i + 1];
    if (end <= file.size && !(next && next.start < end)) continue;
    throw new NwbError("damaged", {
      file: file.name,
      path,
      expected: "data of its own",
      found:
        next && next.start < end ? `bytes that ${next.path} also claims` : `an end at ${end} of ${file.size} bytes`,
      remedy: FETCH_AGAIN
    });
  }
  const contiguous = new Map(extents.flatMap(({path, isData, start, end}) => (isData ? [[path, {start, end}]] : [])));
  return {contiguous, chunked};
}

/** Every object once, with the address of its header. */
function objectPaths(file: OpenHdf5): [path: string, address: number][] {
  const {
    library: {Module},
    id
  } = file;
  const paths = new Map<number, string>();
  const names = Module.get_names(id, "/", true);
  requireOrder(file, names);
  for (const name of names) {
    const type = Module.get_type(id, name);
    if (type !== Module.H5G_DATASET && type !== Module.H5G_GROUP) continue;
    const reference = Uint8Array.from(Module.create_object_reference(id, name));
    paths.set(Number(dataView(reference).getBigUint64(0, true)), `/${name}`);
  }
  return Array.from(paths, ([address, path]) => [path, address]);
}

/** HDF5 keeps the names in a group in their order; one that is not in it has been altered, and what it names would seem not to be there. */
function requireOrder(file: OpenHdf5, names: readonly string[]): void {
  const last = new Map<string, string>();
  for (const name of names) {
    const group = name.slice(0, name.lastIndexOf("/") + 1);
    const before = last.get(group);
    last.set(group, name);
    const isName = !NOT_TEXT.test(name) && !/\p{Cc}/u.test(name) && name !== group;
    if ((before === undefined || before < name) && isName) continue;
    const found = isName ? `${name} after ${before}` : "bytes that are no name";
    const expected = "names in their order";
    throw new NwbError("damaged", {file: file.name, path: `/${group}`, expected, found, remedy: FETCH_AGAIN});
  }
}

/**
 * The header of an object and, for a dataset in one piece, its values.
 * @param chunked is given where the chunks are of a dataset that is stored in such
 */
function extentsOf(file: OpenHdf5, path: string, address: number, chunked: Storage["chunked"]): OwnedExtent[] {
  const prefix = file.read(address, 16);
  if (prefix.length < 16 || prefix[0] !== 1) return [];
  const size = dataView(prefix).getUint32(8, true);
  const extents: OwnedExtent[] = [{path, isData: false, start: address, end: address + 16 + size}];
  const blocks = [{start: address + 16, length: size}];
  for (const {start, length} of blocks) {
    const bytes = file.read(start, length);
    const fields = dataView(bytes);
    for (let at = 0; at + 8 <= bytes.length; ) {
      const type = fields.getUint16(at, true);
      const body = at + 8;
      at = body + fields.getUint16(at + 2, true);
      if (at > bytes.length) break;
      if (type === CONTINUATION && at - body >= 16) {
        const block = {
          start: Number(fields.getBigUint64(body, true)),
          length: Number(fields.getBigUint64(body + 8, true))
        };
        if (block.start + block.length > file.size || blocks.length > 64) continue;
        blocks.push(block);
        extents.push({path, isData: false, start: block.start, end: block.start + block.length});
      } else if (type === SYMBOL_TABLE) {
        extents.push(...namesOf(file, path, Number(fields.getBigUint64(body + 8, true))));
      } else if (type === LAYOUT && fields.getUint8(body) === 3 && fields.getUint8(body + 1) === CONTIGUOUS) {
        const values = fields.getBigUint64(body + 2, true);
        const bytesOfValues = Number(fields.getBigUint64(body + 10, true));
        // An address of all ones is that of a dataset without values.
        if (values === 2n ** 64n - 1n || bytesOfValues === 0) continue;
        extents.push({path, isData: true, start: Number(values), end: Number(values) + bytesOfValues});
      } else if (type === LAYOUT && fields.getUint8(body) === 3 && fields.getUint8(body + 1) === CHUNKED) {
        const lengths = Array.from({length: fields.getUint8(body + 2)}, (_, i) =>
          fields.getUint32(body + 11 + 4 * i, true)
        );
        chunked.set(path, {address: Number(fields.getBigUint64(body + 3, true)), lengths});
      }
    }
  }
  return extents;
}

/** The local heap of a group, which has its names: a header, and a block elsewhere. */
function namesOf(file: OpenHdf5, path: string, heap: number): OwnedExtent[] {
  const header = file.read(heap, 32);
  if (header.length < 32) return []; // the library refuses it
  const [length, start] = [8, 24].map((at) => Number(dataView(header).getBigUint64(at, true)));
  return [
    {path, isData: false, start: heap, end: heap + header.length},
    {path, isData: false, start, end: start + length}
  ];
}
