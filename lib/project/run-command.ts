import {explain} from "../tagged-error.js";
import {abortOnInterrupt} from "./download/index.js";

/** How a command is run, and tells what went wrong. */
export interface CommandOptions {
  /** Whether that is an object on standard output, instead of a sentence on standard error. */
  json: boolean;
  /** What interrupts it; by default Ctrl-C and requests to end. */
  signal?: AbortSignal;
}

/**
 * Does the work of a command, and says what went wrong, or that it was interrupted.
 * Where nobody reads any more what it writes (`| head`), it ends quietly with 141, as other commands do.
 * @returns the exit code: that of the work; 1 when it fails; 130 (Ctrl-C), 143 (SIGTERM) or 129 (SIGHUP) when it is interrupted
 */
export async function runCommand(
  work: (signal: AbortSignal) => Promise<number>,
  {json, signal = abortOnInterrupt()}: CommandOptions
): Promise<number> {
  process.stdout.on("error", endUnread);
  process.stderr.on("error", (error: NodeJS.ErrnoException) => error.code === "EPIPE" && endUnread(error));
  try {
    return await work(signal);
  } catch (error) {
    const event = signal.aborted ? {event: "interrupted"} : {event: "failed", error: explain(error)};
    const text = signal.aborted ? "interrupted; run it again, and it goes on from here" : explain(error);
    if (json) process.stdout.write(`${JSON.stringify(event)}\n`);
    else process.stderr.write(`\n${text}\n`);
    return signal.aborted ? Number(process.exitCode ?? 130) : 1;
  }
}

function endUnread(error: NodeJS.ErrnoException): never {
  if (error.code === "EPIPE") process.exit(141); // 128 and SIGPIPE, which Node does not hear
  process.stderr.write(`standard output: ${error.message}\n`);
  process.exit(1);
}
