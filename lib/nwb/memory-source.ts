import type {ByteSource, Extent} from "./byte-source.js";

/** A file whose bytes are at hand; what is read is copied, so that nobody changes them. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  // A Buffer of Node's is a Uint8Array whose slice is a view.
  const {slice} = Uint8Array.prototype;
  const read = (position: number, length: number) => slice.call(bytes, position, position + length);
  return {
    name,
    size: bytes.length,
    read,
    readAll: (extents: readonly Extent[]) => extents.map(({start, end}) => read(start, end - start)),
    close() {}
  };
}
