import {TaggedError} from "../../tagged-error.js";
import type {LongTaskOptions} from "../long-task.js";
// Only types: what does the work is loaded in the worker, not where it is asked for.
import type {TaskInput, TaskName, TaskOutput, TaskReply, TaskRequest} from "../tasks/index.js";

/** A worker of any platform that answers one request, as `answerTask` does. */
export interface TaskWorker {
  post(request: TaskRequest): void;
  onReply(listener: (reply: TaskReply) => void): void;
  /** Is called when the worker itself fails, e.g. cannot be loaded. */
  onFailure(listener: (message: string) => void): void;
  /** Ends the worker at once, whatever it is doing. */
  end(): void;
}

/**
 * Has an analysis done by a worker, which is ended when it has answered, or at once when the signal is aborted.
 *
 * @example
 * const asked = {trials: counts, target: orientations, folds: 5};
 * const {accuracy} = await askWorker(startWorker, "decode", asked, {signal, onProgress});
 *
 * @param input plain data, which is copied to the worker
 * @throws what the analysis throws; what the signal was aborted with
 */
export async function askWorker<Name extends TaskName>(
  start: () => TaskWorker,
  name: Name,
  input: TaskInput<Name>,
  {signal, onProgress}: LongTaskOptions = {}
): Promise<TaskOutput<Name>> {
  signal?.throwIfAborted();
  const worker = start();
  let cancel: (() => void) | undefined;
  try {
    return await new Promise((resolve, reject) => {
      cancel = () => reject(signal?.reason);
      signal?.addEventListener("abort", cancel);
      worker.onReply((reply) => {
        if (reply.kind === "progress") onProgress?.(reply.fraction);
        else if (reply.kind === "output") resolve(reply.output as TaskOutput<Name>);
        else reject(taskError(reply));
      });
      worker.onFailure((message) => reject(new Error(message || "The worker could not be loaded.")));
      worker.post({name, input});
    });
  } finally {
    worker.end();
    if (cancel) signal?.removeEventListener("abort", cancel);
  }
}

/** The error that the worker told of, as it was thrown there. */
function taskError({message, name, tag, details}: TaskReply & {kind: "error"}): Error {
  return tag && details ? Object.assign(new TaggedError(tag, details), {name}) : new Error(message);
}
