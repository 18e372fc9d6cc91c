import {readlinkSync} from "node:fs";
import {ProjectError} from "./project-error.js";

/**
 * What the file system says against reading, in words that help; any other error as it is.
 * @param path what was read, where the error does not say
 */
export function readError(error: unknown, path: string, remedy: string): unknown {
  if (!(error instanceof Error && "syscall" in error)) return error;
  const {message, path: file = path} = error as NodeJS.ErrnoException;
  const found = [linkAt(file), message.split(", ")[0]].filter(Boolean).join(": ");
  return new ProjectError("unreadable", {file, expected: "something that can be read", found, remedy}, {cause: error});
}

function linkAt(path: string): string | null {
  try {
    return `a link to ${readlinkSync(path)}`;
  } catch {
    return null; // no link
  }
}
