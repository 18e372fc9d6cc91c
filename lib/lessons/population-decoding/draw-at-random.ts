import type {RandomSource} from "../../analysis/statistics/index.js";

/** At most so many of a list, drawn at random, in the order of the list. */
export function drawAtRandom<Item>(list: readonly Item[], most: number, random: RandomSource): Item[] {
  if (list.length <= most) return [...list];
  const keyed = list.map((item, index) => ({item, index, key: random()}));
  const drawn = keyed.sort((a, b) => a.key - b.key).slice(0, most);
  return drawn.sort((a, b) => a.index - b.index).map(({item}) => item);
}
