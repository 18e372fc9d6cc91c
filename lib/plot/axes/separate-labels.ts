/**
 * Places labels along a line so that none overlaps the next, each as near as possible to where it belongs.
 *
 * @param wanted the places they belong, in pixels, ascending
 * @param gap the least distance between two labels, in pixels
 * @param range the first and last place allowed
 */
export function separateLabels(
  wanted: readonly number[],
  gap: number,
  [first, last]: readonly [number, number]
): number[] {
  const groups: {sum: number; size: number}[] = [];
  const centre = (group: {sum: number; size: number}) => {
    const half = ((group.size - 1) * gap) / 2;
    return Math.max(first + half, Math.min(last - half, group.sum / group.size));
  };
  for (const place of wanted) {
    let group = {sum: place, size: 1};
    for (let before = groups.at(-1); before; before = groups.at(-1)) {
      const apart = centre(group) - centre(before) - ((group.size + before.size) * gap) / 2;
      if (apart >= 0) break;
      groups.pop();
      group = {sum: before.sum + group.sum, size: before.size + group.size};
    }
    groups.push(group);
  }
  return groups.flatMap((group) =>
    Array.from({length: group.size}, (_, i) => centre(group) + (i - (group.size - 1) / 2) * gap)
  );
}
