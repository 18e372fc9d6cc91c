// npm start: the notebook, served on this machine and updated as its sources change.
import {spawn} from "node:child_process";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {bundleDoors, siteConfig} from "../site/index.js";
import {explain} from "../tagged-error.js";
import {prepareSite} from "./prepare-site.js";

try {
  const config = await siteConfig();
  await bundleDoors(`${config.root}/lib`);
  const {faults} = await prepareSite(config);
  // A preview is for repairing pages: it starts with what is wrong in them, and shows it in place.
  for (const fault of faults) console.error(fault);
  const framework = dirname(createRequire(import.meta.url).resolve("@observablehq/framework/package.json"));
  const command = [join(framework, "dist/bin/observable.js"), "preview", "--no-open", ...process.argv.slice(2)];
  const preview = spawn(process.execPath, command, {stdio: "inherit"});
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => preview.kill(signal));
  preview.on("exit", (code) => process.exit(code ?? 0));
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exitCode = 1;
}
