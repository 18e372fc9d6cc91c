import type {CsvColumns} from "./csv.js";

/** What a figure gives: columns by their names. */
type FigureColumns = Record<string, ArrayLike<unknown>>;

/** The figures inside an element that can say what they show (see `withData` in lib/plot). */
function figuresWithData(plot: HTMLElement): {name: string; figureData(): FigureColumns}[] {
  return [...plot.querySelectorAll<HTMLElement & {figureData?(): FigureColumns}>("*")].flatMap((element) => {
    if (typeof element.figureData !== "function") return [];
    const label = element.querySelector("[aria-label]")?.getAttribute("aria-label") ?? "";
    return [{name: label.split(". ")[0], figureData: () => element.figureData!()}];
  });
}

/** Whether a figure can say what it shows. */
export function hasFigureTable(plot: HTMLElement): boolean {
  return figuresWithData(plot).length > 0;
}

/**
 * What a figure shows, as one table. Where it is made of several charts their tables stand below each other, the first
 * column says which chart a row is of, and a column that a chart does not have is empty in its rows.
 */
export function figureTable(plot: HTMLElement): CsvColumns {
  const parts = figuresWithData(plot).map(({name, figureData}) => ({name, table: figureData()}));
  if (parts.length === 1) return Object.entries(parts[0].table);
  const table = new Map<string, unknown[]>([["figure", []]]);
  for (const {table: own} of parts) for (const name of Object.keys(own)) table.set(name, []);
  for (const {name, table: own} of parts) {
    const length = Math.max(0, ...Object.values(own).map((column) => column.length));
    for (const [column, values] of table) {
      const given = Object.hasOwn(own, column) ? own[column] : [];
      for (let row = 0; row < length; row++) values.push(column === "figure" ? name : given[row]);
    }
  }
  return [...table];
}
