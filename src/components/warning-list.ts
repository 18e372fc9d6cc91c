/** A place on a page for what the library warns about. */
export interface WarningList extends HTMLElement {
  /** Shows a warning, once. */
  warn(message: string): void;
}

/** Shows the library's warnings where they matter instead of on the console: `fromSnapshot(files, {onWarning: list.warn})`. */
export function warningList(): WarningList {
  const list = document.createElement("div") as HTMLElement as WarningList;
  list.className = "warnings";
  const shown = new Set<string>();
  list.warn = (message) => {
    if (shown.has(message)) return;
    shown.add(message);
    const line = document.createElement("p");
    line.textContent = `The library warns: ${message}`;
    list.append(line);
  };
  return list;
}
