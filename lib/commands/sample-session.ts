import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {SAMPLE_DIRECTORY, type SessionFile} from "../project/index.js";
import {moduleSources} from "../site/index.js";

const GENERATOR = "lib/sample/index.ts";
const madeBy = `${SAMPLE_DIRECTORY}.made-by`;

/**
 * Makes the synthetic session when a session asks for it and it is not there yet, or was made by other code than today's.
 *
 * @param session the session that is wanted; does nothing for one that is not synthetic
 * @param onProgress is told the part that is done, from 0 to 1, and what is being made
 * @returns whether it was made
 * @throws what the generator throws; nothing half made is left behind
 */
export async function provideSample(
  session: SessionFile,
  onProgress?: (fraction: number, step: string) => void
): Promise<boolean> {
  if (!session.synthetic) return false;
  const code = await generatorDigest();
  if (existsSync(session.nwb) && existsSync(madeBy) && readFileSync(madeBy, "utf8") === code) return false;
  mkdirSync(dirname(madeBy), {recursive: true});
  rmSync(madeBy, {force: true}); // until the new one is whole, nobody knows by what the files were made
  const {makeSample} = await import("../sample/index.js");
  await makeSample(SAMPLE_DIRECTORY, {onProgress});
  writeFileSync(madeBy, code);
  return true;
}

/** A digest of the generator's sources: the session is as old as the code that made it. */
async function generatorDigest(): Promise<string> {
  const hash = createHash("sha256");
  for (const path of (await moduleSources([GENERATOR]))[GENERATOR]) hash.update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}
