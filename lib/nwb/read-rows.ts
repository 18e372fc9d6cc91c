import type {Metadata} from "h5wasm";
import type {OpenHdf5} from "./open-hdf5.js";

/** Reads are made in pieces of this many bytes, so that no large one can fail half-way or swell the library's memory. */
const PIECE = 8 << 20;

/**
 * The bytes of the rows `[first, last)` of a dataset whose elements have a fixed size, through the HDF5 library.
 * @throws what the library throws
 */
export function readRows(
  {id, library: {Module}}: OpenHdf5,
  path: string,
  metadata: Metadata,
  first: number,
  last: number
): Uint8Array {
  const [, ...inner] = metadata.shape ?? [];
  const rowBytes = bytesOfRow(metadata);
  const scalar = !metadata.shape?.length;
  const chunkRows = metadata.chunks?.[0] ?? 1;
  const step = Math.max(chunkRows, Math.floor(PIECE / Math.max(rowBytes, 1) / chunkRows) * chunkRows, 1);
  const result = new Uint8Array((last - first) * rowBytes);
  for (let row = first, next: number; row < last && rowBytes > 0; row = next) {
    // Pieces end where chunks do, so that no chunk is unpacked twice.
    next = Math.min(last, Math.floor((row + step) / chunkRows) * chunkRows);
    const count = next - row;
    const bytes = count * rowBytes;
    const pointer = Module._malloc(bytes);
    try {
      const status = Module.get_dataset_data(
        id,
        path,
        scalar ? null : [BigInt(count), ...inner.map(BigInt)],
        scalar ? null : [BigInt(row), ...inner.map(() => 0n)],
        scalar ? null : [1n, ...inner.map(() => 1n)],
        BigInt(pointer)
      );
      if (pointer === 0 || status < 0) throw new Error(`reading rows ${row} to ${row + count} failed`);
      result.set(Module.HEAPU8.subarray(pointer, pointer + bytes), (row - first) * rowBytes);
    } finally {
      Module._free(pointer);
    }
  }
  return result;
}

/** How many bytes a row of a dataset takes; for a scalar, its one element. */
export function bytesOfRow({shape, size}: Metadata): number {
  const [, ...inner] = shape ?? [];
  return inner.reduce((product, length) => product * length, size);
}
