// node --import ./lib/site/typescript.mjs file.ts
// Strips the types from the project's own modules and leaves packages to Node. A general tool also parses packages, which
// costs every loader two seconds for h5wasm alone, whose WebAssembly is inlined in four megabytes of JavaScript. What a
// module became is kept in .cache/typescript: a build starts a hundred loaders of the same hundred modules.
import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {createRequire, register} from "node:module";
import {fileURLToPath} from "node:url";
import {isMainThread} from "node:worker_threads";
import {compileKernels} from "./compile-kernels.mjs";

if (isMainThread) {
  await compileKernels();
  register(import.meta.url);
}

/** "./x.js" means the TypeScript beside it, as it does to the type checker, to Vitest and to Framework. */
export async function resolve(specifier, context, next) {
  if (/^\.\.?\/.*\.js$/.test(specifier) && context.parentURL?.startsWith("file:")) {
    const url = new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL);
    if (existsSync(url)) return next(url.href, context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith("file:") || !url.endsWith(".ts")) return next(url, context);
  const path = fileURLToPath(url);
  const source = await readFile(path, "utf8");
  return {format: "module", source: await javascript(path, source), shortCircuit: true};
}

const kept = new URL("../../.cache/typescript/", import.meta.url);
const {version} = createRequire(import.meta.url)("esbuild/package.json");

/** A module without its types; kept under its path, with what it was made of and by in the first line. */
async function javascript(path, source) {
  const file = new URL(`${digest(path)}.js`, kept);
  const origin = `/* ${version} ${digest(source)} */`; // in the first line, so that the lines of the source map hold
  const known = await readFile(file, "utf8").catch(() => "");
  if (known.startsWith(origin)) return known;
  const {transform} = await import("esbuild");
  const {code} = await transform(source, {loader: "ts", sourcefile: path, sourcemap: "inline", target: "node20"});
  // Loaders run side by side: each writes a file of its own, and the last one named stays. Where nothing can be written, nothing is kept.
  const mine = new URL(`${file.href}.${process.pid}`);
  await mkdir(kept, {recursive: true})
    .then(() => writeFile(mine, origin + code))
    .then(() => rename(mine, file))
    .catch(() => {});
  return code;
}

function digest(text) {
  return createHash("sha256").update(text).digest("hex");
}
