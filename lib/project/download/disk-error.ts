import {statfs} from "node:fs/promises";
import {dirname} from "node:path";
import {ProjectError} from "../project-error.js";

/**
 * What the file system says against writing, in words that help; any other error as it is.
 * @param path what is to be written
 */
export function diskError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const details = {file: path, found: `${code}`};
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    const remedy = "Make room and run it again: what has arrived is kept.";
    return new ProjectError("disk-full", {...details, expected: "room to write", remedy}, {cause: error});
  }
  // Node says ENOENT when it cannot make a folder on a disk that is read-only.
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT"].includes(code ?? "")) {
    const remedy = "Take another folder, or ask for the right to write to this one.";
    return new ProjectError("not-writable", {...details, expected: "a folder to write to", remedy}, {cause: error});
  }
  return error;
}

/**
 * Makes sure, before the first byte comes, that there is room for a file.
 * @param bytes how many are still to come
 * @throws {ProjectError} `disk-full`
 */
export async function requireRoom(path: string, bytes: number): Promise<void> {
  const {bavail, bsize} = await statfs(dirname(path));
  if (bytes <= bavail * bsize) return;
  throw new ProjectError("disk-full", {
    file: path,
    expected: `room for ${bytes} bytes`,
    found: `room for ${bavail * bsize}`,
    remedy: "Make room, or take a folder on another disk."
  });
}
