import {Worker} from "node:worker_threads";
import type {LongTaskOptions} from "../long-task.js";
import type {TaskInput, TaskName, TaskOutput} from "../tasks/index.js";
import {askWorker, type TaskWorker} from "./ask-worker.js";

/**
 * Does an analysis in a thread of its own, in Node; what `src/components/run-in-worker.ts` does in a page.
 * @param input plain data, which is copied to the thread
 * @throws what the analysis throws; what the signal was aborted with
 */
export function runInWorker<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  options: LongTaskOptions = {}
): Promise<TaskOutput<Name>> {
  return askWorker(startThread, name, input, options);
}

function startThread(): TaskWorker {
  const worker = new Worker(threadFile());
  return {
    post: (request) => worker.postMessage(request),
    onReply: (listener) => worker.on("message", listener),
    onFailure: (listener) => worker.on("error", ({message}) => listener(message)),
    end: () => void worker.terminate()
  };
}

/** What the thread runs. It has to be told how TypeScript is read, if this is TypeScript. */
function threadFile(): URL {
  if (!/\.ts(\?|$)/.test(import.meta.url)) return new URL("./analysis-worker.node.js", import.meta.url);
  const loader = new URL("../../site/typescript.mjs", import.meta.url);
  const file = new URL("./analysis-worker.node.ts", import.meta.url);
  const code = `import {register} from "node:module"; register("${loader}"); await import("${file}");`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
