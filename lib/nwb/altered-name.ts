/**
 * Whether a name looks like another one of which one or two letters were altered: as long, and not told apart by digits, as
 * names in a series are. What is called so seems not to be there.
 */
export function isAlteredName(found: string, name: string): boolean {
  if (found.length !== name.length || name.length < 4) return false;
  const altered = [...name].flatMap((letter, i) => (found[i] === letter ? [] : [[letter, found[i]]]));
  if (altered.length === 0 || altered.length > 2) return false;
  return !altered.every((pair) => pair.every((letter) => /\d/.test(letter)));
}
