/**
 * A signal that is aborted when its cell runs again, so that what is no longer asked for is given up: in a cell,
 * `{signal: abortSignal(invalidation)}`.
 */
export function abortSignal(invalidation: Promise<unknown>): AbortSignal {
  const controller = new AbortController();
  void invalidation.then(() => controller.abort());
  return controller.signal;
}
