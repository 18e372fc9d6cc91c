/**
 * A signal that is aborted when someone presses Ctrl-C, or asks the process to end (SIGTERM, SIGHUP): what has arrived is then put in order
 * for the next run. A second time ends the process at once, which leaves it in order as well, but for the last second.
 */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(name, () => {
      process.exitCode = 128 + {SIGHUP: 1, SIGINT: 2, SIGTERM: 15}[name];
      controller.abort(
        new DOMException(`Stopped by ${name}. What has arrived is kept for the next run.`, "AbortError")
      );
    });
  }
  return controller.signal;
}
