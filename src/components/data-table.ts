import {structureColor} from "../lib/plot/structures/index.js";
import {columnFilter, isMissing} from "./column-filter.js";
import {csv} from "./csv.js";
import {emptyFigure} from "./empty-figure.js";
import {fileName, saveFile} from "./save-file.js";
import {sortedRows} from "./table-order.js";
import {tableState} from "./table-state.js";
import {virtualRows} from "./virtual-rows.js";

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
  /** The name of the table in the page's address; what the rows are if not given, so needed where that changes. */
  key?: string;
  /** Columns to show, in order; all if not given. */
  columns?: string[];
  /** How a column's values are written; by default numbers as they are, up to four significant decimals. */
  format?: Record<string, (value: unknown) => string>;
  /** The height of the part that scrolls, in CSS. */
  height?: string;
}

/** A table with fewer rows is seen at once, and has no filters. */
const FEW_ROWS = 12;

/**
 * A table that scrolls inside itself, sorts by its columns' names, filters by the fields under them (see
 * {@link columnFilter}), keeps both in the page's address, and saves what it shows as CSV under the columns' own names. Only the rows in view are made, so
 * that it may have any number of them. A column of area acronyms carries the areas' colours.
 */
export function dataTable(
  table: ShownTable,
  {rows, key = rows.replace(/\W+/g, "-"), columns = table.columnNames(), format = {}, height}: DataTableOptions
): HTMLElement {
  const total = table.numRows();
  if (total === 0) return emptyFigure(`No ${rows}.`);
  const numeric = new Set(columns.filter((column) => isNumeric(table, column)));
  const asked = tableState(key, columns);
  let shown: Uint32Array = Uint32Array.from({length: total}, (_, row) => row);

  const root = element("div", "table");
  if (height) root.style.setProperty("--table-height", height);
  const scroll = root.appendChild(element("div", "table-scroll"));
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", `Table of ${rows}, scrollable`);
  const grid = scroll.appendChild(document.createElement("table"));
  const names = grid.createTHead().insertRow();
  const filters = total > FEW_ROWS ? grid.tHead!.insertRow() : null;
  const body = virtualRows(scroll, grid, (index) => {
    const row = document.createElement("tr");
    for (const column of columns) row.append(cell(column, table.get(column, shown[index])));
    return row;
  });
  const status = root.appendChild(element("div", "table-status"));
  const count = status.appendChild(document.createElement("span"));
  count.setAttribute("aria-live", "polite");
  const clear = button(status, "show all", () => {
    for (const column of columns) asked.setFilter(column, "");
    showAsked();
  });
  button(status, "save as CSV", () => {
    const saved = columns.map((column) => [column, Array.from(shown, (row) => table.get(column, row))] as const);
    saveFile(fileName(rows.replace(/\W+/g, "-"), "csv"), new Blob(csv(saved), {type: "text/csv"}));
  });

  const update = () => {
    const wanted = columns.flatMap((column) => {
      const filter = columnFilter(filters ? asked.filter(column) : "", numeric.has(column));
      return filter ? [{column, filter}] : [];
    });
    shown = Uint32Array.from({length: total}, (_, row) => row).filter((row) =>
      wanted.every(({column, filter}) => filter(table.get(column, row)))
    );
    const {sort} = asked;
    if (sort) shown = sortedRows(shown, (row) => table.get(sort.column, row), sort.descending);
    columns.forEach((column, i) => {
      const way = sort?.column !== column ? "none" : sort.descending ? "descending" : "ascending";
      names.cells[i].ariaSort = way;
    });
    body.show(shown.length);
    const some = shown.length < total ? `${shown.length.toLocaleString("en-US")} of ` : "";
    count.textContent = `${some}${total.toLocaleString("en-US")} ${rows}, ${columns.length} columns. Click a column’s name to sort${filters ? ", or filter below it: VIS, > 4, 2 to 5" : ""}.`;
    clear.hidden = wanted.length === 0;
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
    if (column.endsWith("structure_acronym"))
      td.appendChild(element("span", "swatch")).style.background = structureColor(String(value));
    td.append((Object.hasOwn(format, column) ? format[column](value) : null) ?? text(value));
    return td;
  };
  for (const column of columns) {
    const header = names.appendChild(document.createElement("th"));
    header.scope = "col";
    if (numeric.has(column)) header.className = "number";
    button(header, column, () => {
      const before = asked.sort;
      const again = before?.column === column;
      asked.sort = again && before.descending ? null : {column, descending: again};
      update();
    });
    if (!filters) continue;
    const input = filters.insertCell().appendChild(document.createElement("input"));
    Object.assign(input, {type: "text", spellcheck: false, autocomplete: "off"});
    input.setAttribute("aria-label", `filter ${column}`);
    input.addEventListener("input", (event) => {
      event.stopPropagation();
      asked.setFilter(column, input.value);
      update();
    });
  }
  const showAsked = () => {
    const fields = filters?.querySelectorAll("input") ?? [];
    for (const [i, input] of fields.entries()) input.value = asked.filter(columns[i]);
    update();
  };
  showAsked();
  asked.follow(() => root.isConnected && showAsked());
  return root;
}

function element(name: "div" | "span", className: string): HTMLElement {
  return Object.assign(document.createElement(name), {className});
}

function button(parent: HTMLElement, words: string, click: () => void): HTMLButtonElement {
  const made = parent.appendChild(document.createElement("button"));
  Object.assign(made, {type: "button", textContent: words});
  made.addEventListener("click", click);
  return made;
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
    return `[${Array.from(value as Iterable<unknown>, String).join(", ")}]`;
  return String(value);
}
