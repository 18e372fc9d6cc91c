import {structureColor} from "../lib/plot/index.js";

/** A table as arquero gives it, as far as showing it needs. */
export interface ShownTable {
  numRows(): number;
  columnNames(): string[];
  get(column: string, row: number): unknown;
}

/** How a table is shown. */
export interface DataTableOptions {
  /** What the rows are, for the line below and for screen readers: "units". */
  rows: string;
  /** Columns to show, in order; all if not given. */
  columns?: string[];
  /** How a column's values are written; by default numbers as they are, up to four significant decimals. */
  format?: Record<string, (value: unknown) => string>;
  /** The height of the part that scrolls, in CSS. */
  height?: string;
}

const page = 24;

/**
 * A table that scrolls inside itself, sorts by a click on a column's name, and makes rows only as they come into view. A
 * column of area acronyms carries the areas' colours.
 */
export function dataTable(
  table: ShownTable,
  {rows, columns = table.columnNames(), format = {}, height}: DataTableOptions
): HTMLElement {
  const root = document.createElement("div");
  root.className = "table";
  if (height) root.style.setProperty("--table-height", height);
  const scroll = root.appendChild(document.createElement("div"));
  scroll.className = "table-scroll";
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", `Table of ${rows}, scrollable`);
  const element = scroll.appendChild(document.createElement("table"));
  const head = element.createTHead().insertRow();
  const body = element.createTBody();
  const status = root.appendChild(document.createElement("div"));
  status.className = "table-status";
  const total = table.numRows();
  let order = Uint32Array.from({length: total}, (_, row) => row);
  let shown = 0;
  const numeric = new Set(columns.filter((column) => isNumeric(table, column)));

  const more = () => {
    const end = Math.min(total, shown + page);
    for (; shown < end; shown++) {
      const row = body.insertRow();
      for (const column of columns) row.append(cell(column, table.get(column, order[shown])));
    }
    status.textContent = `${total.toLocaleString("en-US")} ${rows}, ${columns.length} columns. Click a column’s name to sort.`;
  };
  const cell = (column: string, value: unknown) => {
    const td = document.createElement("td");
    if (numeric.has(column)) td.className = "number";
    if (isMissing(value)) {
      td.classList.add("missing");
      const isNull = value === null || value === undefined;
      td.textContent = isNull ? "null" : "–";
      if (!isNull) td.title = "not a number";
      return td;
    }
    if (column.endsWith("structure_acronym")) {
      const swatch = td.appendChild(document.createElement("span"));
      swatch.className = "swatch";
      swatch.style.background = structureColor(String(value));
    }
    td.append(format[column]?.(value) ?? text(value));
    return td;
  };
  const sortBy = (column: string, header: HTMLElement) => {
    const descending = header.ariaSort === "ascending";
    for (const other of head.cells) other.ariaSort = "none";
    header.ariaSort = descending ? "descending" : "ascending";
    const values = Array.from({length: total}, (_, row) => table.get(column, row));
    const sign = descending ? -1 : 1;
    order = Uint32Array.from({length: total}, (_, row) => row).sort((a, b) => {
      const [x, y] = [values[a], values[b]];
      if (isMissing(x) || isMissing(y)) return Number(isMissing(x)) - Number(isMissing(y)) || a - b;
      return (
        sign * (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y))) || a - b
      );
    });
    body.replaceChildren();
    shown = 0;
    scroll.scrollTop = 0;
    more();
  };
  for (const column of columns) {
    const header = head.appendChild(document.createElement("th"));
    header.scope = "col";
    header.ariaSort = "none";
    if (numeric.has(column)) header.className = "number";
    const button = header.appendChild(document.createElement("button"));
    button.type = "button";
    button.textContent = column;
    button.addEventListener("click", () => sortBy(column, header));
  }
  scroll.addEventListener("scroll", () => {
    if (shown < total && scroll.scrollTop + scroll.clientHeight > scroll.scrollHeight - 400) more();
  });
  more();
  return root;
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function isNumeric(table: ShownTable, column: string): boolean {
  for (let row = 0; row < Math.min(table.numRows(), 200); row++) {
    const value = table.get(column, row);
    if (!isMissing(value)) return typeof value === "number";
  }
  return false;
}

function text(value: unknown): string {
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(4)));
  if (value && typeof value === "object" && Symbol.iterator in value)
    return `[${Array.from(value as Iterable<unknown>).join(", ")}]`;
  return String(value);
}
