// A thread that does one analysis and tells how far it is; run-in-worker.node.ts starts it.
import {parentPort} from "node:worker_threads";
import {answerTask, type TaskRequest} from "../tasks/index.js";

parentPort?.once("message", (request: TaskRequest) => {
  void answerTask(request, (reply) => parentPort?.postMessage(reply));
});
