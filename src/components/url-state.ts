/**
 * The state of a page's inputs in its address, so that a reload or a shared link shows the same. A value equal to its
 * default leaves the address alone; nothing is added to the browser's history.
 */
export function readUrlState(key: string): string | null {
  return new URLSearchParams(location.search).get(key);
}

/** Writes a value to the address; null takes it out. */
export function writeUrlState(key: string, value: string | null): void {
  const url = new URL(location.href);
  if (value === null) url.searchParams.delete(key);
  else url.searchParams.set(key, value);
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}
