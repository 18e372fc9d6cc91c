const WORDS = new Map<string, boolean | null>([
  ["True", true],
  ["False", false],
  ["None", null]
]);
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const QUOTED = /^'([^'\\\n]*)'$|^"([^"\\\n]*)"$/;

/**
 * A column of the warehouse's tables in the kind that its texts spell: when every cell is a Python literal (a number, True,
 * False, None, a quoted text), what the literals mean; otherwise the column as it is.
 */
export function inferLiterals(cells: readonly unknown[]): readonly unknown[] {
  const values = cells.map(literal);
  return values.includes(undefined) ? cells : values;
}

/** What a text means as a Python literal; undefined when it is none. */
function literal(cell: unknown): unknown {
  if (typeof cell !== "string") return undefined;
  const text = cell.trim();
  if (WORDS.has(text)) return WORDS.get(text);
  if (NUMBER.test(text) && !/^[+-]?0\d/.test(text)) return Number(text);
  const quoted = QUOTED.exec(text);
  return quoted ? (quoted[1] ?? quoted[2]) : undefined;
}
