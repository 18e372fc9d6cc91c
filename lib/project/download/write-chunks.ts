import type {FileHandle} from "node:fs/promises";

/** Chunks come from the network by 64 KB at most; so much is written at a time. */
const BATCH = 1 << 20;

/**
 * Writes chunks one after another from `start` on, while the next ones arrive. When the chunks end in an error, those that came before it
 * are written.
 * @param most how many bytes will come at most
 * @param check called with each piece before it is written
 * @param written called with each piece once it is, by its first byte and the one after its last
 */
export async function writeChunks(
  file: FileHandle,
  start: number,
  chunks: AsyncIterable<Uint8Array>,
  most: number,
  {check, written}: {check(start: number, bytes: Uint8Array): void; written(start: number, end: number): void}
): Promise<void> {
  // Copied into two buffers in turn, chunks take half the processor's time that they take when written as they are.
  const size = Math.max(1, Math.min(BATCH, most));
  let [filling, other] = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)];
  let length = 0;
  let position = start;
  let writing: Promise<void> = Promise.resolve();

  async function write(bytes: Uint8Array, from: number): Promise<void> {
    // A full disk may take a part of it, and refuse the rest only then.
    for (let done = 0; done < bytes.length; ) {
      const {bytesWritten} = await file.write(bytes, done, bytes.length - done, from + done);
      written(from + done, from + done + bytesWritten);
      done += bytesWritten;
    }
  }

  async function flush(): Promise<void> {
    await writing;
    const bytes = filling.subarray(0, length);
    check(position, bytes);
    writing = write(bytes, position);
    writing.catch(() => {}); // told by whoever waits for it next
    position += length;
    length = 0;
    [filling, other] = [other, filling];
  }

  try {
    for await (const chunk of chunks) {
      for (let taken = 0; taken < chunk.length; ) {
        const piece = chunk.subarray(taken, taken + size - length);
        filling.set(piece, length);
        length += piece.length;
        taken += piece.length;
        if (length === size) await flush();
      }
    }
  } finally {
    if (length > 0) await flush();
    await writing;
  }
}
