import {setMaxListeners} from "node:events";

/**
 * Has `listener` called when a signal is aborted. Any number may listen: one signal stands for all requests of a download, and for all
 * downloads of a command, which Node would take for a leak from the eleventh on.
 * @returns takes the listener off again; whoever has ended must call it, as the signal may last much longer
 */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (!signal) return () => {};
  setMaxListeners(0, signal);
  signal.addEventListener("abort", listener);
  return () => signal.removeEventListener("abort", listener);
}
