/** What a page computes in one step: a fence of JavaScript, or an expression `${…}` in the text. */
export interface Cell {
  kind: "fence" | "expression";
  /** What the fence says of itself: `{echo: "", run: "false"}`; nothing for an expression. */
  attributes: Readonly<Record<string, string>>;
  source: string;
  /** Where each line of the source begins on the page, as an offset: a fence in a list is indented there. */
  lines: readonly number[];
}

/** The offset on the page of an offset in the source of its cell. */
export function offsetOnPage({source, lines}: Pick<Cell, "source" | "lines">, offset: number): number {
  const before = source.slice(0, offset);
  return lines[before.split("\n").length - 1] + offset - (before.lastIndexOf("\n") + 1);
}

/** Whether a cell is run; one that is not is only shown. */
export function isRun({attributes}: Pick<Cell, "attributes">): boolean {
  return attributes.run?.toLowerCase() !== "false";
}

/** Whether readers see the code of a fence: one that is run, if it says `echo`; one that is not, always. */
export function isShown(cell: Pick<Cell, "attributes">): boolean {
  const {echo} = cell.attributes;
  return echo === undefined ? !isRun(cell) : echo.toLowerCase() !== "false";
}
