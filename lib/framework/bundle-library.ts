// Framework ships every module of the project as a file of its own, and preloads each on every page. A page that uses the
// library would make a hundred requests. This makes one minified file of it, which every page shares.
import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, relative, resolve} from "node:path";
import type {OutputFile} from "esbuild";
import {bundleModules} from "./bundle-modules.js";

/**
 * Replaces the modules of the library in a built site by bundles: one for each module that a page or a component imports,
 * and one for what they share.
 *
 * @param site the folder of the built site
 * @param library the folder of the library's modules in it, such as "_import/lib"
 */
export async function bundleLibrary(site: string, library = "_import/lib"): Promise<void> {
  const directory = resolve(site, library);
  const files = readdirSync(site, {recursive: true, encoding: "utf8"}).map((name) => resolve(site, name));
  const modules = files.filter((path) => path.startsWith(`${directory}/`) && path.endsWith(".js"));
  const pages = files.filter((path) => path.endsWith(".html"));
  const users = files.filter((path) => path.endsWith(".js") && !path.startsWith(`${directory}/`));
  const isWorker = (path: string) => /-worker\.\w+\.js$/.test(path);
  const usedBy = (some: string[]) =>
    new Set(some.flatMap((path) => imports(path).map((name) => resolve(dirname(path), name))));
  const [byPages, byWorkers] = [
    usedBy([...pages, ...users.filter((path) => !isWorker(path))]),
    usedBy(users.filter(isWorker))
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
  const kept = new Set(outputFiles.map(({path}) => path));
  for (const page of pages) dropPreloads(page, (path) => path.startsWith(`${directory}/`) && !kept.has(path));
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

function dropPreloads(page: string, gone: (path: string) => boolean): void {
  const html = readFileSync(page, "utf8");
  const kept = html.replace(/<link rel="modulepreload" href="([^"]+)">\n?/g, (link, href) =>
    gone(resolve(dirname(page), href)) ? "" : link
  );
  writeFileSync(page, kept);
}
