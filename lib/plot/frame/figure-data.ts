/** A table by columns, all of one length. Names are AllenSDK's where it has one; others say their unit: "time_s". */
export type FigureColumns = Record<string, ArrayLike<unknown>>;

/** A figure that can say what it shows. */
export interface FigureWithData extends HTMLElement {
  /** What the figure shows, in the order in which it is read; computed when it is asked for. */
  figureData(): FigureColumns;
}

/**
 * Lets a figure say what it shows, as a table: what a reader saves as CSV. The numbers are those that are drawn, not
 * rounded, with the ids behind them. Whoever holds the figure asks `figure.figureData()`.
 *
 * @param figure the element that the figure function returns
 * @param columns makes the table; it is called each time a reader saves it, and never before
 */
export function withData<Figure extends HTMLElement>(
  figure: Figure,
  columns: () => FigureColumns
): Figure & FigureWithData {
  return Object.assign(figure, {figureData: columns});
}

/** The table of rows: one column for each of the names, made by its function. */
export function columnsOf<Row>(
  rows: readonly Row[],
  columns: Record<string, (row: Row, index: number) => unknown>
): FigureColumns {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, rows.map(value)]));
}

/** The table of an image: a row for each of its cells, along each of its rows; the functions are given both. */
export function cellsOf<Row, Column>(
  rows: readonly Row[],
  columns: readonly Column[],
  table: Record<string, (row: Row, column: Column) => unknown>
): FigureColumns {
  return Object.fromEntries(
    Object.entries(table).map(([name, value]) => [
      name,
      rows.flatMap((row) => columns.map((column) => value(row, column)))
    ])
  );
}
