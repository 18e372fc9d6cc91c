import type {ByteSource} from "./byte-source.js";
import {GlobalHeaps} from "./global-heaps.js";
import type {Hdf5Library} from "./hdf5-module.js";

/** What a file of Emscripten's file system is made of, as far as it is replaced here. */
interface MutableNode {
  node_ops: {getattr(node: MutableNode): {size: number; blocks: number}};
  stream_ops: object;
}

interface Stream {
  position: number;
}

interface MutableFileSystem {
  create(path: string, mode: number): MutableNode;
  close(stream: Stream): void;
  unlink(path: string): void;
  ErrnoError: new (errno: number) => Error;
}

const INPUT_OUTPUT_ERROR = 29; // EIO, by WASI's numbers
const READABLE = 0o100444;

/**
 * Makes the bytes of a source a file of the library's own file system (that in memory).
 * @param onFailure told what a read threw: the library itself learns only that it failed, as it must not be unwound
 * @returns takes the file away again, also where the library, having failed to open it, holds on to it
 */
export function mountByteSource(
  library: Hdf5Library,
  path: string,
  source: ByteSource,
  onFailure: (error: unknown) => void
): () => void {
  const FS = library.FS as unknown as MutableFileSystem;
  const node = FS.create(path, READABLE);
  const {getattr} = node.node_ops;
  const {size} = source;
  const heaps = new GlobalHeaps(source);
  const open = new Set<Stream>();
  node.node_ops = {
    ...node.node_ops,
    getattr: (file) => ({...getattr(file), size, blocks: Math.ceil(size / 4096)})
  };
  node.stream_ops = {
    open: (stream: Stream) => open.add(stream),
    close: (stream: Stream) => open.delete(stream),
    llseek: (stream: Stream, offset: number, whence: 0 | 1 | 2) => offset + [0, stream.position, size][whence],
    read: (_stream: unknown, buffer: Uint8Array, offset: number, length: number, position: number) => {
      try {
        const bytes = source.read(position, length);
        heaps.requireSound(bytes, position);
        buffer.set(bytes, offset);
        return bytes.length;
      } catch (error) {
        onFailure(error);
        throw new FS.ErrnoError(INPUT_OUTPUT_ERROR);
      }
    }
  };
  return () => {
    for (const stream of open) FS.close(stream);
    FS.unlink(path);
  };
}
