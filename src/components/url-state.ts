/**
 * The state of a page's inputs in its address, so that a reload or a shared link shows the same. A value equal to its
 * default leaves the address alone; nothing is added to the browser's history.
 */
export function readUrlState(key: string): string | null {
  return pending.has(key) ? pending.get(key)! : new URLSearchParams(location.search).get(key);
}

/** What is still to be written. Browsers refuse an address that changes with every step of a slider. */
const pending = new Map<string, string | null>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes a value to the address, a moment after the last change; null takes it out. */
export function writeUrlState(key: string, value: string | null): void {
  if (pending.size === 0 && readUrlState(key) === value) return;
  pending.set(key, value);
  clearTimeout(timer);
  timer = setTimeout(flush, 150);
}

function flush(): void {
  const url = new URL(location.href);
  for (const [key, value] of pending) {
    if (value === null) url.searchParams.delete(key);
    else url.searchParams.set(key, value);
  }
  pending.clear();
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

if (typeof addEventListener === "function") addEventListener("pagehide", flush);
