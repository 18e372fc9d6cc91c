import type {FileHandle} from "node:fs/promises";

/** Fewer writes of more bytes each: chunks come from the network by 64 KB at most. */
const BATCH = 1 << 20;

/**
 * Writes chunks one after another from `start` on, as they come, while the next ones arrive. When the chunks end in an error, those that
 * came before it are written.
 * @param check called with each piece before it is written
 * @param written called with each piece once it is, by its first byte and the one after its last
 */
export async function writeChunks(
  file: FileHandle,
  start: number,
  chunks: AsyncIterable<Uint8Array>,
  {check, written}: {check(start: number, bytes: Uint8Array): void; written(start: number, end: number): void}
): Promise<void> {
  let position = start;
  let batch: Uint8Array[] = [];
  let length = 0;
  let writing: Promise<void> = Promise.resolve();

  const write = async (pieces: Uint8Array[], from: number, bytes: number) => {
    let done = 0;
    // A full disk may take a part of it, and refuse the rest only then.
    while (done < bytes) {
      const {bytesWritten} = await file.writev(rest(pieces, done), from + done);
      written(from + done, from + done + bytesWritten);
      done += bytesWritten;
    }
  };
  const flush = async () => {
    await writing;
    if (length === 0) return;
    check(position, batch.length === 1 ? batch[0] : Buffer.concat(batch.slice(0, 8)));
    writing = write(batch, position, length);
    writing.catch(() => {}); // told by whoever waits for it next
    position += length;
    [batch, length] = [[], 0];
  };

  try {
    for await (const chunk of chunks) {
      batch.push(chunk);
      length += chunk.length;
      if (length >= BATCH) await flush();
    }
  } finally {
    await flush();
    await writing;
  }
}

/** Pieces without their first bytes. */
function rest(pieces: Uint8Array[], skip: number): Uint8Array[] {
  const left: Uint8Array[] = [];
  for (const piece of pieces) {
    if (skip < piece.length) left.push(skip > 0 ? piece.subarray(skip) : piece);
    skip = Math.max(0, skip - piece.length);
  }
  return left;
}
