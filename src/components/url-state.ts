/**
 * The state of a page's inputs in its address, so that a reload or a shared link shows the same. A value equal to its
 * default leaves the address alone. What a reader changes is an entry of the browser's history, which Back undoes; changes that
 * follow each other quickly, as those of a slider that is dragged, are one.
 */
export function readUrlState(key: string): string | null {
  return pending.has(key) ? pending.get(key)! : new URLSearchParams(location.search).get(key);
}

/** How soon after a change another one belongs to it (ms). */
const TOGETHER = 1000;

/** What is still to be written. Browsers refuse an address that changes with every step of a slider. */
const pending = new Map<string, string | null>();
let timer: ReturnType<typeof setTimeout> | undefined;
let lastChange = Number.NEGATIVE_INFINITY;
let isNewEntry = false;

/** What shows the values of keys when the reader goes back or forth; the last that asked for a key. */
const followers = new Map<string, (value: string | null) => void>();
let search = typeof location === "undefined" ? "" : location.search;

/** Writes what a reader chose to the address, a moment after the last change; null takes it out. */
export function writeUrlState(key: string, value: string | null): void {
  if (pending.size === 0 && readUrlState(key) === value) return;
  const now = performance.now();
  if (now - lastChange > TOGETHER) isNewEntry = true;
  lastChange = now;
  write(key, value);
}

/** Writes what an input made of the address, where that was not possible; no reader chose it, and Back does not undo it. */
export function correctUrlState(key: string, value: string | null): void {
  if (readUrlState(key) !== value) write(key, value);
}

/** Has a value shown whenever Back or Forward changes it in the address; what is shown for it is not written there. */
export function followUrlState(key: string, show: (value: string | null) => void): void {
  followers.set(key, show);
}

function write(key: string, value: string | null): void {
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
  if (url.href === location.href) return;
  if (isNewEntry) history.pushState(history.state, "", url);
  else history.replaceState(history.state, "", url);
  isNewEntry = false;
  search = url.search;
}

function follow(): void {
  const [before, now] = [new URLSearchParams(search), new URLSearchParams(location.search)];
  const undone = new Set(pending.keys());
  clearTimeout(timer);
  pending.clear();
  isNewEntry = false;
  lastChange = Number.NEGATIVE_INFINITY;
  search = location.search;
  for (const [key, show] of [...followers]) if (undone.has(key) || before.get(key) !== now.get(key)) show(now.get(key));
}

if (typeof addEventListener === "function") {
  addEventListener("popstate", follow);
  addEventListener("pagehide", flush);
}
