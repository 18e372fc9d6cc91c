import {existsSync, utimesSync} from "node:fs";
import {join, posix} from "node:path";
import type {Config} from "@observablehq/framework/dist/config.js";
import type {Effects} from "@observablehq/framework/dist/loader.js";
import {getResolvers} from "@observablehq/framework/dist/resolvers.js";
import {cellErrors} from "./cell-errors.js";
import {SOURCES} from "./site-root.js";

/** What the pages ask for, found before anything is built. */
export interface PageSurvey {
  /** Paths of all pages, such as "/700000001/units". */
  pages: string[];
  /** Snapshots that a page attaches and the cache lacks, such as "/data/700000001/units.arrow". */
  missing: string[];
  /** What is wrong in the pages that Framework would build without complaint, one sentence each. */
  faults: string[];
}

const silent: Effects = {logger: {log() {}, warn() {}, error() {}}, output: {write() {}}};

/** Reads every page of the site, and finds what it attaches and imports. */
export async function surveyPages(config: Config): Promise<PageSurvey> {
  const survey: PageSurvey = {pages: [], missing: [], faults: []};
  const missing = new Set<string>();
  for await (const path of config.paths()) {
    const options = {...config, path};
    const page = await config.loaders.loadPage(path, options, silent);
    if (page.data.draft) continue;
    survey.pages.push(path);
    const source = join(SOURCES, page.path);
    const resolvers = await getResolvers(page, options);
    const absolute = (name: string) => posix.join(posix.dirname(path), name);
    for (const file of [...resolvers.files, ...resolvers.assets].map(absolute)) {
      if (!config.loaders.find(file)) survey.faults.push(`${source}: there is no file or loader for ${file}.`);
      else if (!existsSync(join(config.root, config.loaders.getOutputFilePath(file)))) missing.add(file);
    }
    for (const module of [...resolvers.localImports].map(absolute))
      if (!config.loaders.getWatchPath(module)) survey.faults.push(`${source}: there is no module ${module}.`);
    for (const error of cellErrors(page.body)) survey.faults.push(`${source}: a cell does not parse. ${error}`);
    // This too Framework shows as an error on the page, and calls the build a success.
    for (const specifier of resolvers.globalImports)
      if (!specifier.includes(":") && resolvers.resolveImport(specifier) === specifier)
        survey.faults.push(`${source}: the package "${specifier}" is not installed, or cannot be used in a page.`);
  }
  survey.missing = [...missing];
  return survey;
}

/**
 * Makes snapshots through Framework's own cache, each in the process of its loader, two at a time.
 *
 * @param paths as {@link surveyPages} gives them
 * @param onMade is told the path of each that is made
 * @param goesOn whether others are made after one could not be; if not, as what one loader cannot read, the others mostly cannot
 * either, nothing new is begun
 * @returns the paths of those that failed; their loaders have said why
 */
export async function makeSnapshots(
  config: Config,
  paths: string[],
  onMade: (path: string) => void,
  goesOn = false
): Promise<string[]> {
  const waiting = [...paths];
  const failed: string[] = [];
  const work = async () => {
    for (let path = waiting.shift(); path && (goesOn || failed.length === 0); path = waiting.shift()) {
      try {
        const start = new Date();
        const output = await config.loaders.find(path)?.load({useStale: true}, silent);
        // As old as what its loader read: a source that was edited while it ran is newer, and the snapshot is stale.
        if (output) utimesSync(join(config.root, output), start, start);
        onMade(path);
      } catch {
        failed.push(path);
      }
    }
  };
  await Promise.all([work(), work()]);
  return failed;
}
