// npm run library, which npm pack runs: the library as JavaScript with its types, in library/, whose doors package.json exports.
import {spawnSync} from "node:child_process";
import {cpSync, existsSync, readdirSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {TSC} from "./tsc.js";

const BUILT = "library";

rmSync(BUILT, {recursive: true, force: true});
const {status} = spawnSync(process.execPath, [TSC, "--project", "tsconfig.library.json"], {stdio: "inherit"});
if (status !== 0) process.exit(1);
// A thread is no import: the compiler does not see it.
for (const path of readdirSync("lib", {recursive: true, encoding: "utf8"}))
  if (path.endsWith(".mjs") && existsSync(join(BUILT, dirname(path)))) cpSync(join("lib", path), join(BUILT, path));
