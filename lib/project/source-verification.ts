import {markDamaged, readRecord} from "./download/index.js";
import {fileDigest} from "./file-digest.js";
import {ProjectError} from "./project-error.js";
import type {FileLocation} from "./sources/project-source.js";

/**
 * What a file was compared with before it was opened:
 * - `published`: the digest that its source publishes
 * - `fetched`: the digest that was taken when it was fetched
 * - `in-parts`: nothing, as it is read by its address, and not whole
 * - `nothing`: no digest of it is known
 */
export type SourceVerification = "published" | "fetched" | "in-parts" | "nothing";

/**
 * Compares a file, before it is opened, with what is known of its bytes: the digest that its source publishes, or the one that was
 * taken when it was fetched. Most of a file is numbers, of which nothing in it could tell that they were altered.
 * @throws {ProjectError} `damaged` where another digest is known than the file has
 */
export async function sourceVerification(location: FileLocation): Promise<SourceVerification> {
  if (location.kind === "url") return "in-parts";
  const {path, sha256: published} = location;
  const fetched = (await readRecord(path))?.sha256;
  const known = published ?? fetched;
  if (known === undefined) return "nothing";
  const digest = await fileDigest(path);
  if (digest === known) return published ? "published" : "fetched";
  const [expected, found] = [`SHA-256 ${known}`, digest];
  await markDamaged(path, {expected, found});
  const remedy = "Fetch it again (npm run sessions -- fetch), or delete it: then it is read where it is published.";
  throw new ProjectError("damaged", {file: path, expected, found, remedy});
}
