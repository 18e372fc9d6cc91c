import {isMissing} from "./column-filter.js";

/**
 * The order of rows by one column: numbers by size, texts by the alphabet (numbers in them by size), what is missing
 * last in both directions. Equal rows stay in the order they have.
 *
 * @param rows the rows to sort
 * @param value the column's value in a row
 */
export function sortedRows(rows: Uint32Array, value: (row: number) => unknown, descending: boolean): Uint32Array {
  const values = Array.from(rows, value);
  const isNumeric = values.every((each) => isMissing(each) || typeof each === "number");
  // Texts are compared once each, not once for each pair of rows: a table has few different ones.
  const distinct = isNumeric ? [] : [...new Set(values.filter((each) => !isMissing(each)).map(String))];
  const collator = new Intl.Collator("en", {numeric: true});
  const ranks = new Map(distinct.sort(collator.compare).map((text, rank) => [text, rank]));
  const sign = descending ? -1 : 1;
  const keys = Float64Array.from(values, (each) => {
    if (isMissing(each)) return Number.POSITIVE_INFINITY;
    return sign * (isNumeric ? (each as number) : ranks.get(String(each))!);
  });
  return Uint32Array.from(rows.keys())
    .sort((a, b) => (keys[a] === keys[b] ? a - b : keys[a] - keys[b]))
    .map((index) => rows[index]);
}
