import {type ErrorDetails, TaggedError} from "../../tagged-error.js";
import {AnalysisError} from "../analysis-error.js";
import type {LongTaskOptions} from "../long-task.js";
import {type TaskInput, type TaskName, tasks} from "./tasks.js";

/** What a worker is asked. */
export interface TaskRequest<Name extends TaskName = TaskName> {
  name: Name;
  input: TaskInput<Name>;
}

/** What a worker answers: how far it is, and in the end what came out or went wrong. */
export type TaskReply =
  | {kind: "progress"; fraction: number}
  | {kind: "output"; output: unknown}
  | {kind: "error"; message: string; name?: string; tag?: string; details?: ErrorDetails};

/**
 * Does what was asked, and answers by `reply`; what goes wrong is an answer, too: also {AnalysisError} `wrong-argument` for a
 * task that there is not.
 */
export async function answerTask({name, input}: TaskRequest, reply: (message: TaskReply) => void): Promise<void> {
  try {
    if (!Object.hasOwn(tasks, name)) {
      const [expected, found] = [`one of ${Object.keys(tasks).join(", ")}`, `${name}`];
      throw new AnalysisError("wrong-argument", {path: "name", expected, found, remedy: "Name one of these."});
    }
    const task = tasks[name] as (input: unknown, long: LongTaskOptions) => Promise<unknown>;
    const output = await task(input, {onProgress: (fraction) => reply({kind: "progress", fraction})});
    reply({kind: "output", output});
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof TaggedError)) reply({kind: "error", message});
    else {
      const {name, tag, file, path, expected, found, remedy} = error;
      reply({kind: "error", message, name, tag, details: {file, path, expected, found, remedy}});
    }
  }
}
