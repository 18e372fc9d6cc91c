import {readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {build, FileBuildEffects} from "@observablehq/framework/dist/build.js";
import type {Config} from "@observablehq/framework/dist/config.js";
import {requireAsNoted} from "./fresh-snapshots.js";
import {makeAccessible} from "./make-accessible.js";
import {notFoundPage} from "./not-found-page.js";
import {inCache, snapshotDigests, withSnapshotDigests} from "./snapshot-digests.js";
import {readableWithoutScripts} from "./without-scripts.js";

/**
 * Builds the site as {@link bundlePages} gives it, beside the last one and then takes its place, so that a build that fails leaves the last one as it is.
 *
 * @returns the warnings of Framework
 * @throws what Framework throws; {Error} if a snapshot was damaged in the cache
 */
export async function buildSite(config: Config): Promise<string[]> {
  const {root, output} = config;
  const [next, last] = [`${output}.next`, `${output}.last`];
  const warnings: string[] = [];
  const keep = (...words: unknown[]) => void warnings.push(words.join(" "));
  const effects = new FileBuildEffects(next, join(root, ".observablehq", "cache"), {
    logger: {log() {}, warn: keep, error: keep},
    output: {write() {}}
  });
  try {
    await build({config: {...config, output: next}}, effects);
    const digests = snapshotDigests(next);
    requireAsNoted(root, inCache(digests));
    for (const name of readdirSync(next, {recursive: true, encoding: "utf8"}))
      if (name.endsWith(".html")) {
        const page = join(next, name);
        const html = readableWithoutScripts(makeAccessible(readFileSync(page, "utf8")));
        writeFileSync(page, name === "404.html" ? notFoundPage(html) : withSnapshotDigests(html, name, digests));
      }
  } catch (error) {
    rmSync(next, {recursive: true, force: true});
    throw error;
  }
  rmSync(last, {recursive: true, force: true});
  try {
    renameSync(output, last);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  renameSync(next, output);
  rmSync(last, {recursive: true, force: true});
  return warnings;
}
