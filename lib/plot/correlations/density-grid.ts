/** How many points lie in each cell of a grid. */
export interface DensityGrid {
  /** Row by row from the top; a count for each cell. */
  counts: Uint32Array;
  /** How many cells there are across. */
  columns: number;
  /** How many cells there are from top to bottom. */
  rows: number;
  /** The largest count. */
  most: number;
}

/**
 * Counts points in square cells of a rectangle, for a figure of more points than can be told apart. Points outside, and
 * those that are not numbers, are left out.
 * @param x of each point, in pixels from the left
 * @param y in pixels from the top
 * @param cell the side of a cell, in pixels
 */
export function densityGrid(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  {width, height, cell}: {width: number; height: number; cell: number}
): DensityGrid {
  const columns = Math.max(1, Math.ceil(width / cell));
  const rows = Math.max(1, Math.ceil(height / cell));
  const counts = new Uint32Array(columns * rows);
  let most = 0;
  for (let i = 0; i < x.length; i++) {
    if (!(x[i] >= 0 && x[i] <= width && y[i] >= 0 && y[i] <= height)) continue;
    const column = Math.min(columns - 1, Math.floor(x[i] / cell));
    const row = Math.min(rows - 1, Math.floor(y[i] / cell));
    const count = ++counts[row * columns + column];
    if (count > most) most = count;
  }
  return {counts, columns, rows, most};
}
