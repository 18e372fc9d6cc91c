/** Whether a value of a column is wanted. */
export type ColumnFilter = (value: unknown) => boolean;

const number = String.raw`[-−]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const comparison = new RegExp(`^(<=|>=|<|>|=|!=|≤|≥|≠)?\\s*(${number})$`, "i");
const range = new RegExp(`^(${number})\\s*(?:to|–|\\.\\.)\\s*(${number})$`, "i");

const comparisons: Record<string, (value: number, limit: number) => boolean> = {
  "<": (value, limit) => value < limit,
  ">": (value, limit) => value > limit,
  "<=": (value, limit) => value <= limit,
  "≤": (value, limit) => value <= limit,
  ">=": (value, limit) => value >= limit,
  "≥": (value, limit) => value >= limit,
  "=": (value, limit) => value === limit,
  "!=": (value, limit) => value !== limit,
  "≠": (value, limit) => value !== limit
};

/** Whether a value is missing: null, undefined or NaN. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

/**
 * What the words in a column's filter ask for; null when they ask for nothing. Several conditions are separated by commas
 * or "and". Of a number: "4", "> 4", "<= 4", "!= 4", "2 to 5" (both ends belong to it). Of a text: what it contains, in any
 * case; "=VISp" is the whole of it, "!VIS" is what it does not contain. "null" is what is missing, "!null" what is not.
 */
export function columnFilter(words: string, isNumeric: boolean): ColumnFilter | null {
  const conditions = words
    .split(/,|\band\b/i)
    .map((condition) => condition.trim())
    .filter((condition) => condition !== "")
    .map((condition) => (isNumeric ? numberCondition(condition) : null) ?? textCondition(condition));
  return conditions.length ? (value) => conditions.every((holds) => holds(value)) : null;
}

function numberCondition(condition: string): ColumnFilter | null {
  const between = range.exec(condition);
  if (between) {
    const [least, most] = [numberOf(between[1]), numberOf(between[2])];
    return (value) => typeof value === "number" && value >= least && value <= most;
  }
  const compared = comparison.exec(condition);
  if (!compared) return null;
  const holds = comparisons[compared[1] ?? "="];
  const limit = numberOf(compared[2]);
  return (value) => typeof value === "number" && !Number.isNaN(value) && holds(value, limit);
}

function textCondition(condition: string): ColumnFilter {
  const [, sign, wanted] = /^([=!]?)\s*(.*)$/.exec(condition.toLowerCase())!;
  if (/^(null|nan)$/.test(wanted)) return (value) => isMissing(value) !== (sign === "!");
  if (sign === "=") return (value) => textOf(value) === wanted;
  return (value) => textOf(value).includes(wanted) !== (sign === "!");
}

function textOf(value: unknown): string {
  if (isMissing(value)) return "";
  if (typeof value === "object" && Symbol.iterator in value!)
    return `[${Array.from(value as Iterable<unknown>, String).join(", ")}]`;
  return String(value).toLowerCase();
}

function numberOf(text: string): number {
  return Number(text.replace("−", "-"));
}
