/** An error as a person should read it: the sentence of one that was foreseen or is the system's, all that is known of any other. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "tag" in error || "syscall" in error ? error.message : (error.stack ?? error.message);
}
