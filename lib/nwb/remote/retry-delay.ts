/** The longest that a server's wish to wait is honoured (ms); one that wishes more is not waited for. */
export const LONGEST_WAIT = 120_000;

const LONGEST_DELAY = 20_000;

/** What a Retry-After header asks for (ms): seconds, or a date. Undefined where there is none that can be read. */
export function retryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** How long to wait before another try (ms): twice as long after each failure, and by chance, so that not all come back at once. */
export function retryDelay(failures: number, shortest: number, chance = Math.random()): number {
  return Math.min(LONGEST_DELAY, shortest * 2 ** (failures - 1)) * (0.5 + chance / 2);
}
