import type {VerifiedFile} from "./verify-sources.js";

/** What was verified of a session's files, as a sentence without its full stop. */
export function verificationText(files: readonly VerifiedFile[]): string {
  const named = (...kinds: VerifiedFile["verification"][]) =>
    files.filter(({verification}) => kinds.includes(verification)).map(({name}) => name);
  const [verified, inParts, unknown] = [named("published", "fetched"), named("in-parts"), named("nothing")];
  const parts = [
    verified.length > 0 && `verified by SHA-256: ${verified.join(", ")}`,
    inParts.length > 0 && `not verified, as read in parts where it is published: ${inParts.join(", ")}`,
    unknown.length > 0 && `not verified, as no digest is known: ${unknown.join(", ")}`
  ].filter((part) => part !== false);
  const text = parts.join("; ");
  return text[0].toUpperCase() + text.slice(1);
}
