/**
 * The item that is nearest, of two as near the first; null where none is nearer than a reach.
 * @param distance of an item, in any measure; of NaN none is near
 */
export function nearest<Item>(
  items: Iterable<Item>,
  distance: (item: Item) => number,
  reach = Number.POSITIVE_INFINITY
): Item | null {
  let best: Item | null = null;
  let least = reach;
  for (const item of items) {
    const away = distance(item);
    if (away < least) [best, least] = [item, away];
  }
  return best;
}
