/** So many units are named; of the others it is said how many there are. */
const NAMED = 12;

/** The names of some units, or of the first of many: "1, 2 and 3 more". */
export function namedText(names: readonly string[]): string {
  const first = names.slice(0, NAMED).join(", ") || "none";
  return names.length > NAMED ? `${first} and ${names.length - NAMED} more` : first;
}
