import type {ByteSource} from "./byte-source.js";
import type {Hdf5Library} from "./hdf5-module.js";

/** What a file of Emscripten's file system is made of, as far as it is replaced here. */
interface MutableNode {
  node_ops: {getattr(node: MutableNode): {size: number; blocks: number}};
  stream_ops: object;
}

interface MutableFileSystem {
  create(path: string, mode: number): MutableNode;
  ErrnoError: new (errno: number) => Error;
}

const INPUT_OUTPUT_ERROR = 29; // EIO, by WASI's numbers
const READABLE = 0o100444;

/**
 * Makes the bytes of a source a file of the library's own file system (that in memory).
 * @param onFailure told what a read threw: the library itself learns only that it failed, as it must not be unwound
 */
export function mountByteSource(
  library: Hdf5Library,
  path: string,
  source: ByteSource,
  onFailure: (error: unknown) => void
): void {
  const FS = library.FS as unknown as MutableFileSystem;
  const node = FS.create(path, READABLE);
  const {getattr} = node.node_ops;
  const {size} = source;
  node.node_ops = {
    ...node.node_ops,
    getattr: (file) => ({...getattr(file), size, blocks: Math.ceil(size / 4096)})
  };
  node.stream_ops = {
    llseek: (stream: {position: number}, offset: number, whence: 0 | 1 | 2) =>
      offset + [0, stream.position, size][whence],
    read: (_stream: unknown, buffer: Uint8Array, offset: number, length: number, position: number) => {
      try {
        const bytes = source.read(position, length);
        buffer.set(bytes, offset);
        return bytes.length;
      } catch (error) {
        onFailure(error);
        throw new FS.ErrnoError(INPUT_OUTPUT_ERROR);
      }
    }
  };
}
