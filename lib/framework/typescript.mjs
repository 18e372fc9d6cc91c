// node --import ./lib/framework/typescript.mjs file.ts
// Strips the types from the project's own modules and leaves packages to Node. A general tool also parses packages, which
// costs every loader two seconds for h5wasm alone, whose WebAssembly is inlined in four megabytes of JavaScript.
import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {register} from "node:module";
import {fileURLToPath} from "node:url";
import {isMainThread} from "node:worker_threads";

if (isMainThread) register(import.meta.url);

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
  const {transform} = await import("esbuild");
  const path = fileURLToPath(url);
  const source = await readFile(path, "utf8");
  const {code} = await transform(source, {loader: "ts", sourcefile: path, sourcemap: "inline", target: "node20"});
  return {format: "module", source: code, shortCircuit: true};
}
