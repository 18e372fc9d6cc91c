import {writeSync} from "node:fs";

/**
 * The most that is written at once. For pieces of up to this length Linux takes pages that each processor has at hand; for larger
 * ones it takes others, for which a virtual machine may have to ask its host, and that can take ten times as long as the writing.
 */
const PIECE = 1 << 15;

/**
 * Writes bytes to their place in an open file, and returns when the system has them. It takes less time to wait for that, some 10 µs a piece,
 * than to copy them, have another thread write the copy, and hear from it.
 * @param file its descriptor
 * @throws what the system says, such as ENOSPC; the first of the bytes may be written then
 */
export function writePieces(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    const at = position + done;
    const length = Math.min(bytes.length - done, PIECE - (at % PIECE));
    done += writeSync(file, bytes, done, length, at); // a full disk may take a part of it, and refuse the rest only then
  }
}
