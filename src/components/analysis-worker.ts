// A worker that does one analysis and tells how far it is; run-in-worker.ts starts it.
import {answerTask, type TaskRequest} from "../lib/analysis/tasks/index.js";

addEventListener("message", ({data}: MessageEvent<TaskRequest>) => {
  void answerTask(data, (reply) => postMessage(reply));
});
