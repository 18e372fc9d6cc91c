/** A value of a session's metadata in words; null and NaN are what the file does not say. */
export function metadataText(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => item ?? "no structure").join(", ");
  return value === null || Number.isNaN(value) ? "not in the file" : String(value);
}
