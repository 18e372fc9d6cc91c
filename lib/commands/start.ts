// npm start: the notebook, served on this machine and updated as its sources change. It is there at once; snapshots that are missing are
// made behind it, what a page waits for first.
import {type ChildProcess, spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {sessions} from "../project/index.js";
import {bundleDoors, siteConfig, surveyPages} from "../site/index.js";
import {explain} from "../tagged-error.js";
import {progressLine} from "./progress.js";
import {beginSnapshots, snapshotPaths} from "./snapshots/begin-snapshots.js";
import {serveSnapshots} from "./snapshots/serve-snapshots.js";

let preview: ChildProcess | undefined;
try {
  const config = await siteConfig();
  await bundleDoors(`${config.root}/lib`);
  const missing = snapshotPaths(sessions().map(({id}) => id)).filter(
    (path) => !existsSync(join(config.root, config.loaders.getOutputFilePath(path)))
  );
  const progress = progressLine("making snapshots:");
  const begun = beginSnapshots(config, missing, {
    goesOn: true, // a preview is for repairing a maker, too: the pages of the others work
    onProgress: (done, of) => progress(done / of, `${done} of ${of}`)
  });
  const framework = dirname(createRequire(import.meta.url).resolve("@observablehq/framework/package.json"));
  const command = [join(framework, "dist/bin/observable.js"), "preview", "--no-open", ...process.argv.slice(2)];
  const env = {...process.env, SNAPSHOTS_MADE_AT: await serveSnapshots(begun)};
  preview = spawn(process.execPath, command, {stdio: "inherit", env});
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => preview?.kill(signal));
  preview.on("exit", (code) => process.exit(code ?? 1));
  await begun.then(({failed}) => failed);
  // A preview is for repairing pages: it shows what is wrong in place, and says here what it cannot show.
  for (const fault of (await surveyPages(config)).faults) console.error(fault);
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exitCode = 1;
  preview?.kill();
}
