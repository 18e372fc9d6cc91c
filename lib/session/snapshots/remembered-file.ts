import type {SnapshotFile} from "./snapshot-files.js";

const fetched = new WeakMap<object, Promise<ArrayBuffer>>();

/** The same file, whose bytes are fetched once, whoever asks; a fetch that failed is tried again by the next one who asks. */
export function rememberedFile(file: SnapshotFile): SnapshotFile {
  if (!("arrayBuffer" in file)) return file;
  return {
    arrayBuffer() {
      let bytes = fetched.get(file);
      if (!bytes) {
        bytes = file.arrayBuffer();
        fetched.set(file, bytes);
        bytes.catch(() => fetched.delete(file));
      }
      return bytes;
    }
  };
}

/** Begins to fetch a file. What goes wrong is said to whoever asks for it. */
export function beginToFetch(file: SnapshotFile | undefined): void {
  if (file && "arrayBuffer" in file) file.arrayBuffer().catch(() => {});
}
