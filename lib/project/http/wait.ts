import {onAbort} from "./on-abort.js";

/** Waits so many ms; when `signal` is aborted before, throws its reason. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(end, ms);
    const release = onAbort(signal, end);
    function end() {
      clearTimeout(timer);
      release();
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    }
  });
}
