/** How rows to choose from are shown. */
export interface ChooseTableOptions<Row> {
  /** What the rows are and what choosing does. */
  caption: string;
  /** What each column says, by its name. The first column holds the button that chooses. */
  columns: Record<string, (row: Row) => string | Node>;
  isChosen: (row: Row) => boolean;
  onChoose: (row: Row) => void;
}

/** A short table whose rows can be chosen: with a click anywhere, or with the button in the first column. */
export function chooseTable<Row>(
  rows: readonly Row[],
  {caption, columns, isChosen, onChoose}: ChooseTableOptions<Row>
): HTMLElement {
  const root = document.createElement("div");
  root.className = "table choose";
  const status = root.appendChild(document.createElement("div"));
  status.className = "table-status";
  status.textContent = caption;
  const scroll = root.appendChild(document.createElement("div"));
  scroll.className = "table-scroll";
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", "Table, scrollable");
  const table = scroll.appendChild(document.createElement("table"));
  const head = table.createTHead().insertRow();
  for (const name of Object.keys(columns)) {
    const header = head.appendChild(document.createElement("th"));
    header.scope = "col";
    header.textContent = name;
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    Object.values(columns).forEach((text, column) => {
      const cell = line.insertCell();
      if (column > 0) {
        cell.append(text(row));
        return;
      }
      const button = cell.appendChild(document.createElement("button"));
      button.type = "button";
      button.append(text(row));
      button.setAttribute("aria-pressed", String(isChosen(row)));
    });
    line.addEventListener("click", () => {
      for (const other of body.querySelectorAll("button")) other.setAttribute("aria-pressed", "false");
      line.querySelector("button")!.setAttribute("aria-pressed", "true");
      onChoose(row);
    });
  }
  return root;
}
