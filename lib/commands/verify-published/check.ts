/** A number as it was printed: what was rounded away is not compared. Lists are compared value by value. */
export type Printed = string | number | null | readonly Printed[];

/** Something that was published, and how to find it again. */
export interface Check {
  what: string;
  expected: Printed;
  find(): unknown;
}

/** How a check came out. */
export interface Outcome {
  what: string;
  expected: Printed;
  /** Undefined when it could not be found; then `reason` says why. */
  found: unknown;
  agrees: boolean;
  reason?: string;
}

/** Does a check; what goes wrong is part of the outcome. */
export async function outcomeOf({what, expected, find}: Check): Promise<Outcome> {
  try {
    const found = await find();
    return {what, expected, found, agrees: agrees(expected, found)};
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {what, expected, found: undefined, agrees: false, reason};
  }
}

/** Whether a value is, rounded as it was printed, the printed one. A printed null means that there is no value. */
export function agrees(expected: Printed, found: unknown): boolean {
  if (expected === null) return found === null || Number.isNaN(found);
  if (Array.isArray(expected)) {
    const list = ArrayBuffer.isView(found) ? Array.from(found as unknown as ArrayLike<unknown>) : found;
    return (
      Array.isArray(list) && list.length === expected.length && expected.every((value, i) => agrees(value, list[i]))
    );
  }
  if (
    typeof found === "number" &&
    typeof expected === "string" &&
    expected.trim() !== "" &&
    !Number.isNaN(Number(expected))
  )
    return Math.abs(found - Number(expected)) <= halfOfLastDigit(expected);
  return Object.is(found, expected);
}

/** Half a unit in the last digit of a printed number, and a little for numbers that lie in the middle. */
function halfOfLastDigit(printed: string): number {
  const [, decimals = "", exponent = "0"] = /^[^.e]*(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(printed) ?? [];
  return 0.5000001 * 10 ** (Number(exponent) - decimals.length);
}
