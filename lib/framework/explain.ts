/** An error as a person should read it: the sentence of one that was foreseen, all that is known of any other. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "tag" in error ? error.message : (error.stack ?? error.message);
}
