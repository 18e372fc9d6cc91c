// npm run build: the site in dist/, complete or not at all.

import {buildSite, bundlePages, isBuilt, recordBuilt, siteConfig, siteDigest, snapshotContents} from "../site/index.js";
import {explain} from "../tagged-error.js";
import {prepareSite} from "./prepare-site.js";

// A build must not outlive npm, nor npm run sessions, which gives it a pipe: the next one would find it at work in the same folder.
if (process.env.npm_lifecycle_script?.includes("lib/commands/build.ts")) {
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && process.exit(1), 500).unref();
}
if (process.env.BUILD_ENDS_WITH_INPUT)
  process.stdin
    .resume()
    .on("end", () => process.exit(1))
    .unref();

const start = performance.now();
try {
  const site = await siteConfig();
  const digest = await siteDigest(site);
  if (isBuilt(site, digest)) {
    console.log(`${site.output}/ is as it was built, and nothing that it is built of has changed (${seconds()} s)`);
  } else {
    const config = await bundlePages(site);
    const {pages, made, faults} = await prepareSite(config);
    if (faults.length > 0) throw faults.join("\n");
    const snapshots = snapshotContents();
    const warnings = await buildSite(config);
    for (const warning of warnings) console.warn(warning);
    if (warnings.length === 0) recordBuilt(site, digest, snapshots); // what there is to say is said again
    console.log(`built ${pages.length} pages in ${config.output}/ in ${seconds()} s; ${made} snapshots were made`);
  }
} catch (error) {
  console.error(`\n${explain(error)}\nThe site was not built; the last one, if there is one, is as it was.`);
  process.exitCode = 1;
}

function seconds(): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}
