/**
 * What a worker runs: a door of its own, so that a page that only asks a worker has none of it.
 *
 * @module neuropixels-notebook/analysis/tasks
 */

export {answerTask, type TaskReply, type TaskRequest} from "./answer-task.js";
export type {TaskInput, TaskName, TaskOutput} from "./tasks.js";
