/** What a stretch of a file is for. */
export interface Region {
  start: number;
  end: number;
  what: string;
  /** Whether these are values, of which nothing else in the file could tell that they were altered. */
  isPlain: boolean;
}

/** Which bytes of a file are plain values, 1 or 0 each; where regions lie in each other, the later one counts. */
export function plainBytes(length: number, regions: readonly Region[]): Uint8Array {
  const plain = new Uint8Array(length);
  for (const {start, end, isPlain} of regions) plain.fill(isPlain ? 1 : 0, start, end);
  return plain;
}

/** What a byte of a file is for. */
export function regionAt(regions: readonly Region[], at: number): string {
  return regions.findLast(({start, end}) => start <= at && at < end)?.what ?? "a gap";
}
