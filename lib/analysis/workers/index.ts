/** Long analyses in workers, whatever the platform: each has a small file that starts its kind of worker. */

export type {LongTaskOptions} from "../long-task.js";
export {askWorker, type TaskWorker} from "./ask-worker.js";
export {
  answerTask,
  type TaskInput,
  type TaskName,
  type TaskOutput,
  type TaskReply,
  type TaskRequest
} from "./tasks.js";
