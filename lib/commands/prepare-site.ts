import type {Config} from "@observablehq/framework/dist/config.js";
import {surveyPages} from "../site/index.js";
import {progressLine} from "./progress.js";
import {beginSnapshots} from "./snapshots/begin-snapshots.js";

/** The site, with every snapshot made that a page attaches. */
export interface PreparedSite {
  /** Paths of all pages. */
  pages: string[];
  /** How many snapshots had to be made. */
  made: number;
  /** What went wrong, one sentence each; loaders have said the reasons of theirs on standard error. */
  faults: string[];
}

/** Makes the snapshots that are missing, with progress on standard error. */
export async function prepareSite(config: Config): Promise<PreparedSite> {
  const {pages, missing, faults} = await surveyPages(config);
  const progress = progressLine("making snapshots:");
  const making = await beginSnapshots(config, missing, {
    onProgress: (done, of) => progress(done / of, `${done} of ${of}`)
  });
  const failed = await making.failed;
  for (const path of failed) faults.push(`The snapshot ${path} could not be made; its loader says why above.`);
  return {pages, made: missing.length - failed.length, faults};
}
