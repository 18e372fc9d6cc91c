import {
  askWorker,
  type LongTaskOptions,
  type TaskInput,
  type TaskName,
  type TaskOutput,
  type TaskReply,
  type TaskWorker
} from "../lib/analysis/workers/index.js";

/**
 * Does an analysis in a worker, so that the page stays quick. When the signal is aborted the worker is ended at once,
 * whatever it is doing.
 * @param input plain data, which is copied to the worker
 * @throws what the analysis throws; what the signal was aborted with
 */
export function runInWorker<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  options: LongTaskOptions = {}
): Promise<TaskOutput<Name>> {
  return askWorker(startWorker, name, input, options);
}

function startWorker(): TaskWorker {
  const worker = new Worker(import.meta.resolve("./analysis-worker.js"), {type: "module"});
  return {
    post: (request) => worker.postMessage(request),
    onReply: (listener) => worker.addEventListener("message", ({data}: MessageEvent<TaskReply>) => listener(data)),
    onFailure: (listener) => worker.addEventListener("error", ({message}) => listener(message)),
    end: () => worker.terminate()
  };
}
