/** A place on a page for what the library warns about. */
export interface WarningList extends HTMLElement {
  /** Shows a warning, once. */
  warn(message: string): void;
}

/**
 * Shows the library's warnings where they matter instead of on the console: `fromSnapshot(files, {onWarning: list.warn})`.
 * @param about what a reader has chosen that the warnings are about, so that another choice has a list of its own
 */
export function warningList(about = "this page"): WarningList {
  const list = document.createElement("div") as HTMLElement as WarningList;
  list.className = "warnings";
  list.role = "group";
  list.ariaLabel = `Warnings about ${about}`;
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
