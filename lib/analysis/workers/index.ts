/**
 * Long analyses in workers, whatever the platform: each has a small file that starts its kind of worker.
 *
 * @module neuropixels-notebook/analysis/workers
 */

export type {LongTaskOptions} from "../long-task.js";
export type {TaskInput, TaskName, TaskOutput, TaskReply} from "../tasks/index.js";
export {askWorker, type TaskWorker} from "./ask-worker.js";
