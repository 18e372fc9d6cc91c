/** The response of a unit by where the stimulus was, row by row. */
export interface ReceptiveField {
  rows: number;
  columns: number;
  /** rows × columns in C order; NaN where nothing was shown. */
  values: Float64Array;
}

/**
 * Whether the region of the strongest response covers more than half of the edge: then the stimulus suppresses the unit.
 * @param mask rows × columns in C order, 1 in the region
 */
export function isInverted({rows, columns}: ReceptiveField, mask: Uint8Array): boolean {
  const isEdge = (i: number) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return row === 0 || row === rows - 1 || column === 0 || column === columns - 1;
  };
  const edge = Array.from(mask.keys()).filter(isEdge);
  return edge.filter((i) => mask[i] === 1).length > edge.length / 2;
}

/** How much each response is below the greatest. */
export function invert(field: ReceptiveField): ReceptiveField {
  const greatest = field.values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return {...field, values: field.values.map((value) => greatest - value)};
}

/** Whether a point lies within the field, which reaches from 0 to its number of rows and columns. */
export function isOnScreen({rows, columns}: ReceptiveField, row: number, column: number): boolean {
  return row > 0 && row < rows && column > 0 && column < columns;
}
