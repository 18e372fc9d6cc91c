/** A number of things in words: thousands have commas, as in "12,345". What is no whole number keeps three decimals. */
export function countText(count: number): string {
  return count.toLocaleString("en-US");
}
