// Only types: what does the work is loaded in the worker, not in the page.
import type {LongTaskOptions, TaskInput, TaskName, TaskOutput, TaskReply} from "../lib/analysis/index.js";
import {TaggedError} from "../lib/index.js";

/**
 * Does an analysis in a worker, so that the page stays quick. When the signal is aborted the worker is ended at once,
 * whatever it is doing.
 * @param input plain data, which is copied to the worker
 * @throws what the analysis throws; what the signal was aborted with
 */
export function runInWorker<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  {signal, onProgress}: LongTaskOptions = {}
): Promise<TaskOutput<Name>> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(import.meta.resolve("./analysis-worker.js"), {type: "module"});
    const end = () => {
      worker.terminate();
      signal?.removeEventListener("abort", cancel);
    };
    const cancel = () => {
      end();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", cancel);
    worker.addEventListener("message", ({data}: MessageEvent<TaskReply>) => {
      if (data.kind === "progress") {
        onProgress?.(data.fraction);
        return;
      }
      end();
      if (data.kind === "output") resolve(data.output as TaskOutput<Name>);
      else reject(taskError(data));
    });
    worker.addEventListener("error", ({message}) => {
      end();
      reject(new Error(message || "The worker could not be loaded."));
    });
    worker.postMessage({name, input});
  });
}

/** The error that the worker told of, as it was thrown there. */
function taskError({message, name, tag, details}: TaskReply & {kind: "error"}): Error {
  return tag && details ? Object.assign(new TaggedError(tag, details), {name}) : new Error(message);
}
