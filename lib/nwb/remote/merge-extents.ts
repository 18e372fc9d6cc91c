import type {Extent} from "../byte-source.js";

/**
 * Extents to request so that all given ones are covered: in order, those that are at most `gap` bytes apart made one
 * (what lies between costs less than another request), and none longer than `longest`.
 */
export function mergeExtents(extents: readonly Extent[], gap: number, longest: number): Extent[] {
  const merged: Extent[] = [];
  for (const {start, end} of [...extents].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start - last.end <= gap) last.end = Math.max(last.end, end);
    else merged.push({start, end});
  }
  return merged.flatMap(({start, end}) => {
    const parts = Math.ceil((end - start) / longest);
    const step = Math.ceil((end - start) / parts);
    return Array.from({length: parts}, (_, i) => ({
      start: start + i * step,
      end: Math.min(end, start + (i + 1) * step)
    }));
  });
}
