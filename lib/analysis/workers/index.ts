/** Long analyses in workers, whatever the platform: each has a small file that starts its kind of worker. */
export {askWorker, type TaskWorker} from "./ask-worker.js";
