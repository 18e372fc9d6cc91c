/**
 * Warns of what a file lacks, and what is NaN or null for it; not where nothing is missing.
 * @param missing the names of what is not there
 * @param of what these would be parts of, such as "its units"
 */
export function warnOfMissing(onWarning: (message: string) => void, missing: readonly string[], of?: string): void {
  if (missing.length === 0) return;
  const which = missing.length === 1 ? "it is" : "they are";
  onWarning(`The file has no ${missing.join(", ")}${of ? ` of ${of}` : ""}: ${which} left empty.`);
}
