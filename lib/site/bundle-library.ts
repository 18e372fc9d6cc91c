// Framework ships every module of the project as a file of its own, and preloads each on every page. A page that uses the
// library would make a hundred requests. This makes a few minified files of it, which pages share; and of their components.
import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, relative, resolve} from "node:path";
import type {OutputFile} from "esbuild";
import {addressFrom, bundleModules} from "./bundle-modules.js";

/**
 * Replaces the modules in a folder of a built site by bundles: one for each module that is imported from outside or started
 * as a worker, and some for what these share.
 *
 * @param site the folder of the built site
 * @param folder the folder of the modules in it, such as "_import/lib"
 */
export async function bundleLibrary(site: string, folder: string): Promise<void> {
  const directory = resolve(site, folder);
  const files = readdirSync(site, {recursive: true, encoding: "utf8"}).map((name) => resolve(site, name));
  const modules = files.filter((path) => path.startsWith(`${directory}/`) && path.endsWith(".js"));
  const pages = files.filter((path) => path.endsWith(".html"));
  const users = files.filter((path) => path.endsWith(".js") && !path.startsWith(`${directory}/`));
  const workers = new Set(files.filter((path) => path.endsWith(".js")).flatMap(startedBy));
  const usedBy = (some: string[]) =>
    new Set(some.flatMap((path) => imports(path).map((name) => resolve(dirname(path), name))));
  const [byPages, byWorkers] = [
    usedBy([...pages, ...users.filter((path) => !workers.has(path))]),
    new Set([...usedBy(users.filter((path) => workers.has(path))), ...workers])
  ];
  const outputFiles: OutputFile[] = [];
  // Apart, or the parts that pages and workers share would each hold more than either needs.
  for (const used of [byPages, new Set([...byWorkers].filter((path) => !byPages.has(path)))]) {
    const entries = modules.filter((path) => used.has(path));
    if (entries.length > 0) outputFiles.push(...(await bundle(site, directory, entries)));
  }
  if (outputFiles.length === 0) return;
  for (const path of modules) rmSync(path);
  for (const {path, text} of outputFiles)
    writeFileSync(
      path,
      text.replace(
        /(["'])site:([^"']+)\1/g,
        (_, quote, target) => `${quote}${relative(dirname(path), resolve(site, target))}${quote}`
      )
    );
  const bundled = new Set(outputFiles.map(({path}) => path));
  for (const page of pages)
    preload(page, (path) => (path.startsWith(`${directory}/`) ? withParts(path, bundled) : [path]));
}

function bundle(site: string, directory: string, entryPoints: string[]): Promise<OutputFile[]> {
  const names = {outdir: directory, outbase: directory, entryNames: "[dir]/[name]", chunkNames: "shared.[hash]"};
  return bundleModules({entryPoints, ...names, splitting: true}, (path) => {
    // Where the bundle will stand is not known here: the address is made relative below.
    if (!path.startsWith(`${directory}/`)) return {external: true, path: `site:${relative(site, path)}`};
  });
}

/** What the scripts of a page or a module import; what a page only preloads is not among it. */
function imports(path: string): string[] {
  const text = readFileSync(path, "utf8").replace(/<link [^>]*>/g, "");
  return [...text.matchAll(/["'](\.[^"'\s]*\.js)["']/g)].map(([, name]) => name);
}

/** The workers that a module starts. */
function startedBy(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/import\.meta\.resolve\("(\.[^"]*\.js)"\)/g)].map(([, name]) =>
    resolve(dirname(path), name)
  );
}

/** A bundle, and those that it needs before it can run; none for what is no bundle. */
function withParts(path: string, bundled: ReadonlySet<string>, found: string[] = []): string[] {
  if (!bundled.has(path) || found.includes(path)) return found;
  found.push(path);
  const needed = readFileSync(path, "utf8").matchAll(/(?:\bfrom|\bimport) ?"(\.[^"]*\.js)"/g);
  for (const [, name] of needed) withParts(resolve(dirname(path), name), bundled, found);
  return found;
}

/** Has a page preload other files instead of those that it does, each once. */
function preload(page: string, instead: (path: string) => string[]): void {
  const html = readFileSync(page, "utf8");
  const link = /<link rel="modulepreload" href="([^"]+)">\n?/g;
  const paths = [...html.matchAll(link)].flatMap(([, href]) => instead(resolve(dirname(page), href)));
  if (paths.length === 0) return;
  const start = html.search(link);
  const links = [...new Set(paths)].map((path) => `<link rel="modulepreload" href="${addressFrom(page, path)}">\n`);
  writeFileSync(page, html.slice(0, start) + links.join("") + html.slice(start).replace(link, ""));
}
